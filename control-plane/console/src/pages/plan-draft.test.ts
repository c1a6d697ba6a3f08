import { planInput } from "@dataguardian/shared/capacity";
import { expect, test } from "vitest";
import { draftFault, firstDraft, inputOf } from "./plan-draft.ts";

test("the first draft, and one with odd entries, is what the planner takes", () => {
  const draft = firstDraft([]);
  expect(planInput.safeParse(inputOf(draft)).success).toBe(true);
  const odd = {
    ...draft,
    users: "12,5",
    slots: "",
    targetSeconds: "1e9",
    minutes: { ...draft.minutes, code: "0" },
  };
  expect(planInput.parse(inputOf(odd))).toMatchObject({ users: 12, slots: 1, targetWaitMs: 86_400_000 });
});

test("own medians stand in the form", () => {
  const median = { kind: "code" as const, running: 0, waiting: 0, oldestWaitMs: 0, medianRunMs: 90_000 };
  expect(firstDraft([median]).minutes.code).toBe("1.5");
});

test("nothing to plan and too much to plan are said", () => {
  const draft = firstDraft([]);
  const none = Object.fromEntries(Object.keys(draft.perDay).map((kind) => [kind, "x"]));
  expect(draftFault(draft)).toBeNull();
  expect(draftFault({ ...draft, perDay: none as typeof draft.perDay })).toBe("noScans");
  expect(draftFault({ ...draft, users: "9999" })).toBe("tooMany");
});

import { scanRequest } from "@dataguardian/shared/domain";
import { expect, test } from "vitest";
import { EMPTY_AI_USE } from "./ai-use-draft.ts";
import { EMPTY_DRAFT, faultsOf, requestOf } from "./scan-draft.ts";

test("an empty form says which field is missing, for either way to name the place", () => {
  expect(faultsOf(EMPTY_DRAFT)).toEqual({ target: true });
  expect(faultsOf({ ...EMPTY_DRAFT, by: "source" })).toEqual({ source: true });
});

test.each(["-n", "a b", "..", "x;y"])("the ref %j is a fault", (ref) => {
  expect(faultsOf({ ...EMPTY_DRAFT, target: "/srv/a", ref })).toEqual({ ref: true });
});

test.each(["0", "", "abc", "1e9", "2.7", "-3"])(
  "with %j parts the request still fits the API's schema",
  (shards) => {
    const draft = { ...EMPTY_DRAFT, target: " /srv/a ", ref: "main", shards };
    expect(faultsOf(draft)).toEqual({});
    expect(scanRequest.parse(requestOf(draft))).toMatchObject({ target: "/srv/a", options: { ref: "main" } });
  },
);

test("exactly one of source and target is sent, whatever was typed before", () => {
  const request = requestOf({ ...EMPTY_DRAFT, by: "source", source: "crm-db", target: "/srv/a" });
  expect(scanRequest.parse(request).source).toBe("crm-db");
  expect(request.target).toBeUndefined();
});

test("the answers on a model's use go along when they are whole, and for no other kind of scan", () => {
  const draft = { ...EMPTY_DRAFT, kind: "ai-model" as const, target: "/srv/models" };
  expect(scanRequest.parse(requestOf(draft)).options).toEqual({});
  const begun = { ...draft, aiUse: { ...EMPTY_AI_USE, domain: "employment" as const } };
  expect(faultsOf(begun)).toEqual({ aiUse: true });
  const whole = {
    ...begun,
    aiUse: { ...begun.aiUse, autonomy: "advises" as const, persons: ["applicants" as const] },
  };
  expect(faultsOf(whole)).toEqual({});
  expect(scanRequest.parse(requestOf(whole)).options.aiUse).toMatchObject({
    domain: "employment",
    autonomy: "advises",
    persons: ["applicants"],
  });
  expect(requestOf({ ...whole, kind: "document" }).options).toEqual({});
});

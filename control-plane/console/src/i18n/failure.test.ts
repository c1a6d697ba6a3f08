import { FAILURE_CODES } from "@dataguardian/shared/protocol";
import { expect, test } from "vitest";
import { en } from "./en.ts";
import { failureText } from "./failure.ts";

test.each([...FAILURE_CODES, "lost"])("%s has advice of its own, beside the agent's words", (code) => {
  const { advice, detail } = failureText(en, `${code}: The agent's words: all of them.`);
  expect(advice).not.toBe(en.failure.unknown);
  expect(detail).toBe("The agent's words: all of them.");
  expect(failureText(en, code)).toEqual({ advice, detail: null });
});

test.each(["unknown: x", "said: x", "constructor: x", "of a newer agent", ""])(
  "%j is shown as it came",
  (text) => {
    expect(failureText(en, text)).toEqual({ advice: en.failure.unknown, detail: text });
  },
);

test("no reason at all is said to be none", () => {
  expect(failureText(en, null)).toEqual({ advice: en.failure.unknown, detail: null });
});

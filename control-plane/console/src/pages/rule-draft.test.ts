import { expect, test } from "vitest";
import { detectionFile, EMPTY_RULE, idOf, ruleFaults, ruleOf } from "./rule-draft.ts";

const DRAFT = {
  ...EMPTY_RULE,
  ...{ name: "Klantnummer (oud)", pattern: "KL-\\d{8}", contextWords: "klant, customer" },
  ...{ match: 'klant "KL-00412345"\n\n', ignore: "order 412345" },
};

test("a name becomes an id that a detection file takes", () => {
  expect(idOf("Klantnummer (oud)")).toBe("klantnummer-oud");
  expect(idOf("  2e naam é ")).toBe("e-naam-e");
  expect(idOf("123")).toBe("");
});

test("says what is missing", () => {
  expect(ruleFaults(EMPTY_RULE)).toEqual({ name: true, pattern: true, match: true });
  expect(ruleFaults({ ...DRAFT, keywords: "KL", againstWords: "x" })).toEqual({
    keywords: true,
    words: true,
  });
  expect(ruleFaults(DRAFT)).toEqual({});
});

test("as a detection file, with nothing that is the default", () => {
  expect(detectionFile(ruleOf(DRAFT))).toBe(
    [
      "detectors:",
      '  - id: "klantnummer-oud"',
      '    name: "Klantnummer (oud)"',
      '    pattern: "KL-\\\\d{8}"',
      '    contextWords: ["klant", "customer"]',
      "    examples:",
      '      match: ["klant \\"KL-00412345\\""]',
      '      ignore: ["order 412345"]',
      "",
    ].join("\n"),
  );
});

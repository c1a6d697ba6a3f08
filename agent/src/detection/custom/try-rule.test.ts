import { expect, test } from "vitest";
import { tryRule } from "./try-rule.ts";

const RULE = {
  id: "customer-number",
  pattern: "KL-\\d{8}",
  contextWords: ["klant"],
  examples: { match: [] },
};
const ask = (rule: unknown, text: string) => tryRule({ id: 7, rule, text });

test("a rule finds what an agent would find, with the words that speak for it", () => {
  const reply = ask(
    {
      ...RULE,
      examples: { match: ["klant KL-00412345", "niets"], ignore: ["order 412345", "KL-99999999"] },
    },
    "Klant KL-00412345 en KL-1 en dan een heel stuk verder in een andere zin.\n\nKL-87654321",
  );
  expect(reply).toMatchObject({
    id: 7,
    result: {
      matches: [
        { offset: 6, length: 11, confidence: 0.95 },
        { length: 11, confidence: 0.8 },
      ],
      missed: [1],
      raised: [1],
    },
  });
});

test("what is wrong with it is said in codes", () => {
  const fault = (change: object) => ask({ ...RULE, ...change }, "x");
  expect(fault({ pattern: "KL-(\\d" })).toMatchObject({
    fault: { code: "pattern_syntax", detail: "missing closing )" },
  });
  expect(fault({ pattern: "(?=KL)" })).toMatchObject({ fault: { code: "pattern_syntax" } });
  expect(fault({ pattern: "(?:KL)*" })).toMatchObject({ fault: { code: "pattern_empty" } });
  expect(fault({ keywords: ["x"] })).toMatchObject({ fault: { code: "invalid", detail: "keywords.0" } });
  expect(fault({ checksum: "sha1" })).toMatchObject({ fault: { code: "invalid", detail: "checksum" } });
});

test("the checksum decides", () => {
  const found = ask({ ...RULE, pattern: "\\d{9}", checksum: "eleven-test" }, "010464554 en 010464555");
  expect(found).toMatchObject({
    result: { matches: [{ offset: 0, reasons: ["pattern of your own", "checksum eleven-test"] }] },
  });
});

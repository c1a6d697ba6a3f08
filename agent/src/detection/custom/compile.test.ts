import { expect, test } from "vitest";
import { Sensitive } from "../sensitive.ts";
import { engineWith } from "./compile.ts";
import { customDetector } from "./schema.ts";

const personnel = {
  id: "personnel-number",
  pattern: "P-\\d{6}\\b",
  keywords: ["p-0", "p-1"],
  examples: { match: ["employee P-012345 left"], ignore: ["P-01234"] },
};

const engine = (...detectors: object[]) =>
  engineWith({ detectors: detectors.map((one) => customDetector.parse(one)), dictionaries: [] });

const find = (text: string, ...detectors: object[]) =>
  engine(...detectors)
    .scan(text)
    .filter(({ detector }) => detector.rule === "custom.detector")
    .map(({ value }) => Sensitive.reveal(value));

test("finds what its pattern says, by its keyword or anywhere", () => {
  const text = "P-123456 and p-123456; P-099999, P-200000";
  expect(find(text, personnel)).toEqual(["P-123456", "P-099999"]);
  const { keywords: _, ...anywhere } = personnel;
  expect(find(text, anywhere)).toEqual(["P-123456", "P-099999", "P-200000"]);
  expect(
    find("lid-p-1 ABC", {
      id: "member",
      pattern: "[a-z]{3}-p-1",
      keywords: ["p-1"],
      examples: { match: ["lid-p-1"] },
    }),
  ).toEqual(["lid-p-1"]);
});

test("a checksum by its name decides", () => {
  const card = {
    id: "card",
    pattern: "C\\d{4}",
    checksum: "luhn",
    examples: { match: ["C0000"], ignore: ["C0001"] },
  };
  expect(find("C1230 C1231 C1234 C0018", card)).toEqual(["C1230", "C0018"]);
});

test.each([
  ["does not find", { ...personnel, pattern: "Q-\\d{6}" }],
  ["raises an alarm", { ...personnel, examples: { match: ["P-012345"], ignore: ["see P-012346"] } }],
  ["none that RE2 knows", { ...personnel, pattern: "(?<=x)P-\\1" }],
  ["matches the empty text", { ...personnel, pattern: "\\d*" }],
  ["give each its own id", { ...personnel, id: "nl-bsn" }],
])("refuses one that %s", (sentence, config) => {
  expect(() => engine(config)).toThrow(sentence);
});

test("a pattern that ruins other engines takes time in proportion to the text", () => {
  const evil = { id: "evil", pattern: "(a+)+b", examples: { match: ["aab"] } };
  expect(find(`${"a".repeat(20_000)}c`, evil)).toEqual([]);
});

import { expect, test } from "vitest";
import { elevenTest } from "../detection/checks/eleven-test.ts";
import { tableContext } from "../extractors/text/delimited-table.ts";
import { scanText, type TextContext } from "../detection/scan-text.ts";

/** Numbers that pass the eleven-test, or that do not, from a start on. */
function numbers(count: number, valid: boolean, from = 231_480_000): string[] {
  const found: string[] = [];
  for (let n = from; found.length < count; n += 7) if (elevenTest(String(n)) === valid) found.push(String(n));
  return found;
}

const sure = (text: string, context?: TextContext) =>
  scanText(text, context).filter(
    ({ detector, confidence }) => detector.entityType === "NL_BSN" && confidence > 0.9,
  ).length;

const table = (rows: readonly string[]) => {
  const text = `code;waarde;x\n${rows.map((value, i) => `${i};${value};a`).join("\n")}\n`;
  return sure(text, tableContext("x.csv")({ text, offset: 0 }));
};

test("a list of which nearly all values pass is one of them", () => {
  expect(sure(`${numbers(12, true).join("\n")}\n`)).toBe(12);
});

test("so is a column without a telling name", () => {
  expect(table(numbers(12, true))).toBe(12);
  expect(table([...numbers(12, true), ...numbers(3, false)])).toBe(12);
});

test("few values, the same value over and over, or many that fail say nothing", () => {
  expect(table(numbers(9, true))).toBe(0);
  expect(table(Array.from({ length: 30 }, () => "231480003"))).toBe(0);
  expect(table([...numbers(12, true), ...numbers(12, false)])).toBe(0);
});

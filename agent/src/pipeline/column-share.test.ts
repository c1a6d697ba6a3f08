import { expect, test } from "vitest";
import { elevenTest } from "../detection/checks/eleven-test.ts";
import { tableContext } from "../extractors/text/delimited-table.ts";
import { scanText, type TextContext } from "../detection/scan-text.ts";
import { scanStream } from "./scan-stream.ts";

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

test("columns without a heading are judged by their values, in every window", async () => {
  const valid = numbers(4_000, true);
  const invalid = numbers(4_000, false);
  const rows = valid.map((bsn, i) => `${bsn};${invalid[i] ?? ""};${"tekst ".repeat(6)}\n`);
  const sure = { first: 0, second: 0 };
  const text = rows.join("");
  for await (const { match, place } of scanStream([text], 20_000, scanText, tableContext("")))
    if (match.detector.entityType === "NL_BSN" && match.confidence > 0.9)
      sure[place.column === 1 ? "first" : "second"]++;
  expect(sure).toEqual({ first: 4_000, second: 0 });
});

test("the few rows of the last window are judged by all before them", () => {
  const context = tableContext("");
  const lines = numbers(40, true).map((bsn) => `${bsn};a;b\n`);
  const all = lines.join("");
  const cut = lines.slice(0, 37).join("").length;
  const count = (text: string, offset: number) =>
    scanText(text, context({ text, offset })).filter(({ confidence }) => confidence > 0.9).length;
  expect(count(all.slice(0, cut), 0)).toBe(37);
  expect(count(all.slice(cut), cut)).toBe(3);
});

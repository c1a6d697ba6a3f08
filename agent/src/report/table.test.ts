import { expect, test } from "vitest";
import { FINDING, HOSTILE_REPORT, reportOf } from "./hostile-report.ts";
import { writeTable } from "./table.ts";

const hint = { ...FINDING, severity: "info", entityType: "PERSON_NAME" } as const;
const hints = (count: number) => Array.from({ length: count }, () => ({ ...hint }));
const lines = (text: string) => text.split("\n");

test("what was left out is counted by its reason", () => {
  const text = writeTable(reportOf([FINDING]), { color: false });
  expect(lines(text)).toContain("3 left out: 1 marked dataguardian:ignore, 2 in the baseline");
});

test("speaks Dutch", () => {
  const text = writeTable(reportOf([FINDING, ...hints(21)]), { color: false, lang: "nl" });
  expect(text).toContain("kritiek");
  expect(text).toContain("elfproef klopt; woord in de buurt: ‘bsn’");
  expect(text).toContain("22 bevindingen: 1 kritiek, 21 info");
  expect(text).toContain("overgeslagen 2: binair bestand");
});

test("many hints give way to findings of weight, and are counted", () => {
  const text = writeTable(reportOf([FINDING, ...hints(21)]), { color: false });
  expect(text).not.toContain("PERSON_NAME");
  expect(text).toContain("22 findings: 1 critical, 21 info");
  expect(lines(text)).toContain("21 hints (info) are not listed here; --format json lists them");
});

test.each([
  ["few hints", [FINDING, ...hints(20)], 20],
  ["nothing but hints", hints(30), 30],
  ["values, which were asked for", [{ ...FINDING, value: "231480003" }, ...hints(30)], 30],
])("%s: all are listed", (_, findings, listed) => {
  const text = writeTable(reportOf(findings), { color: false });
  expect(text.match(/PERSON_NAME/g)).toHaveLength(listed);
  expect(text).not.toContain("not listed");
});

test("a hostile name stays on its line and gives the terminal no orders", () => {
  const text = writeTable(HOSTILE_REPORT, { color: false });
  expect(lines(text).filter((line) => line.includes("onerror"))).toHaveLength(1);
  expect(text).not.toMatch(/[\u0007\u202e]/);
});

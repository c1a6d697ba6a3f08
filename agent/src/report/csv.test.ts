import { expect, test } from "vitest";
import { writeCsv } from "./csv.ts";
import { FINDING, HOSTILE_REPORT, reportOf } from "./hostile-report.ts";
import type { ReportedFinding } from "./report.ts";

/** A reader of RFC 4180 that shares nothing with the writer. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  let end = 0;
  for (const [all, quoted, bare, separator] of text.matchAll(cells)) {
    end += all.length;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? "");
    if (separator === "\r\n") rows.push([]);
  }
  expect(end).toBe(text.length);
  expect(rows.pop()).toEqual([]);
  return rows;
}

const write = (...findings: ReportedFinding[]) => writeCsv(reportOf(findings), { color: false });

test("has a header and one record a finding, without a byte order mark", () => {
  const [header, row] = parse(write(FINDING));
  expect(header?.join()).toBe(
    "path,page,line,column,severity,entityType,rule,confidence,preview,fingerprint,legal,reasons",
  );
  expect(row).toEqual([
    "hr/staff list.csv",
    "",
    "3",
    "7",
    "critical",
    "NL_BSN",
    "pii.national_id.bsn",
    "0.95",
    "•••••••03",
    FINDING.fingerprint,
    "GDPR 87; UAVG 46",
    "checksum 11-proef; context word 'bsn'",
  ]);
});

test("hostile texts stay in their cell", () => {
  const rows = parse(writeCsv(HOSTILE_REPORT, { color: false }));
  expect(rows.map((row) => row.length)).toEqual([12, 12, 12]);
  expect(rows[2]?.[0]).toBe(
    `'=cmd|'/c calc'!A1, "x"/<img src=x onerror=alert(1)>\n\ufffdgpj.exe\ufffd #?%.txt`,
  );
});

test.each(["=1+1", "+31", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "a;=1", "a\n@x", "a\t+1", "a; -1"])(
  "%j cannot become a formula, in a cell or in a part of one",
  (text) => {
    const cell = parse(write({ ...FINDING, reasons: [text] }))[1]?.at(-1) ?? "";
    for (const part of [cell, ...cell.split(/[;\t\r\n]/)]) expect(part).not.toMatch(/^\s*[=+\-@＝]/);
  },
);

test("values get a column of their own, and only when there are some", () => {
  const [header, with_, without] = parse(write({ ...FINDING, value: '="a"' }, FINDING));
  expect([header?.at(-1), with_?.at(-1), without?.at(-1)]).toEqual(["value", `'="a"`, ""]);
});

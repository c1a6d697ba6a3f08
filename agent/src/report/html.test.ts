import { createHash } from "node:crypto";
import { ENTITY_TYPES } from "@dataguardian/shared/catalog";
import { expect, test } from "vitest";
import { FINDING, HOSTILE_REPORT, reportOf } from "./hostile-report.ts";
import { writeHtml } from "./html.ts";

const page = writeHtml(HOSTILE_REPORT, { color: false });
const TAGS = /<\/?([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"<>]*")*)\s*\/?>/g;

test("hostile texts make no tag and no attribute", () => {
  // The page without its known tags holds no angle bracket at all.
  expect(page.replace("<!doctype html>", "").replace(TAGS, "")).not.toMatch(/[<>]/);
  expect([...page.matchAll(TAGS)].map(([, name]) => name)).not.toContain("script");
  expect(page).not.toMatch(/<(?:img|i|script)\b/);
  expect(page.match(/<b>/g)).toHaveLength(5);
  expect(page).toContain("&lt;b&gt;target&lt;/b&gt;");
  expect(page).toContain("word &#39;&lt;/td&gt;&lt;script&gt;&#39;");
});

test("nothing is loaded, run or sent, and the policy allows the one style only", () => {
  const style = /<style>([^]*)<\/style>/.exec(page)?.[1] ?? "";
  const hash = createHash("sha256").update(style).digest("base64");
  expect(page).toContain(
    `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
  );
  expect(page).not.toMatch(/\s(?:src|href|on\w+|style|action)="/);
  expect(style).not.toMatch(/url\(|@import/);
});

test("says what a finding means in law and what to do, in words", () => {
  expect(page).toContain("GDPR, Article 87</span>: National identification number");
  expect(page).toContain("Verify a statutory basis for the BSN");
  expect(page).toContain(ENTITY_TYPES.NL_BSN.en);
  expect(page).toContain("Staff code");
  expect(page).toContain("hr/staff list.csv</bdi>:3:7");
  expect(page).toContain("25 November 2026 at 03:42 UTC");
  expect(page).toContain("3 left out: 1 marked dataguardian:ignore, 2 in the baseline");
});

test.each([
  ["en", "no legal advice"],
  ["nl", "geen juridisch advies"],
] as const)("%s: a research aid, and never a verdict", (lang, words) => {
  for (const report of [HOSTILE_REPORT, reportOf([])]) {
    const text = writeHtml(report, { color: false, lang });
    expect(text).toContain(`<html lang="${lang}">`);
    expect(text).toContain(words);
    expect(text).not.toMatch(/complian(?:t|ce)|voldoet aan/i);
  }
});

test("speaks Dutch", () => {
  const text = writeHtml(HOSTILE_REPORT, { color: false, lang: "nl" });
  expect(text).toContain("AVG, artikel 87</span>: Nationaal identificatienummer");
  expect(text).toContain("Kritiek");
  expect(text).toContain("25 november 2026 om 03:42 UTC");
  expect(text).toContain("elfproef klopt; woord in de buurt: ‘bsn’");
  expect(text).toContain("<td>binair bestand</td>");
  // Nobody's words but the file's own are read out in English.
  expect(text).toContain('<span lang="en">-2+3</span>');
});

test("long lists fold, and a report with values warns", () => {
  const many = writeHtml(reportOf(Array.from({ length: 30 }, () => FINDING)), { color: false });
  expect(many).toContain("<summary>More (18)</summary>");
  expect(many).not.toContain("holds the values");
  expect(writeHtml(reportOf([{ ...FINDING, value: "<u>" }]), { color: false })).toContain("holds the values");
});

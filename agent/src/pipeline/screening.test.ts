import type { Finding } from "@dataguardian/shared/domain";
import { expect, test } from "vitest";
import { fillExample } from "../detection/example-values.ts";
import { scanText } from "../detection/scan-text.ts";
import { FindingMaker } from "./finding-maker.ts";
import { type AllowEntry, baselineKey, NO_SCREENING, type Screening } from "./screening.ts";
import { scanWhole } from "./scan-stream.ts";

const KEY = new Uint8Array(32).fill(9);

function report(text: string, screening: Partial<Screening> = {}, path = "src/a.ts") {
  const maker = new FindingMaker(KEY, { ...NO_SCREENING, ...screening }, scanText);
  const found: Finding[] = [];
  for (const { match, place, ignored } of scanWhole(text, scanText)) {
    const made = maker.make({ match, location: { path, ...place } }, ignored);
    if (made) found.push(made.finding);
  }
  return { found, suppressed: maker.suppressed, types: found.map((finding) => finding.entityType) };
}

const BSN = "bsn: 231480003\n";
const [known] = report(BSN).found;

test.each<[string, string]>([
  ["the line itself", "bsn: 231480003 // dataguardian:ignore"],
  ["the line itself, before it", "/* dataguardian:ignore */ bsn: 231480003"],
  ["the line above", "# dataguardian:ignore-next-line\nbsn: 231480003"],
])("a mark in %s leaves the finding out and counts it", (_where, text) => {
  const { found, suppressed } = report(text);
  expect(found).toEqual([]);
  expect(suppressed).toEqual({ inline: 1, allowList: 0, baseline: 0 });
});

test.each([
  "bsn: 231480003\n# dataguardian:ignore",
  "# dataguardian:ignore\nbsn: 231480003",
  "bsn: 231480003 dataguardian: ignore",
])("no mark for this line: %j", (text) => expect(report(text).types).toEqual(["NL_BSN"]));

test.each<[AllowEntry, boolean]>([
  [{ paths: ["src/"] }, true],
  [{ paths: ["test/**", "*.ts"] }, true],
  [{ paths: ["test/"] }, false],
  [{ fingerprints: [known?.fingerprint ?? ""] }, true],
  [{ fingerprints: ["0".repeat(32)] }, false],
  [{ rules: ["pii.national_id.bsn"] }, true],
  [{ entityTypes: ["IBAN"] }, false],
  [{ paths: ["src/"], entityTypes: ["NL_BSN"] }, true],
  [{ paths: ["src/"], entityTypes: ["IBAN"] }, false],
])("allow %j: left out %s", (entry, leftOut) => {
  const { found, suppressed } = report(BSN, { allow: [entry] });
  expect(found).toHaveLength(leftOut ? 0 : 1);
  expect(suppressed.allowList).toBe(leftOut ? 1 : 0);
});

test("a baseline knows a value wherever it stands, and no other value", () => {
  const baseline = new Set([baselineKey(known as Finding)]);
  const moved = report(`// moved\n\n  klantBsn = "231 480 003"\n`, { baseline }, "other/place.py");
  expect(moved.found).toEqual([]);
  expect(moved.suppressed.baseline).toBe(1);
  expect(report("bsn: 231480015", { baseline }).types).toEqual(["NL_BSN"]);
});

test("the report that serves as a baseline holds no value", () => {
  const { found } = report(fillExample(`${BSN}token = "{{github_token:a}}"\n`));
  expect(found.length).toBeGreaterThan(1);
  expect(JSON.stringify(found)).not.toContain("231480003");
});

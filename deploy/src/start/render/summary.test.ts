import type { Finding } from "@dataguardian/shared/domain";
import { describe, expect, it } from "vitest";
import { type Paints, type SummaryInput, summaryLines } from "./summary.ts";

const plain = (text: string) => text;
const PAINTS: Paints = {
  bold: plain,
  dim: plain,
  severity: { critical: plain, high: plain, medium: plain, low: plain, info: plain },
};

const FINDING: Finding = {
  rule: "pii.national_id.bsn",
  entityType: "NL_BSN",
  category: "national_id",
  severity: "critical",
  confidence: 0.95,
  location: { path: "src/people.csv", line: 3, column: 12, offset: 80, length: 9 },
  preview: "•••••••58",
  fingerprint: "0".repeat(32),
  count: 1,
  detector: "bsn",
  legal: [],
  reasons: [],
};

const INPUT: SummaryInput = {
  kind: "code",
  target: "/srv/shop",
  tookMs: 2_340,
  agentName: "local-agent",
  summary: {
    bySeverity: { high: 1_200, critical: 1 },
    byEntityType: { EMAIL_ADDRESS: 1_200, NL_BSN: 1 },
    byRule: {},
  },
  coverage: {
    unitsSeen: 41,
    unitsScanned: 40,
    bytes: 123_456,
    skipped: [{ reason: "binary", count: 1, examples: ["logo.png"] }],
  },
  top: [FINDING],
};

describe("summary", () => {
  it("says what was found, where, and what was covered", () => {
    expect(summaryLines(INPUT, PAINTS)).toEqual([
      "1,201 findings in /srv/shop",
      "code scan by local-agent in 2.3 s",
      "",
      "1 critical   1,200 high",
      "",
      "entity type    findings",
      "─────────────  ────────",
      "EMAIL_ADDRESS     1,200",
      "NL_BSN                1",
      "",
      "severity  entity type  place                preview    confidence",
      "────────  ───────────  ───────────────────  ─────────  ──────────",
      "critical  NL_BSN       src/people.csv:3:12  •••••••58        0.95",
      "",
      "Coverage: 40 of 41 files scanned, 123 KB",
      "  skipped 1: binary, such as logo.png",
    ]);
  });

  it("never says 'nothing found' without the coverage", () => {
    const summary = { bySeverity: {}, byEntityType: {}, byRule: {} };
    expect(summaryLines({ ...INPUT, summary, top: [] }, PAINTS)).toEqual([
      "0 findings in /srv/shop",
      "code scan by local-agent in 2.3 s",
      "",
      "nothing was found in what was scanned",
      "",
      "Coverage: 40 of 41 files scanned, 123 KB",
      "  skipped 1: binary, such as logo.png",
    ]);
  });

  it("aligns columns by what is seen, not by colour codes", () => {
    const red = (text: string) => `\u001b[31m${text}\u001b[39m`;
    const low: Finding = { ...FINDING, severity: "low" };
    const lines = summaryLines(
      { ...INPUT, top: [FINDING, low] },
      { ...PAINTS, severity: { ...PAINTS.severity, critical: red } },
    );
    const rows = lines.filter((line) => line.includes("NL_BSN  "));
    const columns = rows.map((row) => row.replaceAll(/\u001b\[\d+m/g, "").indexOf("NL_BSN"));
    expect(new Set(columns.slice(-2)).size).toBe(1);
  });

  it("cuts a long path at its front", () => {
    const location = { ...FINDING.location, path: `${"deep/".repeat(30)}people.csv` };
    const row = summaryLines({ ...INPUT, top: [{ ...FINDING, location }] }, PAINTS).find((l) =>
      l.includes("…"),
    );
    expect(row).toContain("deep/people.csv:3:12");
    expect([...(row ?? "")].length).toBeLessThan(110);
  });
});

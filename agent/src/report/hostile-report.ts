import type { ScanReport } from "@dataguardian/shared/domain";
import type { ReportedFinding } from "./report.ts";

/** For the writers' tests: a report whose texts try to be more than text. */
export const SECRET_VALUE = "231480003";

const HOSTILE_PATH = `=cmd|'/c calc'!A1, "x"/<img src=x onerror=alert(1)>\n\u202egpj.exe\u0007 #?%.txt`;

export const FINDING: ReportedFinding = {
  rule: "pii.national_id.bsn",
  entityType: "NL_BSN",
  category: "national_id",
  severity: "critical",
  confidence: 0.95,
  location: { path: "hr/staff list.csv", line: 3, column: 7, offset: 42, length: 9 },
  preview: "•••••••03",
  fingerprint: "84cc2bfbba717c2edf353eb5e75cd419",
  count: 1,
  detector: "nl-bsn",
  legal: ["GDPR 87", "UAVG 46"],
  reasons: ["checksum 11-proef", "context word 'bsn'"],
};

export const HOSTILE_FINDING: ReportedFinding = {
  ...FINDING,
  rule: `x"><script>alert(1)</script>`,
  entityType: "CUSTOM_STAFF_CODE",
  severity: "info",
  confidence: 0.3,
  location: { ...FINDING.location, path: HOSTILE_PATH },
  preview: "@SUM",
  legal: ["<b>LAW</b>"],
  reasons: [`word '</td><script>'`, "-2+3", "see [here](1) {0}", "a\u2028b"],
};

export function reportOf(findings: readonly ReportedFinding[], more: Partial<ScanReport> = {}): ScanReport {
  const bySeverity: ScanReport["summary"]["bySeverity"] = {};
  for (const { severity } of findings) bySeverity[severity] = (bySeverity[severity] ?? 0) + 1;
  return {
    schema: "dataguardian.scan/1",
    scan: {
      kind: "code",
      target: "<b>target</b>",
      engineVersion: "0.1.0",
      rulesVersion: "2026.11.1",
      startedAt: "2026-11-25T03:42:00.713Z",
      durationMs: 809,
      keyId: "key_1",
    },
    coverage: {
      unitsSeen: 5,
      unitsScanned: 3,
      bytes: 5381,
      skipped: [{ reason: "binary file", count: 2, examples: ["<i>.png", "a b.bin"] }],
    },
    summary: {
      bySeverity,
      byEntityType: {},
      byRule: {},
      suppressed: { inline: 1, allowList: 0, baseline: 2 },
    },
    findings: [...findings],
    ...more,
  };
}

export const HOSTILE_REPORT = reportOf([FINDING, HOSTILE_FINDING]);

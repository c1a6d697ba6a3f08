import type { Coverage, ScanReport } from "@dataguardian/shared/domain";
import { uriOf } from "./place.ts";
import { printable } from "./printable.ts";
import type { ReportWriter } from "./report.ts";
import { resultMaker } from "./sarif-result.ts";
import { ruleIds, sarifRule } from "./sarif-rules.ts";

const SKIPPED = "skipped";

/** SARIF 2.1.0, for code scanning and editors: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export const writeSarif: ReportWriter = ({ scan, coverage, summary, findings }) => {
  const rules = ruleIds(findings.map(({ rule }) => rule));
  const index = new Map(rules.map((id, at) => [id, at]));
  const { skipped: _, ...counts } = coverage;
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "DataGuardian",
            version: scan.engineVersion,
            rules: rules.map(sarifRule),
            notifications: [
              { id: SKIPPED, shortDescription: { text: "Part of the target was not scanned." } },
            ],
            properties: { rulesVersion: scan.rulesVersion },
          },
        },
        automationDetails: { id: `dataguardian/${scan.kind}/` },
        invocations: [invocation(scan, coverage)],
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of what was scanned." } } },
        columnKind: "utf16CodeUnits",
        results: findings.map(resultMaker(index, scan.keyId !== undefined)),
        properties: {
          scan,
          coverage: counts,
          suppressed: summary.suppressed ?? { inline: 0, allowList: 0, baseline: 0 },
        },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

/** A report is only written of a scan that came to its end. What it could not read is told beside. */
function invocation({ startedAt, durationMs }: ScanReport["scan"], { skipped }: Coverage): object {
  const start = Date.parse(startedAt);
  const times = Number.isNaN(start)
    ? {}
    : { startTimeUtc: new Date(start).toISOString(), endTimeUtc: new Date(start + durationMs).toISOString() };
  return {
    executionSuccessful: true,
    ...times,
    toolExecutionNotifications: skipped.map(({ reason, count, examples }) => ({
      descriptor: { id: SKIPPED, index: 0 },
      level: "note",
      message: { text: printable(`${count} not scanned: ${reason}`).replace(/[{}]/g, "$&$&") },
      locations: examples.map((path) => ({ physicalLocation: { artifactLocation: uriOf(path) } })),
      properties: { reason, count },
    })),
  };
}

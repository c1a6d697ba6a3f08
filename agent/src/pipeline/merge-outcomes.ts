import type { Coverage, Summary, Suppressed } from "@dataguardian/shared/domain";
import type { ScanOutcome } from "./run-scan.ts";

const NOTHING: Suppressed = { inline: 0, allowList: 0, baseline: 0 };
const MAX_EXAMPLES = 5;

/** Adds up the outcomes of several targets into one. */
export function mergeOutcomes(outcomes: readonly ScanOutcome[]): ScanOutcome {
  return {
    coverage: outcomes
      .map((outcome) => outcome.coverage)
      .reduce(addCoverage, {
        unitsSeen: 0,
        unitsScanned: 0,
        bytes: 0,
        skipped: [],
      }),
    summary: outcomes
      .map((outcome) => outcome.summary)
      .reduce(addSummary, {
        bySeverity: {},
        byEntityType: {},
        byRule: {},
      }),
  };
}

function addCoverage(a: Coverage, b: Coverage): Coverage {
  const skipped = new Map(a.skipped.map((entry) => [entry.reason, entry]));
  for (const { reason, count, examples } of b.skipped) {
    const known = skipped.get(reason) ?? { reason, count: 0, examples: [] };
    skipped.set(reason, {
      reason,
      count: known.count + count,
      examples: [...known.examples, ...examples].slice(0, MAX_EXAMPLES),
    });
  }
  return {
    unitsSeen: a.unitsSeen + b.unitsSeen,
    unitsScanned: a.unitsScanned + b.unitsScanned,
    bytes: a.bytes + b.bytes,
    skipped: [...skipped.values()],
  };
}

function addSummary(a: Summary, b: Summary): Summary {
  return {
    bySeverity: addCounts(a.bySeverity, b.bySeverity),
    byEntityType: addCounts(a.byEntityType, b.byEntityType),
    byRule: addCounts(a.byRule, b.byRule),
    ...(a.suppressed || b.suppressed
      ? { suppressed: { ...NOTHING, ...addCounts(a.suppressed ?? {}, b.suppressed ?? {}) } }
      : {}),
  };
}

function addCounts<K extends string>(
  a: Partial<Record<K, number>>,
  b: Partial<Record<K, number>>,
): Record<K, number> {
  const sum = { ...a } as Record<K, number>;
  for (const [key, count] of Object.entries(b) as [K, number][]) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}

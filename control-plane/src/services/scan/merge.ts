/** A scan's jobs each deliver a part; these put the parts together. */
import type { Coverage, Severity, Summary } from "@dataguardian/shared/domain";

const MAX_EXAMPLES = 5;

export function mergeSummaries(parts: readonly Summary[]): Summary | null {
  if (parts.length === 0) return null;
  return {
    bySeverity: addAll<Severity>(parts.map((part) => part.bySeverity)),
    byEntityType: addAll<string>(parts.map((part) => part.byEntityType)) as Record<string, number>,
    byRule: addAll<string>(parts.map((part) => part.byRule)) as Record<string, number>,
  };
}

export function mergeCoverage(parts: readonly Coverage[]): Coverage | null {
  if (parts.length === 0) return null;
  const skipped = new Map<string, Coverage["skipped"][number]>();
  for (const skip of parts.flatMap((part) => part.skipped)) {
    const known = skipped.get(skip.reason);
    skipped.set(skip.reason, {
      reason: skip.reason,
      count: (known?.count ?? 0) + skip.count,
      examples: [...(known?.examples ?? []), ...skip.examples].slice(0, MAX_EXAMPLES),
    });
  }
  const sum = (key: "unitsSeen" | "unitsScanned" | "bytes") =>
    parts.reduce((all, part) => all + part[key], 0);
  return {
    unitsSeen: sum("unitsSeen"),
    unitsScanned: sum("unitsScanned"),
    bytes: sum("bytes"),
    skipped: [...skipped.values()].toSorted((a, b) => b.count - a.count),
  };
}

function addAll<K extends string>(parts: readonly Partial<Record<K, number>>[]): Partial<Record<K, number>> {
  const total: Partial<Record<K, number>> = {};
  for (const part of parts) {
    for (const key of Object.keys(part) as K[]) total[key] = (total[key] ?? 0) + (part[key] ?? 0);
  }
  return total;
}

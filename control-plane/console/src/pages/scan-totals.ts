/** Sums over the parts of a scan. */
import type { JobView, ScanDetail } from "@dataguardian/shared/api";
import type { Progress } from "@dataguardian/shared/domain";

export interface Totals {
  unitsDone: number;
  /** Null while one of them still counts. */
  unitsTotal: number | null;
  bytesDone: number;
  findings: number;
}

export function totalsOf(running: readonly Pick<JobView, "progress">[]): Totals {
  const totals: Totals = { unitsDone: 0, unitsTotal: 0, bytesDone: 0, findings: 0 };
  for (const { progress } of running) {
    totals.unitsDone += progress?.unitsDone ?? 0;
    totals.bytesDone += progress?.bytesDone ?? 0;
    totals.findings += progress?.findings ?? 0;
    const total = progress?.unitsTotal;
    totals.unitsTotal = total === undefined || totals.unitsTotal === null ? null : totals.unitsTotal + total;
  }
  return totals;
}

/** Parts weigh the same: they are slices of one list by hash. Null while nothing is known of any. */
export function scanPercent(
  scan: Pick<ScanDetail, "jobList">,
  percentDone: (progress: readonly (Progress | null)[]) => number | null,
): number | null {
  const parts = scan.jobList.map((job) => {
    if (job.state === "ready") return 0;
    return job.state === "leased" ? percentDone([job.progress]) : 100;
  });
  if (parts.every((part) => part === null || part === 0) && parts.includes(null)) return null;
  return Math.floor(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) / Math.max(1, parts.length));
}

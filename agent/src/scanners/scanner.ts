import type { Location, ScanKind } from "@dataguardian/shared/domain";
import type { Match } from "../detection/match.ts";
import type { CoverageCounter } from "../pipeline/coverage.ts";
import type { ProgressMeter } from "../pipeline/progress.ts";
import type { ScanJob, ScanLimits } from "../pipeline/scan-job.ts";

/** A match and its place. It still holds the value: only the pipeline turns it into a finding. */
export interface LocatedMatch {
  match: Match;
  location: Location;
}

/** What a scanner works with. It counts every unit it sees as scanned or skipped. */
export interface ScanRun {
  signal: AbortSignal;
  limits: ScanLimits;
  coverage: CoverageCounter;
  progress: ProgressMeter;
}

/**
 * One kind of scan. It throws `ScanError` when the target as a whole cannot be scanned; a single unit that cannot be is
 * skipped with a reason.
 */
export interface Scanner {
  kind: ScanKind;
  scan(job: ScanJob, run: ScanRun): AsyncIterable<LocatedMatch>;
}

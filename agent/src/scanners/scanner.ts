import type { DataMapLine, ScanKind } from "@dataguardian/shared/domain";
import type { CustomDetection } from "../detection/custom/schema.ts";
import type { TextScan } from "../detection/scan-text.ts";
import type { CoverageCounter } from "../pipeline/coverage.ts";
import type { FindingMaker, Found } from "../pipeline/finding-maker.ts";
import type { ProgressMeter } from "../pipeline/progress.ts";
import type { ScanJob, ScanLimits, WebsiteAccess } from "../pipeline/scan-job.ts";
import type { UnchangedFiles } from "../pipeline/unchanged-files.ts";
import type { Screening } from "../pipeline/screening.ts";
import type { UnitJournal } from "../pipeline/unit-journal.ts";
import type { DatabaseSettings } from "../sources/database/settings.ts";
import type { RecordEntry } from "./database/record/processing-record.ts";
import type { ModelEndpoint } from "./ai-model/probe/settings.ts";

/** What a scanner works with. It counts every unit it sees as scanned or skipped. */
export interface ScanRun {
  signal: AbortSignal;
  limits: ScanLimits;
  coverage: CoverageCounter;
  progress: ProgressMeter;
  /** Makes the findings; other threads make theirs with the same key and screening. */
  maker: FindingMaker;
  scanText: TextScan;
  fingerprintKey: Uint8Array;
  screening: Screening;
  custom: CustomDetection;
  withValues: boolean;
  redactedDir: string | undefined;
  unchanged: UnchangedFiles | undefined;
  /** Which units an earlier lease has done, and where to write down those of this one. */
  journal: UnitJournal | undefined;
  website: WebsiteAccess | undefined;
  database: DatabaseSettings | undefined;
  processingRecord: readonly RecordEntry[] | undefined;
  onDataMapLine: ((line: DataMapLine) => void | Promise<void>) | undefined;
  model: ModelEndpoint | undefined;
}

/**
 * One kind of scan. It throws `ScanError` when the target as a whole cannot be scanned; a single unit that cannot be is
 * skipped with a reason.
 */
export interface Scanner {
  kind: ScanKind;
  scan(job: ScanJob, run: ScanRun): AsyncIterable<Found>;
}

import { randomBytes } from "node:crypto";
import type { Progress } from "@dataguardian/shared/domain";
import { scanText, textScan } from "../detection/scan-text.ts";
import { CoverageCounter } from "../pipeline/coverage.ts";
import { ProgressMeter } from "../pipeline/progress.ts";
import { FindingMaker } from "../pipeline/finding-maker.ts";
import { createRedactor, type Redactor } from "../pipeline/redact.ts";
import { DEFAULT_LIMITS, type ScanLimits } from "../pipeline/scan-job.ts";
import { NO_SCREENING } from "../pipeline/screening.ts";
import type { DocumentRun } from "../scanners/database/cells/cell-documents.ts";
import { scanErrorOf } from "../scanners/database/database-faults.ts";
import { openDatabase } from "../sources/database/open-database.ts";
import { DatabaseError } from "../sources/database/reader.ts";
import type { DatabaseSettings } from "../sources/database/settings.ts";
import type { SubjectReport } from "./found-places.ts";
import type { Identifier } from "./identifier.ts";
import { searchDatabase } from "./search-database.ts";
import { searchFiles } from "./search-files.ts";
import { detectionOf } from "./subject-detection.ts";
import { SubjectMatcher } from "./subject-matcher.ts";

export interface SubjectSettings {
  /** What the place is called in the report. */
  shown: string;
  include?: readonly string[] | undefined;
  exclude?: readonly string[] | undefined;
  /** Primary keys are values: they are shown to who asked for values. */
  withKeys: boolean;
  /** Takes the files in columns of bytes apart too: of a large archive that takes hours. */
  withFiles: boolean;
  /** The usual ones when absent. */
  limits?: ScanLimits;
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}

/** Looks for a person in a database, a folder or a file, and tells where. Throws `ScanError` where it cannot be read. */
export async function searchSubject(
  place: { database: DatabaseSettings } | { files: string },
  identifiers: readonly Identifier[],
  settings: SubjectSettings,
): Promise<SubjectReport> {
  // Nothing is recognised again: the key is of this run alone.
  const key = randomBytes(32);
  // A file or a column may be named after the person.
  const redactor = createRedactor(key, textScan(detectionOf(identifiers)));
  const progress = new ProgressMeter(settings.onProgress, () => performance.now());
  const found =
    "files" in place
      ? { ...(await searchFiles(place.files, identifiers, { ...settings, fingerprintKey: key })), byKey: [] }
      : await inDatabase(place.database, identifiers, settings, { key, redactor, progress });
  progress.end();
  const counts = Map.groupBy(identifiers, ({ kind }) => kind);
  return {
    schema: "dataguardian.subject/1",
    target: redactor.text(settings.shown),
    searchedAt: new Date().toISOString(),
    identifiers: Object.fromEntries([...counts].map(([kind, of]) => [kind, of.length])),
    ...found,
  };
}

async function inDatabase(
  database: DatabaseSettings,
  identifiers: readonly Identifier[],
  { include, exclude, withKeys, withFiles, signal, limits = DEFAULT_LIMITS }: SubjectSettings,
  { key, redactor, progress }: { key: Uint8Array; redactor: Redactor; progress: ProgressMeter },
): Promise<Pick<SubjectReport, "places" | "byKey" | "coverage">> {
  const matcher = new SubjectMatcher(identifiers);
  const coverage = new CoverageCounter(redactor.text);
  const files: DocumentRun = {
    limits,
    fingerprintKey: key,
    screening: NO_SCREENING,
    custom: detectionOf(identifiers),
    withValues: false,
    signal,
    maker: new FindingMaker(key, NO_SCREENING, scanText),
    coverage,
    progress,
  };
  const search = {
    ...{ matcher, redactor, coverage, progress, signal, withKeys, include, exclude },
    files: withFiles ? files : undefined,
  };
  progress.stage("scanning");
  try {
    const reader = await openDatabase(database, { signal, onWait: () => progress.bytes(0) });
    try {
      return { ...(await searchDatabase(reader, search)), coverage: coverage.result() };
    } finally {
      await reader.close();
    }
  } catch (error) {
    throw error instanceof DatabaseError ? scanErrorOf(error.fault) : error;
  }
}

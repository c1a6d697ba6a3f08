import type { Finding, OcrLanguage, Suppressed } from "@dataguardian/shared/domain";
import type { CustomDetection } from "../../detection/custom/schema.ts";
import type { FileKind } from "../../extractors/registry.ts";
import type { FileUnit, StoreRef } from "../../sources/file-source.ts";
import type { Screening } from "../screening.ts";
import type { UnitOutcome } from "../unit-scan.ts";

/** What a scanning process is started with. */
export interface WorkerStart {
  t: "start";
  kind: FileKind;
  store: StoreRef;
  commit: string | undefined;
  maxFileBytes: number;
  chunkChars: number;
  fingerprintKey: Uint8Array;
  screening: Screening;
  custom: CustomDetection;
  /** Models that OCR reads with. */
  ocrLanguages: readonly OcrLanguage[];
  redactedDir: string | undefined;
  /** Values are wanted too, for `--show-values`; else they stay where they were found (P1). */
  withValues: boolean;
}

export type ToWorker = WorkerStart | { t: "batch"; units: FileUnit[] } | { t: "taken" };

/** What a worker has found and done since its last message. It sends the next one when this has been taken. */
export interface WorkerReport {
  t: "report";
  found: { finding: Finding; value: string }[];
  units: UnitOutcome[];
  suppressed: Suppressed;
  /** The last findings are of a unit that is still being read. */
  halfDone: boolean;
  batchDone: boolean;
}

/** `ready` comes once, `beat` is a sign of life from within a large file. */
export type FromWorker = WorkerReport | { t: "ready" } | { t: "beat" };

import { availableParallelism } from "node:os";
import type { DataMapLine, Finding, Progress, ScanKind, ScanOptions } from "@dataguardian/shared/domain";
import type { CustomDetection } from "../detection/custom/schema.ts";
import type { Sensitive } from "../detection/sensitive.ts";
import type { LoginStep } from "../scanners/website/crawl/login.ts";
import type { UnchangedFiles } from "./unchanged-files.ts";
import type { ModelEndpoint } from "../scanners/ai-model/probe/settings.ts";
import type { RecordEntry } from "../scanners/database/record/processing-record.ts";
import type { DatabaseSettings } from "../sources/database/settings.ts";
import type { Screening } from "./screening.ts";
import type { Resuming } from "./unit-journal.ts";

/** What to scan. The shard says which part of the units this job takes: those whose hash modulo `count` is `index`. */
export interface ScanJob {
  kind: ScanKind;
  /** A local path, a URL, or `-` for standard input: whatever the kind's scanner understands. */
  target: string;
  options: ScanOptions;
  shard: { index: number; count: number };
}

export interface ScanLimits {
  /** A larger file is skipped and counted. */
  maxFileBytes: number;
  /** How much text is held and searched at a time, in UTF-16 units. */
  chunkChars: number;
  /** A remote repository that takes longer to fetch ends the scan with `timeout`. */
  cloneTimeoutMs: number;
  /** Threads that scan at the same time. */
  threads: number;
}

export const DEFAULT_LIMITS: ScanLimits = {
  // Files are streamed, so that size alone is no reason to pass one over.
  maxFileBytes: Number.MAX_SAFE_INTEGER,
  chunkChars: 1024 * 1024,
  cloneTimeoutMs: 10 * 60_000,
  threads: availableParallelism(),
};

/** Which hosts a website scan may visit, and find inside this network; the others of a page on the internet alone. */
export interface WebsiteAccess {
  /** As in the agent's policy. `typed`: a person gave the target here, and that alone is meant. */
  hosts: readonly string[] | "typed";
  /** Steps that log in, with the secrets that the agent has read from its configuration (P4). */
  login?: readonly LoginStep[] | undefined;
  /** Where pictures of pages and what they asked for are kept: a folder on this machine, made if need be. */
  evidenceDir?: string | undefined;
  /** Files that name trackers, in the form of ad blockers. */
  filterLists?: readonly string[] | undefined;
}

export const WHOLE = { index: 0, count: 1 } as const;

/** What the surroundings of a scan give it: the command line and the agent's job process each bring their own. */
export interface ScanContext {
  /** The tenant's key for fingerprints, 32 bytes (P3). */
  fingerprintKey: Uint8Array;
  /** Aborting makes `runScan` reject with the signal's reason, after its temporary files are gone. */
  signal: AbortSignal;
  /**
   * Takes one finding; awaited, so a slow taker slows the scan down instead of filling the memory. `value` is there for
   * `--show-values` alone (P8); it prints as a placeholder and does not survive serialisation.
   */
  emit(finding: Finding, value: Sensitive<string>): void | Promise<void>;
  /** Called at most about five times a second, and once at the end. */
  onProgress(progress: Progress): void;
  limits: ScanLimits;
  /** Whether `emit` has a use for values. */
  withValues?: boolean;
  /** image: where copies go with black over what was found; an absolute path. None are made when absent. */
  redactedDir?: string;
  /** Files in which nothing was found before, to be passed over and to be written down anew. */
  unchanged?: UnchangedFiles;
  /** Where an earlier run stood, and where to say how far this one is. Without it a scan begins at its beginning. */
  resuming?: Resuming;
  /** The customer's own detectors and lists; none when absent. */
  custom?: CustomDetection;
  /** website: what may be visited. Without it nothing is. */
  website?: WebsiteAccess;
  /** database: how to get in. The job's target only names it. */
  database?: DatabaseSettings;
  /** database: the customer's record of processing (GDPR 30); what is not in it is reported. */
  processingRecord?: readonly RecordEntry[];
  /** database: takes the map of what is where, as it is drawn; awaited, as `emit` is. */
  onDataMapLine?: (line: DataMapLine) => void | Promise<void>;
  /** ai-model: a model to ask, instead of files. The job's target only names it. */
  model?: ModelEndpoint;
  /** What is known already and shall not be reported; nothing when absent. */
  screening?: Pick<Screening, "allow" | "baseline">;
}

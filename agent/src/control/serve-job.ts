/** The inside of a job's process: takes one job over the pipe, writes its result to the spool, says how it went. */
import type { Coverage, Finding, Summary } from "@dataguardian/shared/domain";
import type { FailureCode } from "@dataguardian/shared/protocol";
import { ConfigError, loadDetectionConfig, loadProcessingRecord } from "../config/index.ts";
import { CustomDetectionError } from "../detection/custom/compile.ts";
import { Sensitive } from "../detection/sensitive.ts";
import { createRedactor } from "../pipeline/redact.ts";
import { ScanError } from "../pipeline/scan-error.ts";
import { DEFAULT_LIMITS, type ScanContext, type ScanJob } from "../pipeline/scan-job.ts";
import { databaseLimits } from "../config/database-limits.ts";
import { loginStepsOf } from "../scanners/website/crawl/login.ts";
import { parseDsn } from "../sources/database/parse-dsn.ts";
import { type FromJob, jobStart, type JobStart } from "./ipc.ts";
import { killTree } from "./process-tree.ts";
import { PoolClient } from "./pool-client.ts";
import { ResultWriter } from "./result-writer.ts";

export type Scan = (job: ScanJob, ctx: ScanContext) => Promise<{ coverage: Coverage; summary: Summary }>;

const PROGRESS_EVERY_MS = 1_000;

/** Serves the one job of this process and exits. */
export function serveJob(scan: Scan): void {
  // Without its agent this job has no lease: end it, and whatever it has started.
  process.once("disconnect", () => killTree(process.pid));
  process.once("message", (raw) => {
    const start = jobStart.parse(raw);
    const redact = createRedactor(keyOf(start)).text;
    void perform(scan, start).then(
      () => leave({ t: "done" }),
      (error: unknown) => leave({ t: "failed", ...failureOf(error, redact) }),
    );
  });
}

async function perform(scan: Scan, start: JobStart): Promise<void> {
  const startedAt = performance.now();
  const writer = new ResultWriter(start.spoolDir, start.maxSpoolBytes);
  let toldAt = Number.NEGATIVE_INFINITY;
  const own = start.detectionFile === undefined ? undefined : await loadDetectionConfig(start.detectionFile);
  const ropaFile = start.database?.ropaFile;
  const record = ropaFile === undefined ? undefined : await loadProcessingRecord(ropaFile);
  const run = start.subject === undefined ? scan : await subjectSearch(start.subject);
  const result = await run(jobOf(start), {
    ...(own ? { custom: own.custom, screening: { allow: own.allow, baseline: new Set<string>() } } : {}),
    fingerprintKey: keyOf(start),
    ...websiteOf(start),
    ...databaseOf(start),
    ...(record ? { processingRecord: record } : {}),
    ...modelOf(start),
    resuming: {
      earlier: start.earlier,
      onResumed() {
        writer.goOnFrom(start.earlier?.chunks ?? []);
        tell({ t: "resumed", units: start.earlier?.position.units ?? 0 });
      },
      async onCheckpoint(state) {
        tell({ t: "checkpoint", checkpoint: { ...state, chunks: await writer.chunksSoFar() } });
      },
      everyMs: start.checkpointEveryMs,
    },
    // The agent stops a job by killing its process.
    signal: new AbortController().signal,
    emit: (finding: Finding) => writer.add(finding),
    onDataMapLine: (line) => writer.addToMap(line),
    onProgress(progress) {
      const now = performance.now();
      if (now - toldAt < PROGRESS_EVERY_MS) return;
      toldAt = now;
      tell({ t: "progress", progress });
    },
    limits: {
      ...DEFAULT_LIMITS,
      maxFileBytes: start.maxFileBytes,
      cloneTimeoutMs: start.timeoutMs,
      threads: start.threads,
    },
  });
  const durationMs = Math.round(performance.now() - startedAt);
  await writer.finish(result, { durationMs, peakRssBytes: process.resourceUsage().maxRSS * 1_024 });
}

/** The terms are unsealed here, in the one process that searches. */
async function subjectSearch(sealed: NonNullable<JobStart["subject"]>): Promise<Scan> {
  const { openTerms } = await import("../subject/sealed-terms.ts");
  const { runSubjectJob } = await import("../subject/subject-job.ts");
  const identifiers = await openTerms(sealed, Date.now());
  return (job, ctx) => runSubjectJob(job, ctx, { identifiers, withFiles: sealed.files });
}

/** With the period of its source, where the job asks for none of its own. */
function jobOf({ job, database: access }: JobStart): ScanJob {
  if (access?.retention === undefined) return job;
  const database = { retention: access.retention, ...job.options.database };
  return { ...job, options: { ...job.options, database } };
}

function websiteOf({ website }: JobStart): Pick<ScanContext, "website"> {
  if (website === undefined) return {};
  const { login, ...access } = website;
  return { website: { ...access, ...(login === undefined ? {} : { login: loginStepsOf(login) }) } };
}

function databaseOf({ database }: JobStart): Pick<ScanContext, "database"> {
  if (database === undefined) return {};
  const { dsn, password, limits } = database;
  const parsed = parseDsn(dsn, password === undefined ? undefined : new Sensitive(password));
  if (!parsed.ok) return {};
  const { settings } = parsed;
  if (settings.product === "sqlite") return { database: settings };
  const permits = new PoolClient(tell);
  process.on("message", (raw) => permits.hear(raw));
  return { database: { ...settings, limits: databaseLimits(limits), permits } };
}

function modelOf({ model }: JobStart): Pick<ScanContext, "model"> {
  if (model === undefined) return {};
  const { apiKey, ...endpoint } = model;
  return { model: { ...endpoint, ...(apiKey === undefined ? {} : { apiKey: new Sensitive(apiKey) }) } };
}

const keyOf = (start: JobStart) => Buffer.from(start.fingerprintKey, "base64");

/** The sentence of a `ScanError` may leave once its names have been masked (P2); of other errors not a word does (P5). */
function failureOf(error: unknown, redact: (text: string) => string): { code: FailureCode; reason: string } {
  if (error instanceof ScanError) return { code: error.code, reason: redact(error.message).slice(0, 300) };
  // Its sentence names the customer's file, which stays here.
  if (error instanceof ConfigError || error instanceof CustomDetectionError)
    return {
      code: "invalid",
      reason: "The agent's detection file cannot be used: dataguardian rules test says why.",
    };
  switch ((error as NodeJS.ErrnoException | null)?.code) {
    case "ENOSPC":
    case "EDQUOT":
    case "EROFS":
      return { code: "disk", reason: "The agent's disk is full or cannot be written." };
    case "EACCES":
    case "EPERM":
      return { code: "permission", reason: "The agent's user may not read the target." };
    default:
      return { code: "internal", reason: "The scan stopped on an error in the scanner." };
  }
}

function tell(message: FromJob): void {
  process.send?.(message);
}

function leave(message: FromJob): void {
  process.send?.(message, () => process.exit(0));
}

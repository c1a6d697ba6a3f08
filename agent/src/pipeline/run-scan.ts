import type { Coverage, Summary } from "@dataguardian/shared/domain";
import { NOTHING_CUSTOM } from "../detection/custom/schema.ts";
import { textScan } from "../detection/scan-text.ts";
import { SCANNERS } from "../scanners/registry.ts";
import type { Scanner } from "../scanners/scanner.ts";
import { CoverageCounter } from "./coverage.ts";
import { FindingMaker } from "./finding-maker.ts";
import { ProgressMeter } from "./progress.ts";
import type { ScanContext, ScanJob } from "./scan-job.ts";
import { ScanError } from "./scan-error.ts";
import { NO_SCREENING } from "./screening.ts";
import { SummaryCounter } from "./summary.ts";
import { UnitJournal } from "./unit-journal.ts";

export interface ScanOutcome {
  coverage: Coverage;
  summary: Summary;
}

/**
 * Runs one job: findings go to `ctx.emit` as they are found, what was covered comes back at the end.
 * Throws `ScanError` when the target cannot be scanned, and the signal's reason when it is aborted.
 */
export async function runScan(job: ScanJob, ctx: ScanContext): Promise<ScanOutcome> {
  const scanner = SCANNERS[job.kind];
  if (!scanner) throw new ScanError("invalid", `This version has no ${job.kind} scan.`);
  return runScanner(scanner, job, ctx);
}

/** The same with a scanner of the caller's choice. Every finding passes the redactor here, whoever found it. */
export async function runScanner(scanner: Scanner, job: ScanJob, ctx: ScanContext): Promise<ScanOutcome> {
  ctx.signal.throwIfAborted();

  const { minConfidence = 0, exposure = "internal" } = job.options;
  const screening = { ...NO_SCREENING, ...ctx.screening, minConfidence, exposure };
  const custom = ctx.custom ?? NOTHING_CUSTOM;
  const scanText = textScan(custom);
  const maker = new FindingMaker(ctx.fingerprintKey, screening, scanText);
  const coverage = new CoverageCounter(maker.redactor.text);
  const progress = new ProgressMeter(ctx.onProgress, () => performance.now());
  const summary = new SummaryCounter(maker.suppressed);

  const { signal, limits, fingerprintKey } = ctx;
  const { kind, options, shard } = job;
  const sameness = {
    kind,
    options,
    shard,
    custom,
    allow: screening.allow,
    maxFileBytes: limits.maxFileBytes,
  };
  const journal =
    ctx.resuming &&
    new UnitJournal(
      ctx.resuming,
      { coverage, summary, progress },
      { key: fingerprintKey, sameness, now: () => performance.now() },
    );
  const run = {
    journal,
    signal,
    limits,
    coverage,
    progress,
    maker,
    scanText,
    fingerprintKey,
    screening,
    custom,
    withValues: ctx.withValues ?? false,
    redactedDir: ctx.redactedDir,
    unchanged: ctx.unchanged,
    website: ctx.website,
    database: ctx.database,
    processingRecord: ctx.processingRecord,
    onDataMapLine: ctx.onDataMapLine,
    model: ctx.model,
  };
  for await (const { finding, value } of scanner.scan(job, run)) {
    summary.add(finding);
    progress.foundOne();
    await ctx.emit(finding, value);
    ctx.signal.throwIfAborted();
  }
  progress.end();
  return { coverage: coverage.result(), summary: summary.result() };
}

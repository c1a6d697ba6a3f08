import type { Coverage, Summary } from "@dataguardian/shared/domain";
import { SCANNERS } from "../scanners/registry.ts";
import type { Scanner } from "../scanners/scanner.ts";
import { CoverageCounter } from "./coverage.ts";
import { ProgressMeter } from "./progress.ts";
import { createRedactor } from "./redact.ts";
import type { ScanContext, ScanJob } from "./scan-job.ts";
import { ScanError } from "./scan-error.ts";
import { SummaryCounter } from "./summary.ts";

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

  const redactor = createRedactor(ctx.fingerprintKey);
  const coverage = new CoverageCounter(redactor.text);
  const progress = new ProgressMeter(ctx.onProgress, () => performance.now());
  const summary = new SummaryCounter();
  const minConfidence = job.options.minConfidence ?? 0;

  const run = { signal: ctx.signal, limits: ctx.limits, coverage, progress };
  for await (const located of scanner.scan(job, run)) {
    if (located.match.confidence < minConfidence) continue;
    const finding = redactor.finding(located);
    summary.add(finding);
    progress.foundOne();
    await ctx.emit(finding, located.match.value);
    ctx.signal.throwIfAborted();
  }
  progress.end();
  return { coverage: coverage.result(), summary: summary.result() };
}

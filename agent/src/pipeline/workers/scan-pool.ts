import type { Suppressed } from "@dataguardian/shared/domain";
import { Sensitive } from "../../detection/sensitive.ts";
import { type FileUnit, SKIP_REASONS } from "../../sources/file-source.ts";
import type { Found } from "../finding-maker.ts";
import { ScanError } from "../scan-error.ts";
import type { UnitOutcome } from "../unit-scan.ts";
import { compiledCodeFor } from "../../compiled-code.ts";
import { ScratchFolder } from "./confinement.ts";
import type { WorkerReport, WorkerStart } from "./messages.ts";
import { WorkerProcess } from "./worker-process.ts";

/** Pictures and documents take long, so that a small batch costs nothing, and a scan comes to rest sooner. */
const BATCH_UNITS = { text: 64, code: 64, document: 8, image: 4, "ai-model": 8 } as const;
const LOOK_EVERY_MS = 1_000;
const MAX_FAILED_STARTS = 3;

export interface PoolOptions {
  start: Omit<WorkerStart, "t">;
  workers: number;
  signal: AbortSignal;
  /** A worker that shows no sign of life for so long is ended. */
  stuckMs: number;
  /** Module that the workers run. */
  entry: URL;
  suppressed: Suppressed;
  /** While true, no further units are given out; when all that are out have ended meanwhile, the scan rests there. */
  restNow?: () => boolean;
}

export const SCAN_WORKER = new URL("scan-worker.ts", import.meta.url);
export const STUCK_MS = 60_000;

/**
 * Scans files in processes of their own, so many at a time: a thread that runs out of memory would take the whole scan
 * with it. A file on which a worker dies or stands still is passed over and counted. Which one of a batch it was shows
 * when the rest of the batch is given out one by one. Returns how many units have come to their end: the first ones of `units`.
 */
export async function* scanInPool(
  units: readonly FileUnit[],
  options: PoolOptions,
): AsyncGenerator<Found | UnitOutcome, number, undefined> {
  const { start, signal, stuckMs, suppressed, restNow } = options;
  const scratch = new ScratchFolder();
  const env = compiledCodeFor(scratch.path);
  const fresh = batchesOf(units, options.workers, BATCH_UNITS[start.kind]);
  /** What a worker that ended did not come to; it goes out again before anything else, also when the scan is to rest. */
  const again: FileUnit[][] = [];
  let given = 0;
  const nextBatch = () => {
    const batch = again.shift();
    if (batch || (given > 0 && restNow?.())) return batch;
    const first = fresh.shift();
    given += first?.length ?? 0;
    return first;
  };
  const reports: { worker: WorkerProcess; report: WorkerReport | null }[] = [];
  const workers = new Set<WorkerProcess>();
  /** They wait for others to end, so that the scan can rest; or until it is clear that this takes too long. */
  const resting = new Set<WorkerProcess>();
  let wake = () => {};
  let failedStarts = 0;
  const startWorker = () => {
    const batch = nextBatch();
    if (!batch) return;
    const place = { entry: options.entry, scratch: scratch.path, env, signal };
    const worker = new WorkerProcess({ t: "start", ...start }, place, (report) => {
      reports.push({ worker, report });
      wake();
    });
    workers.add(worker);
    worker.give(batch);
  };
  const look = setInterval(
    () => {
      for (const worker of workers) if (!resting.has(worker)) worker.endIfStuck(performance.now(), stuckMs);
      for (const worker of resting) {
        const batch = nextBatch();
        if (!batch) break;
        resting.delete(worker);
        worker.give(batch);
      }
    },
    Math.min(LOOK_EVERY_MS, stuckMs),
  );
  const onAbort = () => wake();
  signal.addEventListener("abort", onAbort);
  try {
    for (let i = 0; i < options.workers; i++) startWorker();
    while (workers.size > resting.size) {
      signal.throwIfAborted();
      const next = reports.shift();
      if (!next) {
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      const { worker, report } = next;
      if (report) {
        for (const { finding, value } of report.found) yield { finding, value: new Sensitive(value) };
        yield* report.units;
        worker.taken();
        if (!report.batchDone) continue;
        const batch = nextBatch();
        if (batch) worker.give(batch);
        else if (fresh.length > 0) resting.add(worker);
        else await worker.end();
        if (batch || resting.has(worker)) continue;
      } else {
        const { units: left, isFirstGuilty } = worker.left();
        if (!worker.isReady && ++failedStarts >= MAX_FAILED_STARTS)
          throw new ScanError(
            "crash",
            "The scanning processes do not start: give the scan more memory, or fewer threads.",
          );
        if (!worker.isReady) again.unshift([...left]);
        else if (isFirstGuilty && left[0]) {
          yield { path: left[0].path, skip: worker.wasStuck ? SKIP_REASONS.stuck : SKIP_REASONS.crashed };
          if (left.length > 1) again.unshift(left.slice(1));
        } else again.unshift(...left.map((unit) => [unit]));
        startWorker();
      }
      workers.delete(worker);
      addTo(suppressed, worker.suppressed);
    }
    for (const worker of resting) addTo(suppressed, worker.suppressed);
    return given;
  } finally {
    clearInterval(look);
    signal.removeEventListener("abort", onAbort);
    await Promise.all([...workers].map((worker) => worker.end()));
    scratch.remove();
  }
}

/** Small batches where there are few units, so that every worker has some. */
function batchesOf(units: readonly FileUnit[], workers: number, most: number): FileUnit[][] {
  const size = Math.max(1, Math.min(most, Math.ceil(units.length / (workers * 4))));
  const batches = [];
  for (let at = 0; at < units.length; at += size) batches.push(units.slice(at, at + size));
  return batches;
}

function addTo(sum: Suppressed, more: Suppressed): void {
  sum.inline += more.inline;
  sum.allowList += more.allowList;
  sum.baseline += more.baseline;
}

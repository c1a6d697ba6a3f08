import { setImmediate } from "node:timers/promises";
import { DEFAULT_OCR_LANGUAGES } from "@dataguardian/shared/domain";
import type { FileKind } from "../../extractors/registry.ts";
import { Scratch } from "../../extractors/scratch.ts";
import type { Found } from "../../pipeline/finding-maker.ts";
import type { ScanJob } from "../../pipeline/scan-job.ts";
import { inShard } from "../../pipeline/shard.ts";
import { SCAN_WORKER, scanInPool, STUCK_MS } from "../../pipeline/workers/scan-pool.ts";
import { scanUnit, type UnitOutcome } from "../../pipeline/unit-scan.ts";
import { type FileSource, type FileUnit, SKIP_REASONS } from "../../sources/file-source.ts";
import { IGNORE_FILE, ignoreRules } from "../../sources/ignore-file.ts";
import { openStore } from "../../sources/open-store.ts";
import { totalBytes } from "../../sources/total-bytes.ts";
import type { ScanRun } from "../scanner.ts";

const TURN_EVERY_MS = 25;
/** With fewer files than this, workers would take longer to start than the files to scan. */
const WORKERS_FROM_UNITS = 200;

/**
 * Scans the files of a source, each a unit, here or in processes of their own. Where documents are taken apart it is always
 * the latter: what a damaged one does to its reader shall cost that one file.
 */
export async function* scanFiles(
  kind: FileKind,
  source: FileSource,
  job: ScanJob,
  run: ScanRun,
): AsyncGenerator<Found, void, undefined> {
  try {
    const units = await changedUnits(await ownUnits(source, job, run), source, run);
    run.progress.total(units.length, await totalBytes(units, source.store));
    const names = run.journal ? units.map((unit) => nameOf(unit, source)) : [];
    let done = run.journal?.resume(names) ?? 0;
    run.progress.stage("scanning");
    const inPool = kind !== "code" || (run.limits.threads > 1 && units.length >= WORKERS_FROM_UNITS);
    while (done < units.length) {
      const rest = units.slice(done);
      const scanned = inPool
        ? scanBeside(kind, rest, source, job, run)
        : scanHere(kind, rest, source, job, run);
      done += yield* counted(scanned, source, run);
      if (done < units.length) await run.journal?.record(names.slice(0, done));
    }
  } finally {
    await source.close();
  }
}

type Scanned<Result> = AsyncGenerator<Found | UnitOutcome, Result, undefined>;

/** Passes the findings on and counts how units ended. */
async function* counted<Result>(
  scanned: Scanned<Result>,
  source: FileSource,
  run: ScanRun,
): AsyncGenerator<Found, Result, undefined> {
  try {
    for (;;) {
      const next = await scanned.next();
      if (next.done === true) return next.value;
      if ("finding" in next.value) yield next.value;
      else count(next.value, source, run);
    }
  } finally {
    await scanned.return(undefined as Result);
  }
}

/** Tells a unit from any other, on every agent. */
const nameOf = ({ path, pathBytes, object }: FileUnit, { commit }: FileSource): string =>
  JSON.stringify([path, pathBytes, object?.id, commit]);

/** Lists the source; what the shard leaves to another job is not seen here, and what is ignored is counted. */
async function ownUnits(source: FileSource, job: ScanJob, run: ScanRun): Promise<FileUnit[]> {
  const units: FileUnit[] = [];
  let ignoreUnit: FileUnit | undefined;
  for await (const unit of source.list(run.signal)) {
    if (unit.path === IGNORE_FILE && !("skip" in unit)) ignoreUnit = unit;
    if (!inShard(unit.path, job.shard)) continue;
    if ("skip" in unit) run.coverage.skipped(unit.skip, unit.path);
    else units.push(unit);
  }
  if (!ignoreUnit) return units;
  const isIgnored = ignoreRules(await readText(ignoreUnit, source, run));
  return units.filter((unit) => {
    const ignored = isIgnored(unit.path);
    if (ignored) run.coverage.skipped(SKIP_REASONS.ignored, unit.path);
    return !ignored;
  });
}

/** Without those in which an earlier scan found nothing and that are the same still; these are counted. */
async function changedUnits(
  units: FileUnit[],
  { store }: FileSource,
  { unchanged, coverage, signal }: ScanRun,
): Promise<FileUnit[]> {
  if (!unchanged || store.store !== "disk") return units;
  const changed: FileUnit[] = [];
  for (const unit of units) {
    signal.throwIfAborted();
    if (await unchanged.has(store.root, unit)) coverage.skipped(SKIP_REASONS.unchanged, unit.path);
    else changed.push(unit);
  }
  return changed;
}

/** Scans plain text in this process, then all else in others. Returns how many of the first units that were. */
async function* scanHere(
  kind: FileKind,
  units: readonly FileUnit[],
  source: FileSource,
  job: ScanJob,
  run: ScanRun,
): Scanned<number> {
  const { maker, scanText, signal, limits, journal } = run;
  /** Files that are no plain text: their formats' readers run in processes of their own, however few files there are. */
  const toTakeApart: FileUnit[] = [];
  let done = 0;
  const store = openStore(source.store, signal);
  const scratch = new Scratch();
  const scan = {
    kind: "text" as const,
    scratch,
    store,
    maker,
    scanText,
    signal,
    commit: source.commit,
    redactedDir: undefined,
    beat: () => {},
    ...limits,
  };
  try {
    let turnedAt = performance.now();
    for (const unit of units) {
      // Reading is synchronous: without a turn of the event loop, no cancellation would ever arrive.
      if (performance.now() - turnedAt > TURN_EVERY_MS) {
        await setImmediate();
        turnedAt = performance.now();
      }
      signal.throwIfAborted();
      if (done > 0 && journal?.due() === true) break;
      done++;
      const outcome = yield* scanUnit(unit, scan);
      if ("skip" in outcome && outcome.skip === SKIP_REASONS.toTakeApart) toTakeApart.push(unit);
      else yield outcome;
    }
  } finally {
    scratch.close();
    await store.close();
  }
  if (toTakeApart.length > 0) yield* scanBeside(kind, toTakeApart, source, job, run, false);
  return done;
}

function scanBeside(
  kind: FileKind,
  units: readonly FileUnit[],
  source: FileSource,
  { options }: ScanJob,
  run: ScanRun,
  mayRest = true,
): Scanned<number> {
  const { limits, fingerprintKey, screening, custom, withValues, signal } = run;
  const { threads, maxFileBytes, chunkChars } = limits;
  const { ocrLanguages = DEFAULT_OCR_LANGUAGES } = options;
  const settings = {
    maxFileBytes,
    chunkChars,
    ocrLanguages,
    redactedDir: kind === "image" ? run.redactedDir : undefined,
  };
  return scanInPool(units, {
    start: {
      ...settings,
      kind,
      store: source.store,
      commit: source.commit,
      fingerprintKey,
      screening,
      custom,
      withValues,
    },
    workers: threads,
    signal,
    stuckMs: STUCK_MS,
    entry: SCAN_WORKER,
    suppressed: run.maker.suppressed,
    ...(mayRest && run.journal ? { restNow: () => run.journal?.due() ?? false } : {}),
  });
}

function count(
  outcome: UnitOutcome,
  { store }: FileSource,
  { coverage, progress, unchanged }: ScanRun,
): void {
  if ("skip" in outcome) coverage.skipped(outcome.skip, outcome.path);
  else {
    coverage.scanned(outcome.bytes);
    const isClean = outcome.matches === 0 && (outcome.members?.skipped.length ?? 0) === 0;
    if (isClean && store.store === "disk") unchanged?.clean(store.root, { path: outcome.path });
    progress.bytes(outcome.bytes);
  }
  coverage.members(outcome.members);
  progress.unitDone();
}

async function readText(unit: FileUnit, source: FileSource, run: ScanRun): Promise<string> {
  const store = openStore(source.store, run.signal);
  try {
    const content = await store.read(unit, run.limits.maxFileBytes);
    if ("skip" in content) return "";
    const bytes: Uint8Array[] = [content.head];
    if (content.rest) for await (const piece of content.rest) bytes.push(piece);
    content.close?.();
    return Buffer.concat(bytes).toString("utf8");
  } finally {
    await store.close();
  }
}

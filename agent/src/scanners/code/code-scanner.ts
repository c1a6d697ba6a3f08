import { setImmediate } from "node:timers/promises";
import { decodeText } from "../../extractors/plain-text.ts";
import { columnNames } from "../../extractors/column-names.ts";
import type { ScanJob } from "../../pipeline/scan-job.ts";
import { scanStream } from "../../pipeline/scan-stream.ts";
import { inShard } from "../../pipeline/shard.ts";
import { type FileSource, type FileUnit, SKIP_REASONS, skipReasonOf } from "../../sources/file-source.ts";
import { IGNORE_FILE, ignoreRules } from "../../sources/ignore-file.ts";
import { openCodeTarget } from "../../sources/open-code-target.ts";
import { ScanError } from "../../pipeline/scan-error.ts";
import type { LocatedMatch, Scanner, ScanRun } from "../scanner.ts";

const TURN_EVERY_MS = 25;
const TABLE = /\.(?:csv|tsv|psv|tab)$/i;

/** Source code: a folder, or a git repository here or elsewhere. A unit is a file. */
export const codeScanner: Scanner = {
  kind: "code",
  async *scan(job, run) {
    run.progress.stage("listing");
    const source = await openCodeTarget(job.target, job.options.ref, run.limits, run.signal);
    try {
      const units = await ownUnits(source, job, run);
      run.progress.total(units.length);
      run.progress.stage("scanning");
      let turnedAt = performance.now();
      for (const unit of units) {
        // Reading is synchronous: without a turn of the event loop, no cancellation would ever arrive.
        if (performance.now() - turnedAt > TURN_EVERY_MS) {
          await setImmediate();
          turnedAt = performance.now();
        }
        run.signal.throwIfAborted();
        yield* scanFile(unit, source.commit, run);
        run.progress.unitDone();
      }
    } finally {
      await source.close();
    }
  },
};

/** Lists the source; what the shard leaves to another job is not seen here, and what is ignored is counted. */
async function ownUnits(source: FileSource, job: ScanJob, run: ScanRun): Promise<FileUnit[]> {
  const units: FileUnit[] = [];
  let ignoreUnit: FileUnit | undefined;
  for await (const unit of source.list(run.signal)) {
    if (unit.path === IGNORE_FILE && "read" in unit) ignoreUnit = unit;
    if (!inShard(unit.path, job.shard)) continue;
    if ("skip" in unit) run.coverage.skipped(unit.skip, unit.path);
    else units.push(unit);
  }
  if (!ignoreUnit) return units;
  const isIgnored = ignoreRules(await readText(ignoreUnit, run));
  return units.filter((unit) => {
    const ignored = isIgnored(unit.path);
    if (ignored) run.coverage.skipped(SKIP_REASONS.ignored, unit.path);
    return !ignored;
  });
}

async function* scanFile(
  unit: FileUnit,
  commit: string | undefined,
  run: ScanRun,
): AsyncGenerator<LocatedMatch, void, undefined> {
  const content = await unit.read(run.limits.maxFileBytes);
  if ("skip" in content) return run.coverage.skipped(content.skip, unit.path);
  const pieces = content.pieces[Symbol.asyncIterator]();
  try {
    const first = await pieces.next();
    const head = first.done === true ? new Uint8Array() : first.value;
    const text = decodeText(head, { [Symbol.asyncIterator]: () => pieces });
    if (!text) return run.coverage.skipped(SKIP_REASONS.binary, unit.path);
    for await (const { match, place } of scanStream(text, run.limits.chunkChars, tableContext(unit.path))) {
      yield { match, location: { path: unit.path, ...place, ...(commit === undefined ? {} : { commit }) } };
    }
    run.coverage.scanned(content.bytes);
    run.progress.bytes(content.bytes);
  } catch (error) {
    if (run.signal.aborted || error instanceof ScanError || !isSystemError(error)) throw error;
    run.coverage.skipped(skipReasonOf(error), unit.path);
  } finally {
    await pieces.return?.();
  }
}

/** The column names of a delimited table, read from its first window. */
function tableContext(path: string): Parameters<typeof scanStream>[2] {
  if (!TABLE.test(path)) return undefined;
  let nameAt: ReturnType<typeof columnNames> = null;
  return ({ text, offset: start }) => {
    if (start === 0) nameAt = columnNames(text);
    return { fieldAt: (offset) => nameAt?.(text, offset) ?? null };
  };
}

async function readText(unit: FileUnit, run: ScanRun): Promise<string> {
  const content = await unit.read(run.limits.maxFileBytes);
  if ("skip" in content) return "";
  const bytes: Uint8Array[] = [];
  for await (const piece of content.pieces) bytes.push(piece);
  return Buffer.concat(bytes).toString("utf8");
}

function isSystemError(error: unknown): boolean {
  return typeof (error as NodeJS.ErrnoException).errno === "number";
}

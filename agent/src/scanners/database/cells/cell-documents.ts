/** Values that are files: documents and pictures in columns of bytes. Each goes to disk for a while, to be taken apart in a process of its own. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEFAULT_OCR_LANGUAGES } from "@dataguardian/shared/domain";
import { EXTRACTORS } from "../../../extractors/registry.ts";
import { SCAN_WORKER, scanInPool, STUCK_MS } from "../../../pipeline/workers/scan-pool.ts";
import { SKIP_REASONS } from "../../../sources/file-source.ts";
import type { ScanRun } from "../../scanner.ts";
import { DocumentTally } from "./document-tally.ts";

/** Fewer bytes are no document: a hash, an id, a flag. */
const LEAST_BYTES = 24;
/** So much is on disk at a time. */
const BATCH_BYTES = 128 * 1024 * 1024;
const BATCH_FILES = 64;

export interface DocumentCaps {
  /** Of one column. */
  cells: number;
  bytes: number;
}

export const ALL_FILES: DocumentCaps = {
  cells: Number.MAX_SAFE_INTEGER,
  bytes: Number.MAX_SAFE_INTEGER,
};

/** What files are read with. */
export type DocumentRun = Pick<
  ScanRun,
  | "limits"
  | "fingerprintKey"
  | "screening"
  | "custom"
  | "withValues"
  | "signal"
  | "maker"
  | "coverage"
  | "progress"
>;

interface ColumnFiles {
  name: string;
  tally: DocumentTally;
  cells: number;
  bytes: number;
}

/** The files in the cells of one table. */
export class CellDocuments {
  readonly caps: DocumentCaps;
  readonly #run: DocumentRun;
  readonly #table: string;
  readonly #columns = new Map<string, ColumnFiles>();
  #root: string | null = null;
  #files: { path: string; column: ColumnFiles }[] = [];
  #bytes = 0;

  constructor(table: string, caps: DocumentCaps, run: DocumentRun) {
    this.#table = table;
    this.caps = caps;
    this.#run = run;
  }

  /** Takes a value of a column. */
  add(name: string, bytes: Uint8Array, isCut: boolean): void {
    const { coverage } = this.#run;
    const unit = `${this.#table}.${name}`;
    const column = this.#column(name);
    column.tally.values++;
    if (bytes.length < LEAST_BYTES || !isKnown(bytes)) {
      column.tally.unknown++;
      return;
    }
    if (isCut) return coverage.skipped(SKIP_REASONS.tooLarge, unit);
    if (column.cells >= this.caps.cells || column.bytes + bytes.length > this.caps.bytes) {
      if (!column.tally.isCapped) coverage.skipped("more files in a column than are read of it", unit);
      column.tally.isCapped = true;
      return;
    }
    column.cells++;
    column.bytes += bytes.length;
    this.#root ??= realpathSync(mkdtempSync(join(tmpdir(), "dataguardian-cells-")));
    const path = `value-${column.cells}-${this.#files.length}`;
    writeFileSync(join(this.#root, path), bytes, { mode: 0o600 });
    this.#files.push({ path, column });
    this.#bytes += bytes.length;
  }

  async scanWhenFull(): Promise<void> {
    if (this.#files.length >= BATCH_FILES || this.#bytes >= BATCH_BYTES) await this.scan();
  }

  /** Whether a column wants no more values. */
  isFull(name: string): boolean {
    return this.#columns.get(name)?.tally.isCapped ?? false;
  }

  /** Takes apart what has been added since, and removes it from the disk. */
  async scan(): Promise<void> {
    const root = this.#root;
    const files = this.#files;
    if (root === null || files.length === 0) return;
    const { limits, fingerprintKey, screening, custom, withValues, signal, maker, coverage, progress } =
      this.#run;
    const columnOf = new Map(files.map(({ path, column }) => [path, column]));
    try {
      const events = scanInPool(
        files.map(({ path }) => ({ path })),
        {
          start: {
            kind: "document",
            store: { store: "disk", root },
            commit: undefined,
            maxFileBytes: this.caps.bytes,
            chunkChars: limits.chunkChars,
            fingerprintKey,
            // Of a column is judged as a whole, when it has been read.
            screening: { ...screening, minConfidence: 0, allow: [], baseline: new Set() },
            custom,
            ocrLanguages: DEFAULT_OCR_LANGUAGES,
            redactedDir: undefined,
            withValues,
          },
          workers: Math.min(limits.threads, files.length),
          signal,
          stuckMs: STUCK_MS,
          entry: SCAN_WORKER,
          suppressed: maker.suppressed,
        },
      );
      for await (const event of events) {
        if ("finding" in event) {
          columnOf.get(event.finding.location.path ?? "")?.tally.add(event);
          continue;
        }
        const column = columnOf.get(event.path);
        if ("skip" in event) coverage.skipped(event.skip, `${this.#table}.${column?.name}`);
        else {
          if (column) column.tally.files++;
          progress.bytes(event.bytes);
        }
        const { members } = event;
        if (members)
          coverage.members({
            ...members,
            skipped: members.skipped.map((one) => ({
              ...one,
              examples: one.examples.map((place) =>
                place.replace(/^[^!]*/, `${this.#table}.${column?.name}`),
              ),
            })),
          });
      }
    } finally {
      this.close();
    }
  }

  /** By column, what its files hold. */
  tallies(): ReadonlyMap<string, DocumentTally> {
    return new Map([...this.#columns].map(([name, { tally }]) => [name, tally]));
  }

  close(): void {
    if (this.#root !== null) rmSync(this.#root, { recursive: true, force: true });
    this.#root = null;
    this.#files = [];
    this.#bytes = 0;
  }

  #column(name: string): ColumnFiles {
    const known = this.#columns.get(name);
    if (known) return known;
    const made = { name, tally: new DocumentTally(), cells: 0, bytes: 0 };
    this.#columns.set(name, made);
    return made;
  }
}

const HEAD_BYTES = 4_096;

/** Whether a reader of documents or pictures knows the bytes. */
function isKnown(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, HEAD_BYTES);
  return EXTRACTORS.document.some((one) => one.matches(head, "value"));
}

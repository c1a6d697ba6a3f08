import type { DatabaseReader, ReadPlan, RowBatch, TableInfo } from "../../sources/database/reader.ts";
import type { ScanRun } from "../scanner.ts";
import type { CellDocuments } from "./cells/cell-documents.ts";
import { withText } from "./cells/blob-text.ts";
import { ColumnScan, type ScanTools } from "./column-scan.ts";
import { DEFAULT_SAMPLE_ROWS, rowsToKnow, samplePlan } from "./sample-plan.ts";
import { bestOf } from "./type-tally.ts";

/** Longer values are cut, and counted. */
const MAX_VALUE_CHARS = 1024 * 1024;
/** A sample of a table ends after so much of a part: rows can be a megabyte each. */
const PART_BYTES = 64 * 1024 * 1024;
const MAX_ROUNDS = 4;
/** Files in cells: as large as a scan of documents takes without a thought. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;
/** Rows of a large table whose bytes are looked at; of what is no file many cost little. */
const BYTES_ROWS = 200;
/** A sample that comes so near to the whole costs as much as the whole. */
const WHOLE_FROM = 0.5;
const HINT = 0.3;

export interface TableTools extends ScanTools {
  reader: DatabaseReader;
  run: ScanRun;
  documents: CellDocuments;
  /** Looks at whole rows. */
  onBatch: (batch: RowBatch, isRandom: boolean) => void;
}

/** Reads the rows of one table that are to be read, column by column. Throws `DatabaseError`; what was read counts. */
export class TableRead {
  readonly table: TableInfo;
  columns: ColumnScan[];
  bytes = 0;
  /** A part of the sample was left because its values were long. */
  wasCutShort = false;
  readonly #tools: TableTools;
  readonly #sample: number | "all";

  constructor(table: TableInfo, sample: number | "all" = DEFAULT_SAMPLE_ROWS, tools: TableTools) {
    this.table = table;
    this.#tools = tools;
    this.#sample = sample;
    this.columns = table.columns
      .filter(({ nature }) => nature !== "binary")
      .map((column) => new ColumnScan(column, tools));
  }

  async read(): Promise<void> {
    const parts = samplePlan(this.table.rowEstimate, this.#sample);
    for (const part of parts) await this.#part(this.columns, part, true);
    if (parts.length > 1) await this.#deeper();
    else if (!this.wasCutShort) for (const scan of this.columns) scan.isWhole = true;
    await this.#files();
  }

  /** Reads more of the columns in which something was found, until its rate is known, and of those that hold prose. */
  async #deeper(): Promise<void> {
    const sample = this.#sample === "all" ? DEFAULT_SAMPLE_ROWS : this.#sample;
    const { rowEstimate, kind } = this.table;
    if (kind === "view") return;
    for (let round = 2; round <= MAX_ROUNDS; round++) {
      const wanted = new Map(this.columns.map((scan) => [scan, scan.isWhole ? 0 : rowsWanted(scan, sample)]));
      const more = this.columns.filter((scan) => (wanted.get(scan) ?? 0) > 0);
      const [first] = more;
      if (!first || this.wasCutShort) return;
      const rows = Math.max(...more.map((scan) => (wanted.get(scan) ?? 0) - scan.read.random));
      if (rowEstimate !== null && first.read.all + rows >= rowEstimate * WHOLE_FROM) {
        const whole = new Map(more.map((scan) => [scan, new ColumnScan(scan.column, this.#tools)]));
        await this.#part([...whole.values()], { rows: "all" }, false);
        if (this.wasCutShort) return;
        for (const scan of whole.values()) scan.isWhole = true;
        this.columns = this.columns.map((scan) => whole.get(scan) ?? scan);
        return;
      }
      await this.#part(more, { rows, from: "random", seed: round }, false);
    }
  }

  async #part(columns: readonly ColumnScan[], part: ReadPlan["part"], isFirst: boolean): Promise<void> {
    if (columns.length === 0) return;
    const { run, onBatch, documents, reader } = this.#tools;
    // A view has no places to draw from: its first rows stand for no others.
    const isRandom = part.rows !== "all" && part.from === "random" && this.table.kind !== "view";
    for (const scan of columns)
      scan.onBytes = (bytes, chars) => {
        // What was cut is no whole file.
        const isCut = Math.max(bytes.length, chars) >= MAX_VALUE_CHARS;
        documents.add(scan.column.name, bytes, isCut);
      };
    let bytes = 0;
    for await (const batch of reader.read(
      this.#plan(
        columns.map(({ column }) => column.name),
        part,
        MAX_VALUE_CHARS,
      ),
    )) {
      this.bytes += batch.bytes;
      bytes += batch.bytes;
      run.progress.bytes(batch.bytes);
      for (const [i, values] of batch.columns.entries()) columns[i]?.add(values, isRandom);
      if (isFirst) onBatch(batch, isRandom);
      await documents.scanWhenFull();
      if (this.#sample !== "all" && bytes > PART_BYTES) {
        this.wasCutShort = true;
        return;
      }
    }
  }

  /** Columns of bytes, each by itself and few rows at a time: a value may be a film. */
  async #files(): Promise<void> {
    const { documents } = this.#tools;
    for (const column of this.table.columns.filter(({ nature }) => nature === "binary")) {
      const scan = new ColumnScan(column, this.#tools);
      this.columns.push(scan);
      const parts = samplePlan(this.table.rowEstimate, this.#sample === "all" ? "all" : BYTES_ROWS);
      let isCut = false;
      for (const part of parts) isCut ||= await this.#filesOf(scan, part);
      this.wasCutShort ||= isCut;
      scan.isWhole = parts.length === 1 && !isCut && !documents.isFull(column.name);
    }
    await documents.scan();
  }

  /** Whether it was left because there was too much of it. */
  async #filesOf(scan: ColumnScan, part: ReadPlan["part"]): Promise<boolean> {
    const { documents, reader, run } = this.#tools;
    const { name } = scan.column;
    if (documents.isFull(name)) return false;
    scan.onBytes = (bytes) => documents.add(name, bytes, bytes.length >= MAX_FILE_BYTES);
    let read = 0;
    for await (const batch of reader.read(this.#plan([name], part, MAX_FILE_BYTES))) {
      this.bytes += batch.bytes;
      run.progress.bytes(batch.bytes);
      const [values] = batch.columns;
      if (values) scan.add(withText(values), part.rows !== "all" && part.from === "random");
      await documents.scanWhenFull();
      read += batch.bytes;
      if (documents.isFull(name)) return false;
      if (this.#sample !== "all" && read > documents.caps.bytes) return true;
    }
    return false;
  }

  #plan(columns: string[], part: ReadPlan["part"], maxValueChars: number): ReadPlan {
    return { table: this.table, columns, part, maxValueChars, signal: this.#tools.run.signal };
  }
}

function rowsWanted({ types, read, chars, withValue, column }: ColumnScan, sample: number): number {
  const found = [...types.values()].filter((tally) => {
    const best = bestOf(tally);
    return !best.known && best.confidence >= HINT;
  });
  const hits = found.map(({ matched }) => matched.random);
  const isText = column.nature === "text" || column.nature === "document";
  const charsPerValue = isText ? chars / Math.max(1, withValue) : 0;
  return rowsToKnow(hits, read.random, { charsPerValue, sample });
}

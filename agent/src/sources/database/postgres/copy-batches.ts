import { ColumnTextBuilder, PlacedColumn } from "../column-text.ts";
import type { ColumnText, RowBatch } from "../reader.ts";

const BATCH_BYTES = 1024 * 1024;
const BATCH_ROWS = 8_192;
const NEW_LINE = 0x0a;
const NULL = "\\N";

/** What stands behind a backslash in COPY's text format (PostgreSQL, COPY, File Formats). */
const ESCAPES: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

/**
 * Reads COPY's text format as it streams: about a megabyte is decoded at a time, and values are told by where they stand in
 * it. Behind the columns may stand the key, which tells the position.
 */
export class CopyBatches {
  readonly #isBinary: readonly boolean[];
  readonly #maxChars: number;
  /** What has come of rows that have not been handed out. */
  #pieces: Uint8Array[] = [];
  #bytes = 0;
  /** Rows that have come to their end. */
  #rows = 0;
  readonly #hasKey: boolean;
  #key: string | null = null;
  /** Of all batches. */
  rowsRead = 0;
  /** Values that were longer than wanted. */
  cut = 0;

  constructor(isBinary: readonly boolean[], maxChars: number, hasKey: boolean) {
    this.#isBinary = isBinary;
    this.#maxChars = maxChars;
    this.#hasKey = hasKey;
  }

  /** The batches that these bytes complete. */
  *add(bytes: Uint8Array): Generator<RowBatch, void, undefined> {
    this.#pieces.push(bytes);
    this.#bytes += bytes.length;
    for (let at = bytes.indexOf(NEW_LINE); at >= 0; at = bytes.indexOf(NEW_LINE, at + 1)) this.#rows++;
    if (this.#rows >= BATCH_ROWS || (this.#bytes >= BATCH_BYTES && this.#rows > 0)) yield* this.end();
  }

  /** The key of the last row that was handed out; null before the first one, and without a key. */
  position(): string[] | null {
    return this.#key?.split("\t").map(unescaped) ?? null;
  }

  /** What is there of whole rows: at the end of a statement, all of it. */
  *end(): Generator<RowBatch, void, undefined> {
    const bytes = this.#pieces.length === 1 ? (this.#pieces[0] as Uint8Array) : Buffer.concat(this.#pieces);
    // A line break within a value is escaped, so that this one ends a row.
    const end = bytes.lastIndexOf(NEW_LINE) + 1;
    const rest = bytes.subarray(end);
    this.#pieces = rest.length === 0 ? [] : [rest];
    this.#bytes = rest.length;
    this.#rows = 0;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, end).toString("utf8");
    for (let from = 0; from < text.length;) {
      const rows = new RowReader(text, from, this.#isBinary, this.#maxChars, this.#hasKey);
      this.rowsRead += rows.count;
      this.cut += rows.cut;
      this.#key = rows.key;
      // As they came over the wire, shared out where there are several.
      const share =
        from === 0 && rows.end === text.length ? end : Math.round((end * (rows.end - from)) / text.length);
      from = rows.end;
      yield { rows: rows.count, bytes: share, columns: rows.columns(), position: this.position() };
    }
  }
}

interface ColumnPlaces {
  starts: Int32Array;
  ends: Int32Array;
  nulls: Uint8Array;
  /** For a column of bytes. */
  blobs: ColumnTextBuilder | null;
}

/** The places of some rows' values in COPY's text. */
class RowReader {
  readonly count: number;
  readonly end: number;
  readonly key: string | null;
  cut = 0;
  readonly #text: string;
  readonly #maxChars: number;
  readonly #places: ColumnPlaces[];
  /** Values that do not stand in the text as they are: they are laid behind it. */
  readonly #own: string[] = [];
  #ownChars = 0;
  /** The next backslash that has not been passed. */
  #backslash: number;

  constructor(text: string, from: number, isBinary: readonly boolean[], maxChars: number, hasKey: boolean) {
    this.#text = text;
    this.#maxChars = maxChars;
    this.#backslash = indexFrom(text, "\\", from);
    let rows = 0;
    let end = from;
    while (rows < BATCH_ROWS && end < text.length) {
      end = text.indexOf("\n", end) + 1;
      rows++;
    }
    this.count = rows;
    this.end = end;
    this.#places = isBinary.map((binary) => ({
      starts: new Int32Array(rows),
      ends: new Int32Array(rows),
      nulls: new Uint8Array(rows),
      blobs: binary ? new ColumnTextBuilder() : null,
    }));
    let key: string | null = null;
    let at = from;
    for (let row = 0; row < rows; row++) {
      const until = text.indexOf("\n", at);
      for (let i = 0; i < isBinary.length; i++) {
        const tab = i === isBinary.length - 1 && !hasKey ? -1 : text.indexOf("\t", at);
        const valueEnd = tab < 0 || tab > until ? until : tab;
        this.#value(row, i, at, valueEnd);
        at = valueEnd + 1;
      }
      if (hasKey) {
        key = text.slice(at, until);
        if (this.#backslash < until) this.#backslash = indexFrom(text, "\\", until);
      }
      at = until + 1;
    }
    this.key = key;
  }

  columns(): ColumnText[] {
    const text = this.#own.length === 0 ? this.#text : this.#text + this.#own.join("");
    return this.#places.map(({ starts, ends, nulls, blobs }) =>
      blobs ? blobs.finish() : new PlacedColumn({ text, starts, ends }, nulls),
    );
  }

  #value(row: number, column: number, start: number, end: number): void {
    const place = this.#places[column] as ColumnPlaces;
    const { blobs } = place;
    let [from, to] = [start, end];
    if (this.#backslash < end) {
      this.#backslash = indexFrom(this.#text, "\\", end);
      const raw = this.#text.slice(start, end);
      if (raw === NULL) {
        place.nulls[row] = 1;
        place.starts[row] = place.ends[row] = start;
        return blobs?.addNull();
      }
      const value = unescaped(raw);
      if (blobs) return this.#addBytes(blobs, value);
      from = this.#text.length + this.#ownChars;
      to = from + value.length;
      this.#own.push(value);
      this.#ownChars += value.length;
    } else if (blobs) return this.#addBytes(blobs, this.#text.slice(start, end));
    if (to - from > this.#maxChars) {
      this.cut++;
      to = from + this.#maxChars;
    }
    place.starts[row] = from;
    place.ends[row] = to;
  }

  #addBytes(blobs: ColumnTextBuilder, value: string): void {
    const bytes = Buffer.from(value.slice(2), "hex");
    if (bytes.length > this.#maxChars) this.cut++;
    blobs.addBytes(bytes.subarray(0, this.#maxChars));
  }
}

function indexFrom(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? Infinity : at;
}

function unescaped(raw: string): string {
  return raw.replace(/\\(.)/gs, (_, character: string) => ESCAPES[character] ?? character);
}

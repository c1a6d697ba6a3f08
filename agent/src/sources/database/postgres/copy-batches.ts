import { ColumnTextBuilder } from "../column-text.ts";
import type { RowBatch } from "../reader.ts";

const BATCH_CHARS = 1024 * 1024;
const BATCH_ROWS = 8_192;

/** What stands behind a backslash in COPY's text format (PostgreSQL, COPY, File Formats). */
const ESCAPES: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

/** Reads COPY's text format as it streams, straight into columns. Behind them may stand the key, which tells the position. */
export class CopyBatches {
  readonly #isBinary: readonly boolean[];
  readonly #maxChars: number;
  readonly #decoder = new TextDecoder();
  #columns: ColumnTextBuilder[];
  /** The pieces of a row that has not ended: one that is long must not be joined anew at each. */
  #rest: string[] = [];
  #rows = 0;
  #chars = 0;
  #bytes = 0;
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
    this.#columns = isBinary.map(() => new ColumnTextBuilder());
  }

  /** The batches that these bytes complete. */
  *add(bytes: Uint8Array): Generator<RowBatch, void, undefined> {
    this.#bytes += bytes.length;
    const piece = this.#decoder.decode(bytes, { stream: true });
    this.#rest.push(piece);
    if (!piece.includes("\n")) return;
    const text = this.#rest.join("");
    let at = 0;
    // A line break within a value is escaped, so that this one ends a row.
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", at)) {
      this.#row(text, at, end);
      at = end + 1;
      if (this.#chars >= BATCH_CHARS || this.#rows >= BATCH_ROWS) yield this.#finish();
    }
    this.#rest = [text.slice(at)];
  }

  /** The key of the last row; null before the first one, and without a key. */
  position(): string[] | null {
    return this.#key?.split("\t").map(unescaped) ?? null;
  }

  *end(): Generator<RowBatch, void, undefined> {
    if (this.#rows > 0) yield this.#finish();
  }

  #row(text: string, from: number, until: number): void {
    let at = from;
    for (const [i, column] of this.#columns.entries()) {
      const tab = i === this.#columns.length - 1 && !this.#hasKey ? -1 : text.indexOf("\t", at);
      const end = tab < 0 || tab > until ? until : tab;
      this.#value(text.slice(at, end), column, this.#isBinary[i] === true);
      at = end + 1;
    }
    if (this.#hasKey) this.#key = text.slice(at, until);
    this.#rows++;
    this.rowsRead++;
    this.#chars += until - from;
  }

  #value(raw: string, column: ColumnTextBuilder, isBinary: boolean): void {
    if (raw === "\\N") return column.addNull();
    const value = raw.includes("\\") ? unescaped(raw) : raw;
    if (isBinary) {
      const bytes = Buffer.from(value.slice(2), "hex");
      if (bytes.length > this.#maxChars) this.cut++;
      return column.addBytes(bytes.subarray(0, this.#maxChars));
    }
    if (value.length <= this.#maxChars) return column.add(value);
    this.cut++;
    column.add(value.slice(0, this.#maxChars));
  }

  #finish(): RowBatch {
    const batch = {
      rows: this.#rows,
      bytes: this.#bytes,
      columns: this.#columns.map((column) => column.finish()),
      position: this.position(),
    };
    this.#columns = this.#isBinary.map(() => new ColumnTextBuilder());
    this.#rows = this.#chars = this.#bytes = 0;
    return batch;
  }
}

function unescaped(raw: string): string {
  return raw.replace(/\\(.)/gs, (_, character: string) => ESCAPES[character] ?? character);
}

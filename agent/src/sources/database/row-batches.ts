import { ColumnTextBuilder } from "./column-text.ts";
import type { RowBatch } from "./reader.ts";

const BATCH_CHARS = 1024 * 1024;
const BATCH_ROWS = 8_192;

/** As the driver gives it: text is decoded, once; columns of bytes are bytes. */
export type Value = string | Uint8Array | null;

/** Lays rows under each other, by column. Behind the columns may stand the key, which tells the position. */
export class RowBatches {
  readonly #width: number;
  readonly #isBinary: readonly boolean[];
  readonly #maxChars: number;
  readonly #asText: (text: string) => string;
  #columns: ColumnTextBuilder[];
  #rows = 0;
  #chars = 0;
  #position: string[] | null = null;
  /** Of all batches. */
  rowsRead = 0;
  /** Values that were longer than wanted. */
  cut = 0;

  /** `asText`: what is done to a text before it is looked at. */
  constructor(isBinary: readonly boolean[], maxChars: number, asText = (text: string) => text) {
    this.#asText = asText;
    this.#isBinary = isBinary;
    this.#width = isBinary.length;
    this.#maxChars = maxChars;
    this.#columns = isBinary.map(() => new ColumnTextBuilder());
  }

  get isFull(): boolean {
    return this.#chars >= BATCH_CHARS || this.#rows >= BATCH_ROWS;
  }

  get isEmpty(): boolean {
    return this.#rows === 0;
  }

  /** The key of the last row; null before the first one, and without a key. */
  get position(): readonly string[] | null {
    return this.#position;
  }

  add(row: readonly Value[], hasPosition = false): void {
    for (const [i, column] of this.#columns.entries())
      this.#value(row[i] ?? null, column, this.#isBinary[i] === true);
    if (hasPosition) this.#position = row.slice(this.#width).map(String);
    this.#rows++;
    this.rowsRead++;
  }

  /** `bytes`: as they came over the wire. */
  finish(bytes: number): RowBatch {
    const batch = {
      rows: this.#rows,
      bytes,
      columns: this.#columns.map((column) => column.finish()),
      position: this.#position,
    };
    this.#columns = this.#isBinary.map(() => new ColumnTextBuilder());
    this.#rows = this.#chars = 0;
    return batch;
  }

  #value(value: Value, column: ColumnTextBuilder, isBinary: boolean): void {
    if (value === null) return column.addNull();
    this.#chars += value.length;
    if (value.length > this.#maxChars) this.cut++;
    if (isBinary) {
      const bytes = typeof value === "string" ? Buffer.from(value) : value;
      return column.addBytes(bytes.subarray(0, this.#maxChars));
    }
    // A type that this reader does not know may come as bytes.
    const text = this.#asText(typeof value === "string" ? value : Buffer.from(value).toString("utf8"));
    column.add(text.length > this.#maxChars ? text.slice(0, this.#maxChars) : text);
  }
}

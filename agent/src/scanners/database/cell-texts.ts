import type { TextContext } from "../../detection/scan-text.ts";
import { laidOut } from "../../sources/database/column-text.ts";
import type { CellPlaces, ColumnText } from "../../sources/database/reader.ts";

/** Values of a column, by row: laid under each other, or where they stand. */
export class CellTexts {
  readonly text: string;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  /** The row that was asked for last: the next question is about it, or about the one behind it. */
  #last = 0;

  constructor(values: ColumnText | CellPlaces) {
    const { text, starts, ends } = "starts" in values ? values : laidOut(values);
    this.text = text;
    this.#starts = starts;
    this.#ends = ends;
  }

  start(row: number): number {
    return this.#starts[row] ?? 0;
  }

  end(row: number): number {
    return this.#ends[row] ?? 0;
  }

  value(row: number): string {
    return this.text.slice(this.start(row), this.end(row));
  }

  /** The row that holds the character, or -1 between two. */
  rowAt(offset: number): number {
    for (let row = this.#last; row < this.#last + 2 && row < this.#ends.length; row++)
      if (offset >= this.start(row) && offset < this.end(row)) return (this.#last = row);
    let low = 0;
    let high = this.#ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ends[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low < this.#ends.length && offset >= this.start(low) ? (this.#last = low) : -1;
  }

  /** Where there is a value. */
  *all(): Generator<{ row: number; start: number; end: number }, void, undefined> {
    for (let row = 0; row < this.#ends.length; row++) {
      const start = this.start(row);
      const end = this.end(row);
      if (end > start) yield { row, start, end };
    }
  }

  /** For values that lie under each other: the name stands over every one. The column is judged by who asks for it. */
  context(name: string): TextContext {
    return {
      fieldAt: (offset) => (this.rowAt(offset) < 0 ? null : name),
      fields: (wanted) => (wanted(name) ? this.#named(name) : []),
      columns: { at: () => name, cells: () => this.all(), counted: new Map(), isLater: true },
    };
  }

  *#named(name: string): Generator<{ name: string; start: number; end: number }, void, undefined> {
    for (const { start, end } of this.all()) yield { name, start, end };
  }
}

import { ColumnTextBuilder } from "../../sources/database/column-text.ts";
import type { ColumnText } from "../../sources/database/reader.ts";

/** Values of a column, each once, and the rows that hold it. */
export interface Folded {
  values: ColumnText;
  rows: readonly (readonly number[])[];
}

/** More different values than this share of the rows, and it costs more to tell them apart than to look at each. */
const MAX_SHARE = 0.6;
/** A column that does not repeat itself is asked again after so many batches. */
const ASK_AGAIN = 16;
/** Long values seldom repeat. */
const MAX_CHARS = 256;

/** Many columns say the same few things in all of their rows, and need be looked at once a batch for each. */
export class RepeatedValues {
  #restsFor = 0;

  /** Null where too little repeats. */
  fold({ text, ends, nulls, blobs }: ColumnText): Folded | null {
    if (this.#restsFor-- > 0 || blobs) return null;
    this.#restsFor = 0;
    const mostDifferent = ends.length * MAX_SHARE;
    const places = new Map<string, number[]>();
    let start = 0;
    for (let row = 0; row < ends.length; row++) {
      const end = ends[row] ?? 0;
      if (end - start > MAX_CHARS || places.size > mostDifferent) {
        this.#restsFor = ASK_AGAIN;
        return null;
      }
      if (end > start && nulls[row] !== 1) {
        const value = text.slice(start, end);
        const rows = places.get(value);
        if (rows) rows.push(row);
        else places.set(value, [row]);
      }
      start = end + 1;
    }
    const builder = new ColumnTextBuilder();
    for (const value of places.keys()) builder.add(value);
    return { values: builder.finish(), rows: [...places.values()] };
  }
}

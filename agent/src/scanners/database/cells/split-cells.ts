import { ColumnTextBuilder } from "../../../sources/database/column-text.ts";
import type { ColumnText } from "../../../sources/database/reader.ts";
import { type CellReading, mayHoldMore } from "./cell-reading.ts";
import { encodedFile, mayBeFile } from "./encoded-file.ts";
import { type Leaf, REST } from "./leaf.ts";

/** Values that stand under one path in the cells of a column, and the row of each. */
export interface Nested {
  path: string;
  values: ColumnText;
  rows: readonly number[];
}

/** Paths that are told apart in one column. */
const MAX_PATHS = 200;

/** Takes the cells of a column apart, and knows which paths there are in it. */
export class CellSplitter {
  readonly #read: CellReading | null;
  readonly #paths = new Set<string>();
  readonly #onFile: (bytes: Uint8Array, chars: number) => void;

  /** `onFile` takes files that are kept as text, and how long the text was. */
  constructor(read: CellReading | null, onFile: (bytes: Uint8Array, chars: number) => void) {
    this.#read = read;
    this.#onFile = onFile;
  }

  /** `plain` is the column without the cells that were taken apart. */
  split(values: ColumnText): { plain: ColumnText; nested: Nested[] } {
    const read = this.#read;
    if (read === null || values.text.length === 0) return { plain: values, nested: [] };
    const { text, ends } = values;
    const byPath = new Map<string, { builder: ColumnTextBuilder; rows: number[] }>();
    const taken: number[] = [];
    let start = 0;
    for (let row = 0; row < ends.length; row++) {
      const end = ends[row] ?? 0;
      const first = end > start ? text.charCodeAt(start) : 0;
      if (first > 0 && mayBeFile(first, end - start) && this.#isFile(text.slice(start, end), end - start))
        taken.push(row);
      else if (first > 0 && mayHoldMore(first)) {
        const leaves = read(text.slice(start, end));
        if (leaves !== null) taken.push(row);
        for (const leaf of leaves ?? [])
          if (!this.#isFile(leaf.value, end - start)) this.#add(leaf, row, byPath);
      }
      start = end + 1;
    }
    if (taken.length === 0) return { plain: values, nested: [] };
    const nested = [...byPath].map(([path, { builder, rows }]) => ({ path, values: builder.finish(), rows }));
    return { plain: without(values, taken), nested };
  }

  #add(
    { path, value }: Leaf,
    row: number,
    byPath: Map<string, { builder: ColumnTextBuilder; rows: number[] }>,
  ) {
    const at = this.#known(path);
    let group = byPath.get(at);
    if (!group) byPath.set(at, (group = { builder: new ColumnTextBuilder(), rows: [] }));
    group.builder.add(value);
    group.rows.push(row);
  }

  #isFile(text: string, charsOfCell: number): boolean {
    const bytes = encodedFile(text);
    if (bytes !== null) this.#onFile(bytes, charsOfCell);
    return bytes !== null;
  }

  #known(path: string): string {
    if (this.#paths.has(path)) return path;
    if (this.#paths.size >= MAX_PATHS) return REST;
    this.#paths.add(path);
    return path;
  }
}

function without({ text, ends, nulls }: ColumnText, taken: readonly number[]): ColumnText {
  const builder = new ColumnTextBuilder();
  let next = 0;
  let start = 0;
  for (let row = 0; row < ends.length; row++) {
    const end = ends[row] ?? 0;
    if (taken[next] === row) {
      builder.add("");
      next++;
    } else if (nulls[row] === 1) builder.addNull();
    else builder.add(text.slice(start, end));
    start = end + 1;
  }
  return builder.finish();
}

import { shapeOf, ShapeTable } from "../../../detection/columns/value-shapes.ts";
import { ColumnTextBuilder, PlacedColumn, placesOf } from "../../../sources/database/column-text.ts";
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

/** Shapes of cells that are remembered, and their length: longer ones seldom come back. */
const MAX_SHAPES = 256;
const MAX_SHAPE_CHARS = 512;
/** A digit tells more than itself where it is part of a key, of a fraction, or of an escape. */
const DIGITS_TELL = /"[^"]*\d[^"]*"\s*(?::|=>)|\d\.\d|\d[eE]|\d{16}|[\\<]/;
/** No number of JSON: then it is none altogether. */
const LEADING_ZERO = /(?:^|[^\w.])-?0\d/;

/** Takes the cells of a column apart, and knows which paths there are in it. */
export class CellSplitter {
  readonly #read: CellReading | null;
  readonly #paths = new Set<string>();
  readonly #onFile: (bytes: Uint8Array, chars: number) => void;
  readonly #isNothing: (path: string, value: string) => boolean;
  /** Shapes of cells in which nothing is, whatever their digits are. */
  readonly #empty = new ShapeTable<true>();

  /**
   * `onFile` takes files that are kept as text, and how long the text was; `isNothing` tells of a value under a path whether
   * it is nothing, and all of its shape.
   */
  constructor(
    read: CellReading | null,
    onFile: (bytes: Uint8Array, chars: number) => void,
    isNothing: (path: string, value: string) => boolean,
  ) {
    this.#read = read;
    this.#onFile = onFile;
    this.#isNothing = isNothing;
  }

  /** `plain` is the column without the cells that were taken apart. */
  split(values: ColumnText): { plain: ColumnText; nested: Nested[] } {
    const read = this.#read;
    if (read === null) return { plain: values, nested: [] };
    const { text, starts, ends } = placesOf(values);
    const byPath = new Map<string, { builder: ColumnTextBuilder; rows: number[] }>();
    const taken: number[] = [];
    for (let row = 0; row < ends.length; row++) {
      const start = starts[row] as number;
      const end = ends[row] as number;
      const first = end > start ? text.charCodeAt(start) : 0;
      if (first > 0 && mayBeFile(first, end - start) && this.#isFile(text.slice(start, end), end - start))
        taken.push(row);
      else if (first > 0 && mayHoldMore(first)) {
        const isKnown = this.#empty.size > 0 && this.#empty.find(text, start, end) === true;
        const cell = text.slice(start, end);
        if (isKnown && !LEADING_ZERO.test(cell)) {
          taken.push(row);
          continue;
        }
        const leaves = read(cell);
        if (leaves === null) continue;
        taken.push(row);
        for (const leaf of leaves) if (!this.#isFile(leaf.value, end - start)) this.#add(leaf, row, byPath);
        if (!isKnown) this.#remember(cell, leaves);
      }
    }
    if (taken.length === 0) return { plain: values, nested: [] };
    const nested = [...byPath].map(([path, { builder, rows }]) => ({ path, values: builder.finish(), rows }));
    return { plain: without(values, taken), nested };
  }

  #remember(cell: string, leaves: readonly Leaf[]): void {
    if (this.#empty.size >= MAX_SHAPES || cell.length > MAX_SHAPE_CHARS || DIGITS_TELL.test(cell)) return;
    const isEmpty = leaves.every(
      ({ path, value }) =>
        value === "" || (cell.includes(value) && this.#isNothing(this.#known(path), value)),
    );
    if (isEmpty) this.#empty.add(shapeOf(cell), true);
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

function without(values: ColumnText, taken: readonly number[]): ColumnText {
  const { text, starts, ends } = placesOf(values);
  const left = ends.slice();
  for (const row of taken) left[row] = starts[row] as number;
  return new PlacedColumn({ text, starts, ends: left }, values.nulls);
}

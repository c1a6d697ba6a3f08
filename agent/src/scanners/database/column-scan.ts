import type { TextScan } from "../../detection/scan-text.ts";
import { placesOf } from "../../sources/database/column-text.ts";
import type { ColumnInfo, ColumnText } from "../../sources/database/reader.ts";
import { cellReading } from "./cells/cell-reading.ts";
import { nameOn } from "./cells/leaf.ts";
import { CellSplitter } from "./cells/split-cells.ts";
import type { ValueHash } from "./distinct.ts";
import { isPasswordColumn } from "./password-column.ts";
import { PasswordTally } from "./password-tally.ts";
import { PlaceScan, type RowsCounted } from "./place-scan.ts";
import type { RowsRead } from "./sample-plan.ts";
import { countRows, noRows, type TypeTally } from "./type-tally.ts";

export interface ScanTools {
  scanText: TextScan;
  hash: ValueHash;
}

/** Looks through the values of one column, batch by batch, and keeps no more of them than one match of a type and place. */
export class ColumnScan {
  readonly column: ColumnInfo;
  readonly types = new Map<string, TypeTally>();
  readonly read: RowsRead = noRows();
  /** By path in the cells; "" is the cells themselves. */
  readonly passwords = new Map<string, PasswordTally>();
  withValue = 0;
  chars = 0;
  /** Every row of the table has been read. */
  isWhole = false;
  /** Takes values that are bytes, or files kept as text: then `chars` is how long the text of the cell was. */
  onBytes: (bytes: Uint8Array, chars: number) => void = () => {};
  readonly #tools: ScanTools;
  readonly #cells: CellSplitter;
  readonly #places = new Map<string, PlaceScan>();

  constructor(column: ColumnInfo, tools: ScanTools) {
    this.column = column;
    this.#tools = tools;
    this.#cells = new CellSplitter(
      cellReading(column),
      (bytes, chars) => this.onBytes(bytes, chars),
      (path, value) => !this.passwords.has(path) && (this.#places.get(path)?.isNothing(value) ?? false),
    );
  }

  /** `isRandom`: the rows were drawn by chance. */
  add(values: ColumnText, isRandom: boolean): void {
    const rows = values.nulls.length;
    countRows(this.read, rows, isRandom);
    const { nulls, blobs } = values;
    for (let row = 0; row < rows; row++) if (nulls[row] !== 1) this.withValue++;
    for (const bytes of blobs ?? [])
      if (bytes) {
        this.withValue--;
        this.onBytes(bytes, 0);
      }
    const chars = charsOf(values);
    // With what stands between them, as if they lay under each other.
    this.chars += chars + rows - 1;
    if (chars === 0) return;
    const { plain, nested } = this.#cells.split(values);
    const counted: RowsCounted = nested.length === 0 ? null : new Map();
    this.#look("", plain, isRandom, counted);
    for (const { path, values: inner, rows: from } of nested)
      this.#look(path, inner, isRandom, counted, from);
  }

  #look(path: string, values: ColumnText, isRandom: boolean, counted: RowsCounted, rows?: readonly number[]) {
    this.#placeAt(path).add(values, isRandom, counted, rows);
    this.passwords.get(path)?.add(values, isRandom);
  }

  #placeAt(path: string): PlaceScan {
    const known = this.#places.get(path);
    if (known) return known;
    const name = nameOn(path) ?? this.column.name;
    const place = new PlaceScan({ path, name }, this.#tools, this.types);
    this.#places.set(path, place);
    if (isPasswordColumn(name)) this.passwords.set(path, new PasswordTally());
    return place;
  }
}

function charsOf(values: ColumnText): number {
  const { starts, ends } = placesOf(values);
  let chars = 0;
  for (let row = 0; row < ends.length; row++) chars += (ends[row] as number) - (starts[row] as number);
  return chars;
}

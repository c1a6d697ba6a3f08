import type { TextScan } from "../../detection/scan-text.ts";
import type { ColumnInfo, ColumnText } from "../../sources/database/reader.ts";
import { cellReading } from "./cells/cell-reading.ts";
import { nameOn } from "./cells/leaf.ts";
import { CellSplitter } from "./cells/split-cells.ts";
import type { ValueHash } from "./distinct.ts";
import { isPasswordColumn } from "./password-column.ts";
import { PasswordTally } from "./password-tally.ts";
import { PlaceScan, type RowsCounted } from "./place-scan.ts";
import { RepeatedValues } from "./repeated-values.ts";
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
  readonly #repeated = new RepeatedValues();

  constructor(column: ColumnInfo, tools: ScanTools) {
    this.column = column;
    this.#tools = tools;
    this.#cells = new CellSplitter(cellReading(column), (bytes, chars) => this.onBytes(bytes, chars));
  }

  /** `isRandom`: the rows were drawn by chance. */
  add(values: ColumnText, isRandom: boolean): void {
    const rows = values.ends.length;
    countRows(this.read, rows, isRandom);
    for (let row = 0; row < rows; row++) {
      const bytes = values.blobs?.[row];
      if (bytes) this.onBytes(bytes, 0);
      else if (values.nulls[row] !== 1) this.withValue++;
    }
    this.chars += values.text.length;
    if (values.text.length < rows) return;
    const counted: RowsCounted = new Map();
    const { plain, nested } = this.#cells.split(values);
    if (plain.text.length >= rows) this.#look("", plain, isRandom, counted);
    for (const { path, values: inner, rows: from } of nested)
      this.#look(path, inner, isRandom, counted, from);
  }

  #look(path: string, values: ColumnText, isRandom: boolean, counted: RowsCounted, rows?: readonly number[]) {
    // What is under a path may be in a row several times, which is one row still.
    const folded = rows ? null : this.#repeated.fold(values);
    const place = this.#placeAt(path);
    if (folded) place.add(folded.values, isRandom, counted, undefined, folded.rows);
    else place.add(values, isRandom, counted, rows);
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

import { type Biff12Record, wideString } from "./biff12.ts";
import { compactNumber } from "./biff8-records.ts";
import { numberText } from "./number-format.ts";
import type { SheetRow } from "./sheet-text.ts";
import type { CellSources } from "./workbook-parts.ts";

// Record types, [MS-XLSB] 2.3.1.
const ROW = 0;
const CELL_BLANK = 1;
const CELL_RK = 2;
const CELL_BOOLEAN = 4;
const CELL_REAL = 5;
const CELL_STRING = 6;
const CELL_SHARED = 7;
const FORMULA_STRING = 8;
const FORMULA_NUMBER = 9;
const FORMULA_BOOLEAN = 10;
/** The same without a column: they stand right of the cell before. */
const SHORT_BLANK = 12;
const SHORT_RK = 13;
const SHORT_SHARED = 18;
const COLUMN = 60;

const MAX_COLUMN = 16_384;
const VALUE_AT = 8;
const ROW_HIDDEN = 0x10;
const NO_COLUMN = Buffer.alloc(4);

/** Takes the records of a binary worksheet, gives its rows. */
export class BinaryWorksheet {
  readonly #sources: CellSources;
  readonly #take: (chars: number) => void;
  readonly #hiddenColumns: [from: number, to: number][] = [];
  #row: { number: number; columns: number[]; texts: string[]; isHidden: boolean } | null = null;

  #column = 0;

  /** `take` is told how long the texts are that cells refer to. */
  constructor(sources: CellSources, take: (chars: number) => void) {
    this.#sources = sources;
    this.#take = take;
  }

  readonly isHiddenColumn = (column: number): boolean =>
    this.#hiddenColumns.some(([from, to]) => from <= column && column <= to);

  /** The row that is complete when the next begins. */
  read({ type, data }: Biff12Record): SheetRow | null {
    if (type === ROW) {
      const done = this.#row;
      this.#column = 0;
      const isHidden = data.length > 11 && ((data[11] ?? 0) & ROW_HIDDEN) !== 0;
      this.#row = {
        number: (data.length >= 4 ? data.readUInt32LE(0) : 0) + 1,
        columns: [],
        texts: [],
        isHidden,
      };
      return done;
    }
    if (type === COLUMN && data.length >= 18) {
      if ((data.readUInt16LE(16) & 1) !== 0 && this.#hiddenColumns.length < MAX_COLUMN)
        this.#hiddenColumns.push([data.readUInt32LE(0) + 1, data.readUInt32LE(4) + 1]);
    } else if (type >= CELL_BLANK && type <= FORMULA_BOOLEAN && data.length >= 4) {
      this.#column = data.readUInt32LE(0) + 1;
      if (data.length > VALUE_AT) this.#cell(type, data);
    } else if (type >= SHORT_BLANK && type <= SHORT_SHARED) {
      this.#column++;
      if (type >= SHORT_RK) this.#cell(type - SHORT_RK + CELL_RK, Buffer.concat([NO_COLUMN, data]));
    }
    return null;
  }

  end(): SheetRow | null {
    return this.#row;
  }

  #cell(type: number, data: Buffer): void {
    const text = this.#text(type, data);
    if (text === "" || this.#column > MAX_COLUMN || !this.#row) return;
    this.#row.columns.push(this.#column);
    this.#row.texts.push(text);
  }

  #text(type: number, data: Buffer): string {
    if (type === CELL_STRING || type === FORMULA_STRING) return wideString(data, VALUE_AT).text;
    if (type === CELL_BOOLEAN || type === FORMULA_BOOLEAN) return data[VALUE_AT] === 1 ? "true" : "false";
    if (type === CELL_SHARED && data.length >= VALUE_AT + 4) {
      const text = this.#sources.strings.at(data.readUInt32LE(VALUE_AT));
      this.#take(text.length);
      return text;
    }
    const format = this.#sources.formats[data.readUIntLE(4, 3)] ?? null;
    if (type === CELL_RK && data.length >= VALUE_AT + 4)
      return numberText(String(compactNumber(data.readUInt32LE(VALUE_AT))), format, this.#sources.is1904);
    if ((type === CELL_REAL || type === FORMULA_NUMBER) && data.length >= VALUE_AT + 8)
      return numberText(String(data.readDoubleLE(VALUE_AT)), format, this.#sources.is1904);
    return "";
  }
}

import type { FieldIndex } from "./field-index.ts";
import type { Syntax } from "./structure-reader.ts";

/** How a delimited table is written. */
export interface Dialect {
  delimiter: string;
  /** What ends a record: `\n`, or `\r` in files of old Macs. */
  recordEnd: string;
  /** Whether a cell may stand in quotation marks and hold delimiters and line ends. */
  quotes: boolean;
  /** The columns' headings; an empty one where a column has none. */
  names: readonly string[];
  /** Where the first record of values begins. */
  bodyStart: number;
}

/** Beyond so many characters a quotation mark was never meant to open a cell. */
const MAX_QUOTED_CHARS = 32 * 1024;
const QUOTE = 0x22;
const SPACE = 0x20;

const BEFORE = 0;
const PLAIN = 1;
const QUOTED = 2;
/** After a quotation mark inside a quoted cell: the end, or the first of two that mean one. */
const CLOSING = 3;

interface CellState {
  column: number;
  mode: number;
  /** Where the cell's text begins in the whole, without blanks and quotation mark. */
  start: number;
}

/** The cells of a delimited table (RFC 4180, and what programs make of it). */
export class DelimitedCells implements Syntax<CellState> {
  readonly columns: readonly string[];
  readonly #dialect: Dialect;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
    this.columns = dialect.names;
  }

  start(): CellState {
    return { column: 0, mode: BEFORE, start: 0 };
  }

  copy(state: CellState): CellState {
    return { ...state };
  }

  read(text: string, from: number, to: number, state: CellState, fields: FieldIndex, base: number): void {
    const { bodyStart, quotes } = this.#dialect;
    const delimiter = this.#dialect.delimiter.charCodeAt(0);
    const recordEnd = this.#dialect.recordEnd.charCodeAt(0);
    let { column, mode, start } = state;
    let i = Math.max(from, bodyStart - base);
    if (i > from) start = bodyStart;
    for (; i < to; i++) {
      let unit = text.charCodeAt(i);
      // Most characters are inside a plain cell.
      if (mode === PLAIN) {
        while (unit !== delimiter && unit !== recordEnd && ++i < to) unit = text.charCodeAt(i);
        if (i >= to) break;
      }
      if (mode === QUOTED) {
        if (unit === QUOTE) mode = CLOSING;
        else if (base + i - start > MAX_QUOTED_CHARS) mode = PLAIN;
      } else if (unit === delimiter || unit === recordEnd) {
        addCell(text, start - base, i, mode, column, fields);
        column = unit === recordEnd ? 0 : column + 1;
        mode = BEFORE;
        start = base + i + 1;
      } else if (mode === BEFORE) {
        if (unit === QUOTE && quotes) {
          mode = QUOTED;
          start = base + i + 1;
        } else if (unit > SPACE) {
          mode = PLAIN;
          start = base + i;
        }
      } else if (mode === CLOSING) mode = unit === QUOTE ? QUOTED : unit > SPACE ? PLAIN : CLOSING;
    }
    state.column = column;
    state.mode = mode;
    state.start = start;
  }

  end(text: string, { mode, start, column }: CellState, fields: FieldIndex, base: number): void {
    if (start - base < text.length) addCell(text, start - base, text.length, mode, column, fields);
  }
}

function addCell(
  text: string,
  start: number,
  until: number,
  mode: number,
  column: number,
  fields: FieldIndex,
): void {
  const from = Math.max(0, start);
  let end = until;
  if (mode === BEFORE) return;
  while (end > from && text.charCodeAt(end - 1) <= SPACE) end--;
  if (mode === CLOSING && end > from) end--;
  if (end > from) fields.add(from, end, column);
}

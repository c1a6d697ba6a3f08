import { isHeading } from "./delimited-dialect.ts";
import type { MappedText } from "./mapped-text.ts";

const MAX_COLUMNS = 1_000;
/** What is longer is no heading. */
const MAX_NAME_CHARS = 200;

interface Table {
  names: string[];
  row: { text: string; isHeading: boolean }[];
  rows: number;
  column: number;
  cell: { start: number; isHeading: boolean } | null;
}

/** Follows the tables of a page, one in another, so that each cell is known by the heading of its column or of its row. */
export class HtmlTables {
  readonly #text: MappedText;
  readonly #open: Table[] = [];

  constructor(text: MappedText) {
    this.#text = text;
  }

  openTable(): void {
    this.#open.push({ names: [], row: [], rows: 0, column: 0, cell: null });
  }

  closeTable(): void {
    this.endRow();
    this.#open.pop();
  }

  startRow(): void {
    this.endRow();
  }

  startCell(isHeading: boolean, span: number): void {
    this.endCell();
    const table = this.#open.at(-1);
    if (!table) return;
    table.cell = { start: this.#text.length, isHeading };
    table.column += Math.min(Math.max(1, span || 1), MAX_COLUMNS);
  }

  endCell(): void {
    const table = this.#open.at(-1);
    if (!table?.cell) return;
    const { start, isHeading: isNamed } = table.cell;
    table.cell = null;
    const isShort = this.#text.length - start <= MAX_NAME_CHARS;
    const text = isShort ? this.#text.textFrom(start).trim() : "";
    const column = table.column - 1;
    const rowName = table.row.findLast((cell) => cell?.isHeading)?.text;
    if (!isNamed) this.#text.name(start, table.names[column] || rowName || "");
    if (table.rows === 0 || isNamed) table.row[Math.min(column, MAX_COLUMNS)] = { text, isHeading: isNamed };
  }

  endRow(): void {
    this.endCell();
    const table = this.#open.at(-1);
    if (!table || table.column === 0) return;
    const cells = Array.from({ length: table.row.length }, (_, i) => table.row[i]);
    const names = cells.map((cell) => cell?.text ?? "");
    const areHeadings = cells.length > 1 && cells.every((cell) => cell === undefined || cell.isHeading);
    if (
      areHeadings ||
      (table.rows === 0 && cells.length > 1 && isHeading(names) && !cells.some((cell) => cell?.isHeading))
    )
      table.names = names;
    table.rows++;
    table.row = [];
    table.column = 0;
  }
}

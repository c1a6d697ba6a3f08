import type { PartColumns, PartContext, TextPlace } from "../part.ts";
import { FieldIndex } from "../text/field-index.ts";
import type { Heading } from "./sheet-text.ts";

/** Cells in one block; blocks that lie before the window that is being read are let go. */
const BLOCK_CELLS = 4 * 1024;

interface Block {
  count: number;
  starts: Float64Array;
  lengths: Uint32Array;
  rows: Uint32Array;
  columns: Uint16Array;
}

/** Where the cells of a sheet stand in its text. Of a text that is read in windows, no more is kept than is still asked for. */
export class CellIndex {
  readonly #heading: Heading | null;
  readonly #names: string[] = [];
  readonly #counted: PartColumns["counted"] = new Map();
  readonly #blocks: Block[] = [];

  constructor(heading: Heading | null) {
    this.#heading = heading;
    for (const [column, name] of heading?.names ?? []) this.#names[column] = name;
    for (let column = 0; column < this.#names.length; column++) this.#names[column] ??= "";
  }

  /** A cell of the text, behind all that were added before. `column` counts from 1. */
  add(start: number, length: number, row: number, column: number): void {
    let block = this.#blocks.at(-1);
    if (!block || block.count === BLOCK_CELLS) this.#blocks.push((block = newBlock()));
    const at = block.count++;
    block.starts[at] = start;
    block.lengths[at] = length;
    block.rows[at] = row;
    block.columns[at] = column;
  }

  /** The cells of a window; what lies before it will not be asked for again. */
  context({ text, offset }: { text: string; offset: number }): PartContext {
    while (this.#blocks.length > 1 && endOf(this.#blocks[0]) <= offset) this.#blocks.shift();
    const fields = new FieldIndex();
    fields.setColumns(this.#names);
    for (const block of this.#blocks)
      for (let at = 0; at < block.count; at++) {
        const start = (block.starts[at] ?? 0) - offset;
        const end = start + (block.lengths[at] ?? 0);
        if (start >= text.length) break;
        if (end > 0 && (block.rows[at] ?? 0) > (this.#heading?.row ?? 0))
          fields.add(start, Math.min(end, text.length), block.columns[at] ?? 0);
      }
    return fields.context(this.#counted, true);
  }

  /** The cell that holds the character: `C12`, in line 12 of the sheet. */
  placeAt(offset: number): TextPlace {
    const block = this.#blocks.findLast(({ starts }) => (starts[0] ?? 0) <= offset);
    if (!block) return {};
    let low = 0;
    let high = block.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((block.starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const row = block.rows[low - 1] ?? 0;
    return row === 0 ? {} : { key: cellReference(block.columns[low - 1] ?? 1, row), line: row };
  }
}

function newBlock(): Block {
  return {
    count: 0,
    starts: new Float64Array(BLOCK_CELLS),
    lengths: new Uint32Array(BLOCK_CELLS),
    rows: new Uint32Array(BLOCK_CELLS),
    columns: new Uint16Array(BLOCK_CELLS),
  };
}

function endOf(block: Block | undefined): number {
  if (!block || block.count === 0) return 0;
  return (block.starts[block.count - 1] ?? 0) + (block.lengths[block.count - 1] ?? 0);
}

/** Column and row from 1: 3 and 12 are `C12`. */
function cellReference(column: number, row: number): string {
  let letters = "";
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row}`;
}

import { dialectContext } from "../text/delimited-table.ts";
import type { PartContext, TextPart } from "../part.ts";

export interface Table {
  /** Empty where the file holds but one table that has no name. */
  name: string;
  columns: readonly string[];
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>;
}

const PIECE_CHARS = 256 * 1024;
const WHOLE_CHARS = 512 * 1024;
const BREAKS = /[\t\n\r]/g;

/**
 * A table as text, one row a line, its cells between tabs. The columns' names are its first line, and the context of every
 * cell. A row of any length is passed on in pieces.
 */
export async function tablePart({ name, columns, rows }: Table): Promise<TextPart> {
  const names = columns.map(cellText);
  const heading = `${names.join("\t")}\n`;
  const inContext = dialectContext({
    delimiter: "\t",
    recordEnd: "\n",
    quotes: false,
    names,
    bodyStart: heading.length,
  });
  let context: PartContext = {};
  let start = 0;
  const pieces = piecesOf(heading, rows);
  const first: string[] = [];
  let chars = 0;
  let isWhole = false;
  while (chars < WHOLE_CHARS && !isWhole) {
    const next = await pieces.next();
    if (next.done === true) isWhole = true;
    else {
      first.push(next.value);
      chars += next.value.length;
    }
  }
  return {
    t: "text",
    text: isWhole ? first.join("") : chained(first, pieces),
    context: (window) => {
      start = window.offset;
      return (context = inContext(window));
    },
    placeAt: (offset) => {
      const key = context.fieldAt?.(offset - start) ?? null;
      return key === null ? {} : { key };
    },
    ...(name === "" ? {} : { place: { member: name } }),
  };
}

async function* piecesOf(heading: string, rows: Table["rows"]): AsyncGenerator<string, void, undefined> {
  let text = heading;
  for await (const row of rows) {
    for (const [i, cell] of row.entries()) {
      if (i > 0) text += "\t";
      for (let at = 0; at < cell.length; at += PIECE_CHARS) {
        text += cellText(cell.slice(at, at + PIECE_CHARS));
        if (text.length < PIECE_CHARS) continue;
        yield text;
        text = "";
      }
    }
    text += "\n";
  }
  if (text !== "") yield text;
}

async function* chained(
  first: string[],
  rest: AsyncIterable<string>,
): AsyncGenerator<string, void, undefined> {
  yield* first.splice(0);
  yield* rest;
}

const cellText = (cell: string) => cell.replace(BREAKS, " ");

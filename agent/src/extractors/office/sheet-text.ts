import type { PartContext, PartPlace, TextPart } from "../part.ts";
import { isHeading } from "../text/delimited-dialect.ts";
import { dialectContext } from "../text/delimited-table.ts";

/** A row of a sheet: its number from 1, and its cells from the first column on. */
export interface SheetRow {
  number: number;
  cells: readonly string[];
}

const PIECE_CHARS = 256 * 1024;
/** A heading stands among the first rows, if there is one. */
const HEADING_WITHIN = 20;
const MAX_EMPTY_ROWS = 1_000;
const BREAKS = /[\t\n\r]+/g;

/**
 * A sheet as text: a row is a line, so that line numbers are row numbers; cells stand between tabs. The row of column names is
 * the context of all that stand below it.
 */
export async function* sheetParts(
  rows: AsyncIterable<SheetRow> | Iterable<SheetRow>,
  place: PartPlace,
  hidden?: string,
): AsyncGenerator<TextPart, void, undefined> {
  const lines = linesOf(rows);
  const first: string[] = [];
  let next = await lines.next();
  for (; next.done !== true && first.length < HEADING_WITHIN; next = await lines.next())
    first.push(next.value);
  if (first.every((line) => line === "")) return;
  const rest = next.done === true ? null : chained(next.value, lines);
  const text = rest ? pieces(first, rest) : first.map((line) => `${line}\n`).join("");
  const heading = headingOf(first);
  yield {
    t: "text",
    text,
    place,
    ...(heading ? inColumns(heading) : {}),
    ...(hidden === undefined ? {} : { hidden }),
  };
}

/** Where the body starts, and what its columns are called. */
function headingOf(lines: readonly string[]): { names: readonly string[]; bodyStart: number } | null {
  let bodyStart = 0;
  for (const line of lines) {
    bodyStart += line.length + 1;
    const names = line.split("\t");
    const filled = names.filter((name) => name !== "");
    if (filled.length >= 2 && isHeading(filled)) return { names, bodyStart };
  }
  return null;
}

function inColumns({ names, bodyStart }: { names: readonly string[]; bodyStart: number }) {
  const inContext = dialectContext({ delimiter: "\t", recordEnd: "\n", quotes: false, names, bodyStart });
  let context: PartContext = {};
  let start = 0;
  return {
    context: (window: { text: string; offset: number }) => {
      start = window.offset;
      return (context = inContext(window));
    },
    placeAt: (offset: number): PartPlace => {
      const key = context.fieldAt?.(offset - start) ?? null;
      return key === null || key === "" ? {} : { key };
    },
  };
}

async function* linesOf(
  rows: AsyncIterable<SheetRow> | Iterable<SheetRow>,
): AsyncGenerator<string, void, undefined> {
  let line = 1;
  for await (const { number, cells } of rows) {
    // A file may say that its next row is the millionth; nobody needs the lines between.
    for (let empty = 0; line < number && empty < MAX_EMPTY_ROWS; empty++, line++) yield "";
    yield cells.map((cell) => cell.replace(BREAKS, " ")).join("\t");
    line++;
  }
}

async function* pieces(
  first: readonly string[],
  rest: AsyncIterable<string>,
): AsyncGenerator<string, void, undefined> {
  let text = first.map((line) => `${line}\n`).join("");
  for await (const line of rest) {
    text += `${line}\n`;
    if (text.length < PIECE_CHARS) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}

async function* chained(first: string, rest: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  yield first;
  yield* rest;
}

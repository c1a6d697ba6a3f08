import type { Part, PartPlace, TextPart } from "../part.ts";
import { isHeading } from "../text/delimited-dialect.ts";
import { CellIndex } from "./cell-index.ts";
import { streamedText } from "./streamed-text.ts";

/** A row of a sheet: its number from 1, and the cells that hold something, by their columns from 1, in order. */
export interface SheetRow {
  number: number;
  columns: readonly number[];
  texts: readonly string[];
  isHidden?: boolean;
}

/** The names that columns have, and the row that they stand in. */
export interface Heading {
  row: number;
  /** By column, from 1. */
  names: ReadonlyMap<number, string>;
}

export interface Sheet {
  place: PartPlace;
  hidden?: string;
  /** Columns whose numbers fit are not shown. */
  isHiddenColumn?: (column: number) => boolean;
  /** Known where no row says it, as a database's. */
  heading?: Heading;
}

const PIECE_CHARS = 256 * 1024;
/** A heading stands among the first rows, if there is one. */
const HEADING_WITHIN = 20;
/** Hidden rows wait until those that are seen have been passed on. Further ones are passed on among those. */
const MAX_HELD_CHARS = 8 * 1024 * 1024;
const BREAKS = /[\t\n\r]+/g;

/**
 * A sheet as text: a row is a line, its filled cells stand between tabs. The row of column names is the context of all that
 * stand below it, and every value knows its cell. Hidden rows come as a text of their own.
 */
export async function* sheetParts(
  rows: AsyncIterable<SheetRow> | Iterable<SheetRow>,
  sheet: Sheet,
): AsyncGenerator<Part, void, undefined> {
  const held: SheetRow[] = [];
  const seen: HiddenCells = { columns: 0 };
  const shown = shownRows(rows, held, sheet, seen);
  const first: SheetRow[] = [];
  let failure: { error: unknown } | null = null;
  try {
    for (let i = 0; i < HEADING_WITHIN; i++) {
      const next = await shown.next();
      if (next.done === true) break;
      first.push(next.value);
    }
  } catch (error) {
    failure = { error };
  }
  const heading = sheet.heading ?? headingOf(first);
  yield* rowsText(chained(first, shown, failure), heading, sheet);
  if (held.length > 0) yield* rowsText(held, heading, { ...sheet, hidden: sheet.hidden ?? "hidden rows" });
  // A hidden column stays in its rows, whose values belong together.
  if (seen.columns > 0 && sheet.hidden === undefined)
    yield {
      t: "observation",
      type: "HIDDEN_CONTENT",
      confidence: 0.95,
      reasons: ["hidden columns"],
      subject: `hidden columns ${sheet.place.member ?? ""}`,
      count: seen.columns,
      place: sheet.place,
    };
}

interface HiddenCells {
  columns: number;
}

function rowsText(
  rows: AsyncIterable<SheetRow> | Iterable<SheetRow>,
  heading: Heading | null,
  { place, hidden }: Sheet,
): AsyncGenerator<Part, void, undefined> {
  const index = new CellIndex(heading);
  const about: Omit<TextPart, "t" | "text"> = {
    place,
    context: (window) => index.context(window),
    placeAt: (offset) => index.placeAt(offset),
    ...(hidden === undefined ? {} : { hidden }),
  };
  return streamedText(linesOf(rows, index), about);
}

/** The first row whose cells are all names. */
function headingOf(rows: readonly SheetRow[]): Heading | null {
  for (const { number, columns, texts } of rows) {
    if (texts.length < 2 || !isHeading(texts)) continue;
    return { row: number, names: new Map(columns.map((column, i) => [column, cellText(texts[i] ?? "")])) };
  }
  return null;
}

async function* shownRows(
  rows: AsyncIterable<SheetRow> | Iterable<SheetRow>,
  held: SheetRow[],
  { isHiddenColumn }: Sheet,
  seen: HiddenCells,
): AsyncGenerator<SheetRow, void, undefined> {
  let chars = 0;
  for await (const row of rows) {
    if (row.texts.length === 0) continue;
    if (isHiddenColumn) for (const column of row.columns) if (isHiddenColumn(column)) seen.columns++;
    if (row.isHidden === true && chars < MAX_HELD_CHARS) {
      held.push(row);
      for (const text of row.texts) chars += text.length + 8;
    } else yield row;
  }
}

async function* linesOf(
  rows: AsyncIterable<SheetRow> | Iterable<SheetRow>,
  index: CellIndex,
): AsyncGenerator<string, void, undefined> {
  let piece = "";
  let sent = 0;
  for await (const { number, columns, texts } of rows) {
    for (let i = 0; i < texts.length; i++) {
      if (i > 0) piece += "\t";
      const text = cellText(texts[i] ?? "");
      index.add(sent + piece.length, text.length, number, columns[i] ?? i + 1);
      piece += text;
    }
    piece += "\n";
    if (piece.length < PIECE_CHARS) continue;
    yield piece;
    sent += piece.length;
    piece = "";
  }
  if (piece !== "") yield piece;
}

function cellText(text: string): string {
  return text.replace(BREAKS, " ");
}

async function* chained(
  first: SheetRow[],
  rest: AsyncIterable<SheetRow>,
  failure: { error: unknown } | null,
): AsyncGenerator<SheetRow, void, undefined> {
  yield* first.splice(0);
  if (failure) throw failure.error;
  yield* rest;
}

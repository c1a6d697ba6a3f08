import { read, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { type RandomBytes, SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";
import type { Part } from "../part.ts";
import { sheetParts, type SheetRow } from "./sheet-text.ts";

/** The library holds a workbook whole, at some ten times its size. */
const MAX_BYTES = 8 * 1024 * 1024;

/** Excel files from before 1997, which hold no more than 16,384 rows a sheet. */
export async function* oldWorkbookParts(bytes: RandomBytes): AsyncGenerator<Part, void, undefined> {
  if (bytes.size > MAX_BYTES) throw new ExtractError(SKIP_REASONS.tooLargeToHold);
  const workbook = opened(new Uint8Array(bytes.read(0, bytes.size)));
  for (const [at, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    if (!sheet) continue;
    const isHidden = (workbook.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0;
    const place = { member: name };
    yield* sheetParts(rowsOf(sheet), {
      place,
      isHiddenColumn: (column) => sheet["!cols"]?.[column - 1]?.hidden === true,
      ...(isHidden ? { hidden: "hidden sheet" } : {}),
    });
    const heading = { row: 0, names: new Map<number, string>() };
    yield* sheetParts(commentRows(sheet), { place, heading, hidden: "comment" });
  }
}

function opened(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, { type: "array", dense: true, cellDates: true, cellStyles: true, UTC: true });
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message);
    throw new ExtractError(isLocked ? SKIP_REASONS.encrypted : SKIP_REASONS.damaged);
  }
}

/** `dense`: rows of cells, each by its place; the first is the sheet's first, whatever range is said to be filled. */
const cellsOf = (sheet: WorkSheet) => (sheet["!data"] ?? []) as (Cell | undefined)[][];

interface Cell {
  t: string;
  v?: unknown;
  w?: string;
  c?: { a?: string; t: string }[];
}

function* rowsOf(sheet: WorkSheet): Generator<SheetRow, void, undefined> {
  for (const [at, cells] of cellsOf(sheet).entries()) {
    const row = { number: at + 1, columns: [] as number[], texts: [] as string[] };
    const isHidden = sheet["!rows"]?.[at]?.hidden === true;
    for (const [i, cell] of (cells ?? []).entries()) {
      const text = cell ? cellText(cell) : "";
      if (text === "") continue;
      row.columns.push(i + 1);
      row.texts.push(text);
    }
    yield { ...row, isHidden };
  }
}

function cellText({ t: type, v: value, w: shown = "" }: Cell): string {
  if (value instanceof Date) {
    const iso = value.toISOString();
    return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 19).replace("T", " ");
  }
  // What stands for an identifier may begin with zeros that only its format knows.
  if (type === "n" && /^0[\d .-]*$/.test(shown) && shown.length > 1) return shown;
  return typeof value === "number" && Number.isInteger(value) && Math.abs(value) < 1e21
    ? BigInt(value).toString()
    : String(value ?? "");
}

function* commentRows(sheet: WorkSheet): Generator<SheetRow, void, undefined> {
  for (const [row, cells] of cellsOf(sheet).entries())
    for (const [column, cell] of (cells ?? []).entries())
      for (const { a: author, t: text } of cell?.c ?? []) {
        const said = author === undefined || author === "" ? text : `Author: ${author}: ${text}`;
        yield { number: row + 1, columns: [column + 1], texts: [said] };
      }
}

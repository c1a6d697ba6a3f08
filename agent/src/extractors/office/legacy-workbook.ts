import { read, utils, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { type RandomBytes, SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";
import type { Part } from "../part.ts";
import { sheetParts, type SheetRow } from "./sheet-text.ts";

/** The library holds a workbook whole, at some ten times its size. */
const MAX_BYTES = 32 * 1024 * 1024;

/** Excel's files from before 2007 (BIFF). */
export async function* legacyWorkbookParts(bytes: RandomBytes): AsyncGenerator<Part, void, undefined> {
  if (bytes.size > MAX_BYTES) throw new ExtractError(SKIP_REASONS.tooLargeToHold);
  const workbook = opened(new Uint8Array(bytes.read(0, bytes.size)));
  for (const [at, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    if (!sheet) continue;
    const isHidden = (workbook.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0;
    yield* sheetParts(rowsOf(sheet), { member: name }, isHidden ? "hidden sheet" : undefined);
    for (const text of commentsOf(sheet))
      yield { t: "text", text, place: { member: name }, hidden: "comment" };
  }
}

function opened(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, { type: "array", dense: true, cellDates: true, UTC: true });
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message);
    throw new ExtractError(isLocked ? SKIP_REASONS.encrypted : SKIP_REASONS.damaged);
  }
}

function* rowsOf(sheet: WorkSheet): Generator<SheetRow, void, undefined> {
  const first = utils.decode_range(sheet["!ref"] ?? "A1").s.r;
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, blankrows: true, defval: "" });
  for (const [at, cells] of rows.entries()) yield { number: first + at + 1, cells: cells.map(cellText) };
}

function cellText(value: unknown): string {
  if (!(value instanceof Date)) return String(value ?? "");
  const iso = value.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 19).replace("T", " ");
}

function* commentsOf(sheet: WorkSheet): Generator<string, void, undefined> {
  const rows = (sheet["!data"] ?? []) as { c?: { a?: string; t: string }[] }[][];
  for (const cell of rows.flat())
    for (const { a: author, t: text } of cell?.c ?? [])
      yield author === undefined || author === "" ? text : `Author: ${author}\n${text}`;
}

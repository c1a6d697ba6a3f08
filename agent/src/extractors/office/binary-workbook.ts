import { type ExtractContext, reasonOf } from "../extractor.ts";
import type { Part } from "../part.ts";
import { type Biff12Record, biff12Records, wideString } from "./biff12.ts";
import { BinaryWorksheet } from "./binary-worksheet.ts";
import { type NumberFormat, numberFormat } from "./number-format.ts";
import { type SheetRow, sheetParts } from "./sheet-text.ts";
import { guarded } from "./streamed-text.ts";
import { type CellSources, emptySources } from "./workbook-parts.ts";
import type { ZipPackage } from "./zip-package.ts";

// Record types, [MS-XLSB] 2.3.1.
const SHARED_ITEM = 19;
const FORMAT = 44;
const CELL_FORMAT = 47;
const WORKBOOK_PROPERTIES = 153;
const SHEET = 156;
const BEGIN_CELL_FORMATS = 617;
const END_CELL_FORMATS = 618;
const COMMENT_AUTHOR = 632;
const BEGIN_COMMENT = 635;
const COMMENT_TEXT = 637;
const MAX_STYLES = 65_536;

/** The sheets of a binary workbook (XLSB), seen or hidden, and its comments. */
export async function* binaryWorkbookParts(
  zip: ZipPackage,
  main: string,
  { scratch, beat }: ExtractContext,
): AsyncGenerator<Part, void, undefined> {
  const sources = emptySources(scratch);
  try {
    const relations = await zip.relations(main);
    const sheets: { name: string; target: string; isHidden: boolean }[] = [];
    for await (const { type, data } of recordsOf(zip, main)) {
      if (type === WORKBOOK_PROPERTIES) sources.is1904 = ((data[0] ?? 0) & 1) !== 0;
      if (type !== SHEET || data.length < 12) continue;
      const id = wideString(data, 8);
      const target = relations.find((relation) => relation.id === id.text)?.target ?? "";
      sheets.push({ name: wideString(data, id.end).text, target, isHidden: data.readUInt32LE(0) !== 0 });
    }
    for (const { type, target } of relations) {
      try {
        if (type === "sharedStrings") await readStrings(zip, target, sources, beat);
        else if (type === "styles") sources.formats = await readFormats(zip, target);
      } catch (error) {
        yield { t: "skip", reason: reasonOf(error), member: target };
      }
    }
    for (const { name, target, isHidden } of sheets) {
      const sheet = { place: { member: name }, ...(isHidden ? { hidden: "hidden sheet" } : {}) };
      const reader = new BinaryWorksheet(sources, (chars) => zip.take(chars));
      const rows = rowsOf(recordsOf(zip, target, beat), reader);
      yield* guarded(name, sheetParts(rows, { ...sheet, isHiddenColumn: reader.isHiddenColumn }));
      for (const { type, target: related } of await zip.relations(target))
        if (type === "comments")
          yield* guarded(
            related,
            sheetParts(commentRows(recordsOf(zip, related)), { ...sheet, heading: NONE, hidden: "comment" }),
          );
    }
  } finally {
    sources.strings.close();
  }
}

const NONE = { row: 0, names: new Map<number, string>() };

async function* recordsOf(
  zip: ZipPackage,
  name: string,
  beat = () => {},
): AsyncGenerator<Biff12Record, void, undefined> {
  const bytes = zip.read(name);
  if (!bytes) return;
  for await (const records of biff12Records(bytes)) {
    beat();
    yield* records;
  }
}

async function* rowsOf(
  records: AsyncIterable<Biff12Record>,
  reader: BinaryWorksheet,
): AsyncGenerator<SheetRow, void, undefined> {
  for await (const record of records) {
    const row = reader.read(record);
    if (row) yield row;
  }
  const last = reader.end();
  if (last) yield last;
}

async function readStrings(zip: ZipPackage, name: string, { strings }: CellSources, beat: () => void) {
  for await (const { type, data } of recordsOf(zip, name, beat))
    if (type === SHARED_ITEM) strings.push(wideString(data, 1).text);
}

async function readFormats(zip: ZipPackage, name: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  for await (const { type, data } of recordsOf(zip, name)) {
    if (type === FORMAT && data.length > 2 && codes.size < MAX_STYLES)
      codes.set(data.readUInt16LE(0), wideString(data, 2).text);
    else if (type === BEGIN_CELL_FORMATS) inCells = true;
    else if (type === END_CELL_FORMATS) inCells = false;
    else if (type === CELL_FORMAT && inCells && data.length >= 4 && formats.length < MAX_STYLES) {
      const id = data.readUInt16LE(2);
      formats.push(numberFormat(id, codes.get(id)));
    }
  }
  return formats;
}

async function* commentRows(records: AsyncIterable<Biff12Record>): AsyncGenerator<SheetRow, void, undefined> {
  const authors: string[] = [];
  let at = { row: 1, column: 1, author: "" };
  for await (const { type, data } of records) {
    if (type === COMMENT_AUTHOR) authors.push(wideString(data, 0).text);
    else if (type === BEGIN_COMMENT && data.length >= 20)
      at = {
        author: authors[data.readUInt32LE(0)] ?? "",
        row: data.readUInt32LE(4) + 1,
        column: data.readUInt32LE(12) + 1,
      };
    else if (type === COMMENT_TEXT) {
      const { text } = wideString(data, 1);
      const said = at.author === "" ? text : `Author: ${at.author}: ${text}`;
      yield { number: at.row, columns: [at.column], texts: [said] };
    }
  }
}

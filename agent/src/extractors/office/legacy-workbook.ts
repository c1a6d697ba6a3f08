import { type RandomBytes, SKIP_REASONS } from "../../sources/file-source.ts";
import { UnpackBudget } from "../budget.ts";
import { type ExtractContext, ExtractError } from "../extractor.ts";
import type { CompoundEntry, CompoundFile } from "../ole/compound-file.ts";
import type { Part } from "../part.ts";
import { type Biff8Record, biff8Records, characters, unicodeString } from "./biff8-records.ts";
import { Biff8Sheet } from "./biff8-sheet.ts";
import { Biff8Strings } from "./biff8-strings.ts";
import { numberFormat } from "./number-format.ts";
import { type SheetRow, sheetParts } from "./sheet-text.ts";
import { type CellSources, emptySources } from "./workbook-parts.ts";

// Record types, [MS-XLS] 2.3.
const END = 0x000a;
const DATE_MODE = 0x0022;
const PASSWORD = 0x002f;
const CONTINUE = 0x003c;
const SHEET = 0x0085;
const CELL_FORMAT = 0x00e0;
const SHARED_STRINGS = 0x00fc;
const FORMAT = 0x041e;
const BEGIN = 0x0809;
const BIFF8 = 0x0600;

interface SheetEntry {
  name: string;
  isHidden: boolean;
  /** Where in the stream its records begin. */
  at: number;
}

/** Excel's files from before 2007 (BIFF); those from before 1997 are left to a library, which needs them whole. */
export async function* legacyWorkbookParts(
  file: CompoundFile,
  { scratch, beat }: ExtractContext,
  bytes: RandomBytes,
): AsyncGenerator<Part, void, undefined> {
  const stream = file.named(file.root).get("Workbook");
  if (stream?.kind !== "stream" || !isBiff8(file, stream)) {
    const { oldWorkbookParts } = await import("./old-workbook.ts");
    return yield* oldWorkbookParts(bytes);
  }
  const sources = emptySources(scratch);
  const budget = new UnpackBudget(bytes.size);
  try {
    const records = placedRecords(file, stream, beat);
    const sheets = readGlobals(records, sources);
    for (let next = records.next(); next.done !== true; next = records.next()) {
      if (next.value.type !== BEGIN) continue;
      const start = next.value.at;
      const entry = sheets.find(({ at }) => at === start);
      const reader = new Biff8Sheet(sources, (chars) => budget.take(chars));
      const place = { member: entry?.name ?? "sheet" };
      const hidden = entry?.isHidden === true ? { hidden: "hidden sheet" } : {};
      yield* sheetParts(rowsOf(records, reader), { place, isHiddenColumn: reader.isHiddenColumn, ...hidden });
      if (reader.notes.length > 0)
        yield { t: "text", text: `${reader.notes.join("\n")}\n`, place, ...hidden };
      const heading = { row: 0, names: new Map<number, string>() };
      yield* sheetParts(reader.comments, { place, heading, hidden: "comment" });
    }
  } finally {
    sources.strings.close();
  }
}

function isBiff8(file: CompoundFile, stream: CompoundEntry): boolean {
  for (const { type, data } of biff8Records(file.pieces(stream)))
    return type === BEGIN && data.length >= 2 && data.readUInt16LE(0) === BIFF8;
  return false;
}

type Placed = Biff8Record & { at: number };

function* placedRecords(
  file: CompoundFile,
  stream: CompoundEntry,
  beat: () => void,
): Generator<Placed, void, undefined> {
  let at = 0;
  const pieces = (function* () {
    for (const piece of file.pieces(stream)) {
      beat();
      yield piece;
    }
  })();
  for (const record of biff8Records(pieces)) {
    yield { ...record, at };
    at += 4 + record.data.length;
  }
}

/** Reads what stands before the sheets. Throws `ExtractError` where there is a password. */
function readGlobals(records: Iterator<Placed>, sources: CellSources): SheetEntry[] {
  const sheets: SheetEntry[] = [];
  const codes = new Map<number, string>();
  const formats: number[] = [];
  const strings = new Biff8Strings((text) => sources.strings.push(text));
  for (let next = records.next(); next.done !== true; next = records.next()) {
    const { type, data } = next.value;
    if (type === CONTINUE && strings.isOpen) strings.goOn(data);
    else strings.end();
    if (type === END) break;
    if (type === PASSWORD) throw new ExtractError(SKIP_REASONS.encrypted);
    if (type === SHARED_STRINGS) strings.start(data);
    else if (type === DATE_MODE) sources.is1904 = data[0] === 1;
    else if (type === FORMAT && data.length > 5) codes.set(data.readUInt16LE(0), unicodeString(data, 2));
    else if (type === CELL_FORMAT && data.length >= 4) formats.push(data.readUInt16LE(2));
    else if (type === SHEET && data.length > 8)
      sheets.push({
        at: data.readUInt32LE(0),
        isHidden: ((data[4] ?? 0) & 3) !== 0,
        name: characters(data, 7, data[6] ?? 0),
      });
  }
  sources.formats = formats.map((id) => numberFormat(id, codes.get(id)));
  return sheets;
}

/** The rows up to the end of the sheet; a chart in it has a beginning and an end of its own. */
function* rowsOf(records: Iterator<Placed>, reader: Biff8Sheet): Generator<SheetRow, void, undefined> {
  let depth = 1;
  for (let next = records.next(); next.done !== true; next = records.next()) {
    const { type } = next.value;
    if (type === BEGIN) depth++;
    else if (type === END && --depth === 0) break;
    else if (depth === 1) {
      const row = reader.read(next.value);
      if (row) yield row;
    }
  }
  const last = reader.end();
  if (last) yield last;
}

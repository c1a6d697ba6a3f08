import { SKIP_REASONS } from "../../sources/file-source.ts";
import { type ExtractContext, reasonOf } from "../extractor.ts";
import type { Part } from "../part.ts";
import { drawnParts } from "./drawn-text.ts";
import { pivotParts } from "./pivot-cache.ts";
import { type Heading, type SheetRow, sheetParts } from "./sheet-text.ts";
import { guarded } from "./streamed-text.ts";
import { type Commented, personNames, sheetComments } from "./workbook-comments.ts";
import { type CellSources, emptySources, readFormats, readSharedStrings } from "./workbook-parts.ts";
import { columnOf, WorksheetReader } from "./worksheet.ts";
import { readWholeXml, readXml } from "./xml-events.ts";
import type { Relation, ZipPackage } from "./zip-package.ts";

interface SheetEntry {
  name: string;
  relation: string;
  isHidden: boolean;
}

const EXTERNAL = /^xl\/externalLinks\/externalLink\d+\.xml$/i;
const SOURCES = /^xl\/(?:connections|queryTables\/[^/]+)\.xml$/i;

/** The sheets of a workbook, seen or hidden, its comments, drawings, and the copies of other data that it keeps. */
export async function* workbookParts(
  zip: ZipPackage,
  main: string,
  { scratch, beat }: ExtractContext,
): AsyncGenerator<Part, void, undefined> {
  const sources = emptySources(scratch);
  try {
    const { sheets, names, is1904 } = await readWorkbook(zip, main);
    sources.is1904 = is1904;
    const relations = await zip.relations(main);
    yield* readSources(zip, relations, sources, beat);
    const persons = await personNames(zip, relations);
    for (const { name, relation, isHidden } of sheets) {
      const target = relations.find(({ id }) => id === relation)?.target;
      if (target === undefined || !zip.has(target)) {
        yield { t: "skip", reason: SKIP_REASONS.damaged, member: name };
        continue;
      }
      const about = { name, isHidden, persons };
      yield* guarded(name, sheetOf(zip, target, about, sources, beat));
    }
    if (names.length > 0) yield { t: "text", text: `${names.join("\n")}\n`, place: { member: "names" } };
    yield* pivotParts(zip, scratch, beat);
    for (const name of zip.matching(EXTERNAL)) yield* guarded(name, externalParts(zip, name));
    for (const name of zip.matching(SOURCES)) yield* guarded(name, attributeParts(zip, name));
  } finally {
    sources.strings.close();
  }
}

/** Without the texts or formats the cells that do not need them are read all the same. */
async function* readSources(
  zip: ZipPackage,
  relations: readonly Relation[],
  sources: CellSources,
  beat: () => void,
): AsyncGenerator<Part, void, undefined> {
  const partOf = (wanted: string) =>
    relations.find(({ type }) => type === wanted)?.target ?? `xl/${wanted}.xml`;
  const [texts, styles] = [partOf("sharedStrings"), partOf("styles")];
  try {
    const pieces = zip.read(texts);
    if (pieces) await readSharedStrings(pieces, sources.strings, beat);
  } catch (error) {
    yield { t: "skip", reason: reasonOf(error), member: texts };
  }
  try {
    sources.formats = await readFormats(zip, styles);
  } catch (error) {
    yield { t: "skip", reason: reasonOf(error), member: styles };
  }
}

async function* sheetOf(
  zip: ZipPackage,
  part: string,
  { name, isHidden, persons }: { name: string; isHidden: boolean; persons: ReadonlyMap<string, string> },
  sources: CellSources,
  beat: () => void,
): AsyncGenerator<Part, void, undefined> {
  const bytes = zip.read(part);
  if (!bytes) return;
  const reader = new WorksheetReader(sources, (chars) => zip.take(chars));
  const hidden = isHidden ? { hidden: "hidden sheet" } : {};
  const sheet = { place: { member: name }, ...hidden };
  yield* guarded(
    name,
    sheetParts(rowsOf(readXml(bytes, reader), reader, beat), {
      ...sheet,
      isHiddenColumn: reader.isHiddenColumn,
    }),
  );
  const heading: Heading = { row: 0, names: new Map() };
  yield* sheetParts(reader.notes, { ...sheet, heading });
  const printed = reader.printed.filter((text) => text !== "");
  if (printed.length > 0) yield { t: "text", text: `${printed.join("\n")}\n`, ...sheet };
  const relations = await zip.relations(part);
  const comments: Commented[] = await sheetComments(zip, relations, persons);
  yield* sheetParts(comments.map(commentRow), { ...sheet, heading, hidden: "comment" });
  for (const { type, target, isExternal } of relations)
    if (!isExternal && (type === "drawing" || type === "vmlDrawing"))
      yield* guarded(target, drawnParts(zip, target, sheet));
}

const commentRow = ({ row, column, text }: Commented): SheetRow => ({
  number: row,
  columns: [column],
  texts: [text],
});

async function* rowsOf(
  events: AsyncIterable<void>,
  reader: WorksheetReader,
  beat: () => void,
): AsyncGenerator<SheetRow, void, undefined> {
  try {
    for await (const _ of events) {
      beat();
      yield* reader.rows.splice(0);
    }
  } finally {
    // What was complete before the XML broke off.
    yield* reader.rows.splice(0);
  }
}

async function readWorkbook(
  zip: ZipPackage,
  main: string,
): Promise<{ sheets: SheetEntry[]; names: string[]; is1904: boolean }> {
  const sheets: SheetEntry[] = [];
  const names: string[] = [];
  let is1904 = false;
  let defined: string | undefined;
  await readWholeXml(zip.read(main), {
    open(element, attributes) {
      const { name = "", id = "", state } = attributes;
      if (element === "sheet")
        sheets.push({ name, relation: id, isHidden: state !== undefined && state !== "visible" });
      else if (element === "definedName") defined = `${name}: `;
      else if (element === "workbookPr") is1904 = ["1", "true"].includes(attributes["date1904"] ?? "");
    },
    text: (text) => void (defined !== undefined && (defined += text)),
    close(element) {
      if (element !== "definedName" || defined === undefined) return;
      // A name mostly stands for a range; one that holds a value is of interest.
      if (/["{]|: \d/.test(defined)) names.push(defined);
      defined = undefined;
    },
  });
  return { sheets, names, is1904 };
}

/** What was last seen in cells of other workbooks is kept with the reference to them. */
async function* externalParts(zip: ZipPackage, name: string): AsyncGenerator<Part, void, undefined> {
  const rows: SheetRow[] = [];
  let row: { number: number; columns: number[]; texts: string[] } | null = null;
  let text = "";
  let column = 0;
  await readWholeXml(zip.read(name), {
    open(element, { r = "" }) {
      if (element === "row") row = { number: Number(r) || 1, columns: [], texts: [] };
      else if (element === "cell") column = columnOf(r);
      text = "";
    },
    text: (more) => (text += more),
    close(element) {
      if (element === "v" && row) {
        row.columns.push(column);
        row.texts.push(text);
      } else if (element === "row" && row) rows.push(row);
    },
  });
  yield* sheetParts(rows, { place: { member: name.slice("xl/".length) }, hidden: "external link cache" });
}

/** How a workbook gets at data elsewhere: connection strings and queries are attributes. */
async function* attributeParts(zip: ZipPackage, name: string): AsyncGenerator<Part, void, undefined> {
  const lines: string[] = [];
  await readWholeXml(zip.read(name), {
    open(_element, { name: own, connection, command, url, description }) {
      const said = { name: own, description, connection, command, url };
      for (const [key, value] of Object.entries(said))
        if (value !== undefined) lines.push(`${key}: ${value}`);
    },
  });
  if (lines.length > 0)
    yield { t: "text", text: `${lines.join("\n")}\n`, place: { member: name.slice("xl/".length) } };
}

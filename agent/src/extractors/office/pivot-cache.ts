import type { Part } from "../part.ts";
import type { Scratch } from "../scratch.ts";
import { type SheetRow, sheetParts } from "./sheet-text.ts";
import { guarded } from "./streamed-text.ts";
import { TextStore } from "./text-store.ts";
import { readWholeXml, readXml } from "./xml-events.ts";
import type { ZipPackage } from "./zip-package.ts";

const DEFINITIONS = /^xl\/pivotCache\/pivotCacheDefinition\d*\.xml$/i;
/** The values that items and records have: numbers, texts, dates, truth values; `m` is a missing one. */
const VALUES = new Set(["s", "n", "d", "b", "e", "m"]);

/** The copy of its source that a pivot table keeps, also where the source is not in the workbook: a table again. */
export async function* pivotParts(
  zip: ZipPackage,
  scratch: Scratch,
  beat: () => void,
): AsyncGenerator<Part, void, undefined> {
  for (const name of zip.matching(DEFINITIONS)) yield* guarded(name, cacheParts(zip, name, scratch, beat));
}

interface Fields {
  names: string[];
  /** Where in the store the items of each field begin; a record names an item by its number from there. */
  starts: number[];
}

async function* cacheParts(
  zip: ZipPackage,
  name: string,
  scratch: Scratch,
  beat: () => void,
): AsyncGenerator<Part, void, undefined> {
  const items = new TextStore(scratch);
  try {
    const fields = await readFields(zip, name, items);
    const relations = await zip.relations(name);
    const records = relations.find(({ type }) => type === "pivotCacheRecords");
    const bytes = zip.read(records?.target ?? "");
    const rows = bytes
      ? recordRows(bytes, fields, items, (chars) => zip.take(chars), beat)
      : itemRows(fields, items);
    const heading = { row: 0, names: new Map(fields.names.map((field, i) => [i + 1, field])) };
    yield* sheetParts(rows, {
      place: { member: name.slice("xl/".length) },
      hidden: "pivot cache",
      heading,
    });
  } finally {
    items.close();
  }
}

async function readFields(zip: ZipPackage, name: string, items: TextStore): Promise<Fields> {
  const fields: Fields = { names: [], starts: [] };
  let inItems = false;
  await readWholeXml(zip.read(name), {
    open(element, { name: own = "", v = "" }) {
      if (element === "cacheField") {
        fields.names.push(own);
        fields.starts.push(items.count);
      } else if (element === "sharedItems") inItems = true;
      else if (inItems && VALUES.has(element)) items.push(v);
    },
    close(element) {
      if (element === "sharedItems") inItems = false;
    },
  });
  return fields;
}

/** The row of names stands first, as in the source. */
function headingRow({ names }: Fields): SheetRow {
  return { number: 1, columns: names.map((_, i) => i + 1), texts: names };
}

async function* recordRows(
  bytes: AsyncIterable<Uint8Array>,
  fields: Fields,
  items: TextStore,
  take: (chars: number) => void,
  beat: () => void,
): AsyncGenerator<SheetRow, void, undefined> {
  yield headingRow(fields);
  const rows: SheetRow[] = [];
  let number = 1;
  let column = 0;
  let row: { number: number; columns: number[]; texts: string[] } | null = null;
  const events = readXml(bytes, {
    open(element, { v = "" }) {
      if (element === "r") {
        row = { number: ++number, columns: [], texts: [] };
        column = 0;
      } else if (row && (element === "x" || VALUES.has(element))) {
        const text = element === "x" ? items.at((fields.starts[column] ?? 0) + Number(v)) : v;
        column++;
        take(text.length);
        if (text === "" || column > fields.names.length) return;
        row.columns.push(column);
        row.texts.push(text);
      }
    },
    close(element) {
      if (element === "r" && row) rows.push(row);
    },
  });
  for await (const _ of events) {
    beat();
    yield* rows.splice(0);
  }
}

/** Without records the different values of each column are all there is. */
function* itemRows({ names, starts }: Fields, items: TextStore): Generator<SheetRow, void, undefined> {
  for (const [i] of names.entries())
    for (let at = starts[i] ?? 0, number = 2; at < (starts[i + 1] ?? items.count); at++, number++)
      yield { number, columns: [i + 1], texts: [items.at(at)] };
}

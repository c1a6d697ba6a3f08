import type { ColumnInfo } from "../../../sources/database/reader.ts";
import { jsonLeaves } from "./json-cell.ts";
import type { Leaf } from "./leaf.ts";
import { arrayElements, arrayLeaves, hstoreLeaves } from "./postgres-cells.ts";
import { looksLikeXml, xmlLeaves } from "./xml-cell.ts";

/** Takes a cell apart; null where it is one value, as most are. */
export type CellReading = (text: string) => Leaf[] | null;

const BRACE = 0x7b;
const BRACKET = 0x5b;
const LESS = 0x3c;
const QUOTE = 0x22;
const SPACE = 0x20;

/** Whether a cell that begins with this character may hold more than one value. */
export const mayHoldMore = (unit: number): boolean =>
  unit === BRACE || unit === BRACKET || unit === LESS || unit === QUOTE || unit <= SPACE;

/** How the cells of a column are taken apart. Null: their type says that each is one value. */
export function cellReading({ type, nature }: ColumnInfo): CellReading | null {
  if (nature === "number" || nature === "time") return null;
  if (type.endsWith("[]")) return arrayOf(/jsonb?\[\]$/i.test(type));
  if (/(?:^|\.)"?hstore"?$/i.test(type)) return hstoreLeaves;
  return byItsLook;
}

/** Text columns hold JSON and XML as often as those that are made for it. */
const byItsLook: CellReading = (text) => {
  const trimmed = text.trim();
  if (trimmed.startsWith("{") || trimmed.startsWith("[")) return jsonLeaves(trimmed);
  return looksLikeXml(trimmed) ? xmlLeaves(trimmed) : null;
};

function arrayOf(isJson: boolean): CellReading {
  if (!isJson) return arrayLeaves;
  return (text) =>
    arrayElements(text)?.flatMap((element) => jsonLeaves(element) ?? [{ path: "", value: element }]) ?? null;
}

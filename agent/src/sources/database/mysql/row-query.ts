import type { ColumnInfo, ReadPlan, TableInfo } from "../reader.ts";
import { behind, type KeyColumn, keyLiteral, keyText } from "./key-order.ts";
import { qualified, quoted } from "./sql-text.ts";

/** Rows of one statement when a table is read by its key, so that none takes long. */
export const BLOCK_ROWS = 50_000;

/** An estimate that is out of date may be far off: beyond so many times the rows asked for nothing more is read. */
const MAX_SURPLUS = 4;
/** A few rows at each place that is drawn: a seek costs about as much as four rows do. */
const PLACE_ROWS = 4;
/** Places of one statement. */
const PLACES = 50;

const column = (name: string) => `r.${quoted(name)}`;

/** `hasHistory`: rows that have been replaced or deleted lie in the table too. */
export const sourceOf = (table: TableInfo, hasHistory: boolean): string =>
  `${qualified(table)}${hasHistory ? " for system_time all" : ""} as r`;

/** Values longer than wanted come one character, or byte, too long, so that the cut can be told. */
function shown({ name, type, nature }: ColumnInfo, maxChars: number): string {
  if (nature === "text" || nature === "document" || nature === "binary") {
    const value = /^json\b/i.test(type) ? `cast(${column(name)} as char)` : column(name);
    return `left(${value}, ${maxChars + 1})`;
  }
  if (/^bit\b/i.test(type)) return `cast(${column(name)} + 0 as char)`;
  return nature === "other"
    ? `left(st_astext(${column(name)}), ${maxChars + 1})`
    : `cast(${column(name)} as char)`;
}

function list({ table, columns, maxValueChars }: ReadPlan): string[] {
  return columns.map((name) => {
    const info = table.columns.find((one) => one.name === name);
    return shown(info ?? { name, type: "", nature: "text" }, maxValueChars);
  });
}

/** The next rows of a whole table by its key, which stands behind the columns wanted. */
export function blockQuery(
  plan: ReadPlan,
  from: string,
  order: readonly KeyColumn[],
  after: readonly string[] | null,
): string {
  const where = after === null ? "" : `where ${behind(order, after)}`;
  const by = order.map(({ name }) => column(name)).join(", ");
  const select = `select ${[...list(plan), ...order.map(keyText)].join(", ")}`;
  return `${select} from ${from} ${where} order by ${by} limit ${BLOCK_ROWS}`;
}

/** Every row, in no order. */
export const selectQuery = (plan: ReadPlan, from: string): string =>
  `select ${list(plan).join(", ")} from ${from}`;

/** The rows at one end: by the key, or the column that is named; where there is neither, as they lie. */
export function endQuery(
  plan: ReadPlan,
  from: string,
  part: { rows: number; from: "oldest" | "newest"; by?: string },
): string {
  const order = (part.by === undefined ? plan.table.key : [part.by]).map(
    (name) => `${column(name)} ${part.from === "oldest" ? "asc" : "desc"}`,
  );
  const sorted = order.length === 0 ? "" : `order by ${order.join(", ")}`;
  return `${selectQuery(plan, from)} ${sorted} limit ${part.rows}`;
}

/** The last rows of a table that has no key: they lie in the order in which they came. */
export const lastRows = (plan: ReadPlan, from: string, rows: number, ofAll: number): string =>
  `${selectQuery(plan, from)} limit ${rows} offset ${Math.max(0, ofAll - rows)}`;

export const countQuery = (from: string): string => `select count(*) from ${from}`;

/** Each row with the same chance. The server reads them all to draw. */
export function drawnQuery(
  plan: ReadPlan,
  from: string,
  { rows, seed }: { rows: number; seed: number },
): string {
  const estimate = plan.table.rowEstimate ?? 0;
  const limit = `limit ${rows * MAX_SURPLUS}`;
  if (plan.table.kind !== "table" || estimate <= rows) return `${selectQuery(plan, from)} ${limit}`;
  return `${selectQuery(plan, from)} where rand(${seed}) < ${rows / estimate} ${limit}`;
}

/** The first and the last value of a key. */
export const boundsQuery = (from: string, by: KeyColumn): string =>
  `select (select ${keyText(by)} from ${from} order by ${column(by.name)} limit 1),
          (select ${keyText(by)} from ${from} order by ${column(by.name)} desc limit 1)`;

/** A few rows from each of the places on, with the key behind them. The places are in order. */
export function* placeQueries(
  plan: ReadPlan,
  from: string,
  by: KeyColumn,
  places: readonly string[],
): Generator<string> {
  const select = `select ${[...list(plan), keyText(by)].join(", ")} from ${from}`;
  for (let i = 0; i < places.length; i += PLACES)
    yield places
      .slice(i, i + PLACES)
      .map(
        (place) =>
          `(${select} where ${column(by.name)} >= ${keyLiteral(by, place)} order by ${column(by.name)} limit ${PLACE_ROWS})`,
      )
      .join(" union all ");
}

/** How many places give so many rows. */
export const placesFor = (rows: number): number => Math.ceil(rows / PLACE_ROWS);

import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { ReadPlan } from "../reader.ts";
import { seededRandom } from "../seeded-random.ts";
import { quoteName } from "./quote-name.ts";
import { rowIdName, rowIdRange } from "./sqlite-catalogue.ts";

/** A statement whose first column is the row id, or null; the others are those of the plan. */
export interface RowQuery {
  sql: string;
  parameters: SQLInputValue[];
  /** Rows whose id is not above the last one have been read. */
  skipSeen: boolean;
  /** The table's rows in the order of their id, so that another read can go on after them. */
  isOrdered: boolean;
}

/** A few rows at each place that is drawn: a seek costs about as much as four rows do. */
const BLOCK_ROWS = 4;
/** Places in a table without row ids, where a place is found by counting up to it. */
const OFFSET_BLOCKS = 20;

/** The statements of a plan, one after the other. Throws what SQLite throws. */
export function rowQueries(db: DatabaseSync, { table, columns, part, maxValueChars }: ReadPlan): RowQuery[] {
  const from = quoteName(table.name);
  const name = rowIdName(table.columns.map((column) => column.name));
  const range = name === null ? null : rowIdRange(db, table.name, name);
  const rowId = range === null ? null : name;
  const values = columns.map((column) => `substr(${quoteName(column)}, 1, ${maxValueChars + 1})`);
  const select = [rowId ?? "null", ...values].join(", ");
  const query = (tail: string, parameters: SQLInputValue[] = [], more: Partial<RowQuery> = {}): RowQuery => ({
    sql: `select ${select} from ${from} ${tail}`,
    parameters,
    skipSeen: false,
    isOrdered: false,
    ...more,
  });
  const key = rowId ?? table.key.map(quoteName).join(", ");

  if (part.rows === "all") {
    if (rowId === null) return [query("")];
    const after = part.after?.[0];
    const ordered = { isOrdered: true };
    if (after === undefined) return [query(`order by ${rowId}`, [], ordered)];
    return [query(`where ${rowId} > ? order by ${rowId}`, [BigInt(after)], ordered)];
  }
  if (part.from !== "random") {
    const by = part.by === undefined ? key : quoteName(part.by);
    const down = part.from === "newest" ? " desc" : "";
    const order = by === "" ? "" : `order by ${by.replaceAll(", ", `${down}, `)}${down} `;
    return [query(`${order}limit ?`, [part.rows])];
  }
  const random = seededRandom(part.seed);
  if (range === null) {
    const rows = table.rowEstimate ?? 0;
    const offsets = Array.from({ length: OFFSET_BLOCKS }, () => Math.floor(random() * rows));
    const each = Math.ceil(part.rows / OFFSET_BLOCKS);
    return withoutOverlap(offsets, each).map((offset) => query("limit ? offset ?", [each, offset]));
  }
  const blocks = Math.ceil(part.rows / BLOCK_ROWS);
  const span = Number(range.last - range.first) + 1;
  return Array.from({ length: blocks }, () => range.first + BigInt(Math.floor(random() * span)))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((at) =>
      query(`where ${rowId} >= ? order by ${rowId} limit ?`, [at, BLOCK_ROWS], { skipSeen: true }),
    );
}

function withoutOverlap(offsets: readonly number[], rows: number): number[] {
  const kept: number[] = [];
  for (const offset of offsets.toSorted((a, b) => a - b))
    if (offset >= (kept.at(-1) ?? -rows) + rows) kept.push(offset);
  return kept;
}

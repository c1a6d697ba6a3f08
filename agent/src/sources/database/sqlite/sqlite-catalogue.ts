import type { DatabaseSync } from "node:sqlite";
import type { ColumnInfo, ColumnNature, ForeignKey, TableInfo, TableKind } from "../reader.ts";
import { quoteName } from "./quote-name.ts";

interface ListedTable {
  name: string;
  type: "table" | "view" | "virtual" | "shadow";
}
interface ListedColumn {
  name: string;
  type: string;
  pk: number;
  hidden: number;
}
interface ListedForeignKey {
  id: number;
  table: string;
  from: string;
  to: string | null;
}

/** Rows up to here are counted; of more, the range of row ids tells enough. */
const COUNT_UP_TO = 200_000;
/** SQLite binds no type to a column: whether a blob column holds text, its first rows show. */
const PEEK_ROWS = 50;
/** In `pragma table_xinfo`: a column of a virtual table that is no content. */
const HIDDEN = 1;

/** Names of what can be read. Tables that serve a virtual table are read through that. */
export function listTables(db: DatabaseSync): ListedTable[] {
  const listed = db
    .prepare("select name, type from pragma_table_list where schema = 'main' order by name")
    .all() as unknown as ListedTable[];
  return listed.filter(({ name, type }) => type !== "shadow" && !/^sqlite_/i.test(name));
}

/** Without columns where even those cannot be listed, as of a virtual table whose module is not here. */
export function describeTable(db: DatabaseSync, listed: ListedTable): TableInfo {
  const kind: TableKind = listed.type === "view" ? "view" : "table";
  const bare = {
    name: listed.name,
    kind,
    columns: [],
    rowEstimate: null,
    bytes: null,
    key: [],
    foreignKeys: [],
  };
  return unlessBroken(() => describe(db, listed.name, kind), bare);
}

function describe(db: DatabaseSync, name: string, kind: TableKind): TableInfo {
  const listed = db
    .prepare("select name, type, pk, hidden from pragma_table_xinfo(?) order by cid")
    .all(name) as unknown as ListedColumn[];
  const columns = listed.filter(({ hidden }) => hidden !== HIDDEN);
  return {
    name,
    kind,
    columns: columns.map((column) => describeColumn(db, name, kind, column)),
    rowEstimate:
      kind === "view"
        ? null
        : unlessBroken(() => estimateRows(db, name, rowIdName(columns.map((column) => column.name))), null),
    bytes: null,
    key: columns
      .filter(({ pk }) => pk > 0)
      .sort((a, b) => a.pk - b.pk)
      .map((column) => column.name),
    foreignKeys: foreignKeysOf(db, name),
  };
}

/** The name that the row id answers to; null where columns have taken all of them. */
export function rowIdName(columns: readonly string[]): string | null {
  const taken = new Set(columns.map((name) => name.toLowerCase()));
  return ["rowid", "_rowid_", "oid"].find((name) => !taken.has(name)) ?? null;
}

function describeColumn(
  db: DatabaseSync,
  table: string,
  kind: TableKind,
  { name, type }: ListedColumn,
): ColumnInfo {
  const nature = natureOf(type);
  const isText =
    nature === "binary" && kind === "table" && unlessBroken(() => holdsText(db, table, name), false);
  return { name, type, nature: isText ? "text" : nature };
}

function natureOf(type: string): ColumnNature {
  if (/blob|binary|image/i.test(type)) return "binary";
  if (/json|xml/i.test(type)) return "document";
  if (/date|time/i.test(type)) return "time";
  if (/int|real|floa|doub|num|dec|bool|money/i.test(type)) return "number";
  return "text";
}

function holdsText(db: DatabaseSync, table: string, column: string): boolean {
  const first = `select ${quoteName(column)} as v from ${quoteName(table)} limit ${PEEK_ROWS}`;
  return db.prepare(`select 1 from (${first}) where typeof(v) = 'text' limit 1`).get() !== undefined;
}

function estimateRows(db: DatabaseSync, table: string, rowId: string | null): number {
  const some = `select 1 from ${quoteName(table)} limit ${COUNT_UP_TO}`;
  const { n } = db.prepare(`select count(*) as n from (${some})`).get() as { n: number };
  if (n < COUNT_UP_TO || rowId === null) return n;
  const range = rowIdRange(db, table, rowId);
  const span = range === null ? n : Number(range.last - range.first) + 1;
  // Row ids with wide gaps, such as time stamps, tell nothing of how many there are: then count.
  if (span <= COUNT_UP_TO * 1_000) return Math.max(n, span);
  return (db.prepare(`select count(*) as n from ${quoteName(table)}`).get() as { n: number }).n;
}

/** Null where the table is empty, or has no row id after all. */
export function rowIdRange(
  db: DatabaseSync,
  table: string,
  rowId: string,
): { first: bigint; last: bigint } | null {
  const at = quoteName(table);
  try {
    const ends = db.prepare(`select (select min(${rowId}) from ${at}), (select max(${rowId}) from ${at})`);
    ends.setReturnArrays(true);
    ends.setReadBigInts(true);
    const [first, last] = ends.get() as unknown as unknown[];
    return typeof first === "bigint" && typeof last === "bigint" ? { first, last } : null;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === 1) return null;
    throw error;
  }
}

/** One broken table must not hide the others: reading it will tell. */
function unlessBroken<T>(ask: () => T, otherwise: T): T {
  try {
    return ask();
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_SQLITE_ERROR") return otherwise;
    throw error;
  }
}

function foreignKeysOf(db: DatabaseSync, table: string): ForeignKey[] {
  const listed = db
    .prepare(`select id, "table", "from", "to" from pragma_foreign_key_list(?) order by id, seq`)
    .all(table) as unknown as ListedForeignKey[];
  return [...Map.groupBy(listed, ({ id }) => id).values()].map((parts) => ({
    columns: parts.map(({ from }) => from),
    to: {
      table: parts[0]?.table ?? "",
      columns: parts.flatMap(({ to }) => (to === null ? [] : [to])),
    },
  }));
}

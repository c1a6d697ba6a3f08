import type { ColumnInfo, ReadPlan, TableInfo } from "../reader.ts";

/** Rows of one statement when a table is read by its key: each ends well before a statement's time is up. */
const BLOCK_ROWS = 50_000;
/** A reader that may not go fast holds the table's lock and an old snapshot no longer than this. */
const MAX_BLOCK_SECONDS = 5;

export const blockRows = (rowsPerSecond: number | undefined): number =>
  Math.max(1, Math.min(BLOCK_ROWS, Math.ceil((rowsPerSecond ?? Infinity) * MAX_BLOCK_SECONDS)));

/** A table with fewer rows is read through for a sample: pages would be too few to draw from. */
const SAMPLE_ROWS_FROM = 200_000;
/** An estimate that is out of date may be far off: beyond so many times the rows asked for nothing more is read. */
const MAX_SURPLUS = 4;
/** Rows of a page when nothing is known of them. */
const ROWS_PER_PAGE = 20;
const BYTES_PER_PAGE = 8_192;

/** A name as SQL takes it, whatever is in it. */
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** A column of the table: an ORDER BY takes a bare name for what is selected under it, which is text here. */
const column = (name: string) => `r.${quoted(name)}`;

const literal = (value: string) => `'${value.replaceAll("'", "''")}'`;

/**
 * The key that a whole table is read by, so that another read can go on after a row; empty where it has none. A type that is
 * not PostgreSQL's own may sort by operators that the session does not see.
 */
export function orderedBy({ kind, key, columns }: TableInfo): readonly string[] {
  const own = (name: string) => columns.some((one) => one.name === name && !one.type.includes("."));
  return kind === "table" && key.every(own) ? key : [];
}

/**
 * Waits for the table's lock and keeps it, with those of its partitions. A statement that waited itself would look with eyes from before:
 * of a table that was rewritten meanwhile it would see no row, and say nothing. Unlike LOCK it asks for no right on every column.
 */
export const lockQuery = (table: TableInfo): string => `select from ${nameOf(table)} as r limit 0`;

/** The next rows of a whole table by its key, which stands behind the columns wanted. */
export function blockQuery(
  plan: ReadPlan,
  binary: ReadonlySet<string>,
  by: readonly string[],
  after: readonly string[] | null,
  rows: number,
): string {
  const key = by.map(column);
  const where = after === null ? "" : `where (${key.join(", ")}) > (${after.map(literal).join(", ")})`;
  const shown = [...listOf(plan, binary), ...key.map((name) => `${name}::text`)];
  return `select ${shown.join(", ")} from ${nameOf(plan.table)} as r ${where} order by ${key.join(", ")} limit ${rows}`;
}

/** The SELECT behind a COPY of a sample, or of a whole table without a key. */
export function rowQuery(plan: ReadPlan, binary: ReadonlySet<string>): string {
  const { table, part } = plan;
  const from = nameOf(table);
  const select = `select ${listOf(plan, binary).join(", ")} from ${from} as r`;
  if (part.rows === "all") return select;
  const limit = `limit ${part.rows}`;
  const hasPages = table.kind === "table" || table.kind === "materialised view";
  if (part.from === "random")
    return hasPages
      ? `${select} ${sampled(table, part)} limit ${part.rows * MAX_SURPLUS}`
      : `${select} ${limit}`;
  const order = part.by === undefined ? table.key : [part.by];
  const direction = part.from === "oldest" ? "asc" : "desc";
  if (order.length > 0)
    return `${select} order by ${order.map((name) => `${column(name)} ${direction}`).join(", ")} ${limit}`;
  // Where a row stands is told to who may read all of it.
  if (part.from === "oldest" || !hasPages || table.denied) return `${select} ${limit}`;
  // Without a key the last pages hold what came last, most often.
  const pages = Math.ceil(part.rows / ROWS_PER_PAGE);
  const size = `pg_relation_size(${literal(qualified(table))}::regclass) / ${BYTES_PER_PAGE}`;
  return `${select} where ctid >= ('(' || greatest(0, ${size} - ${pages}) || ',0)')::tid ${limit}`;
}

/** Rows of a page tell much the same, most often: of each page that is drawn about two are taken, and more pages drawn. */
const ROWS_OF_PAGE = 2;
const MAX_THINNING = 50;

function sampled(
  { rowEstimate, bytes, denied }: TableInfo,
  { rows, seed }: { rows: number; seed: number },
): string {
  const estimate = rowEstimate ?? ((bytes ?? 0) / BYTES_PER_PAGE) * ROWS_PER_PAGE;
  const share = estimate === 0 ? 1 : rows / estimate;
  const percent = (of: number) => Math.min(100, of * 100);
  if (estimate < SAMPLE_ROWS_FROM) return `tablesample bernoulli (${percent(share)}) repeatable (${seed})`;
  const perPage = bytes ? estimate / (bytes / BYTES_PER_PAGE) : ROWS_PER_PAGE;
  // Where a row stands is told to who may read all of it.
  const thinning = denied ? 1 : Math.max(1, Math.min(MAX_THINNING, Math.floor(perPage / ROWS_OF_PAGE)));
  const pages = `tablesample system (${percent(share * thinning)}) repeatable (${seed})`;
  const line = "(r.ctid::text::point)[1]::int";
  return thinning === 1 ? pages : `${pages} where ${line} % ${thinning} = ${seed % thinning}`;
}

/** A table that others inherit from has rows of its own, and theirs are theirs. */
const nameOf = ({ schema, name, kind, isPartitioned }: TableInfo) =>
  `${kind === "table" && !isPartitioned ? "only " : ""}${qualified({ schema, name })}`;

const qualified = ({ schema, name }: { schema?: string | undefined; name: string }) =>
  `${schema === undefined ? "" : `${quoted(schema)}.`}${quoted(name)}`;

/** Stored bytes of a value that the server would have to write out whole before it can cut it. */
const MAX_WHOLE_BYTES = 16 * 1024 * 1024;

/**
 * Values longer than wanted come one character, or byte, too long, so that the cut can be told. Of text and bytes the server reads no
 * more than that; of what it has to write as text first it leaves out what is huge.
 */
const listOf = ({ table, columns, maxValueChars }: ReadPlan, binary: ReadonlySet<string>) =>
  columns.map((name) => {
    const value = column(name);
    if (binary.has(name)) return `substring(${value} from 1 for ${maxValueChars + 1})`;
    const start = `left(${value}::text, ${maxValueChars + 1})`;
    return isWritten(table.columns.find((one) => one.name === name))
      ? `case when pg_column_size(${value}) > ${MAX_WHOLE_BYTES} then repeat(' ', ${maxValueChars + 1}) else ${start} end`
      : start;
  });

/** Whether the value is stored as something else than its text. */
const isWritten = (column: ColumnInfo | undefined): boolean =>
  column?.nature === "document" ||
  column?.nature === "other" ||
  (column?.nature === "text" && !/^(?:text|character|varchar|name|citext|"char")/.test(column.type));

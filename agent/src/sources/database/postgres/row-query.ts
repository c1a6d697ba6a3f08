import type { ReadPlan, TableInfo } from "../reader.ts";

/** Rows of one statement when a table is read by its key: each ends well before a statement's time is up. */
export const BLOCK_ROWS = 50_000;

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

/** The next rows of a whole table by its key, which stands behind the columns wanted. */
export function blockQuery(
  plan: ReadPlan,
  binary: ReadonlySet<string>,
  by: readonly string[],
  after: readonly string[] | null,
): string {
  const key = by.map(column);
  const where = after === null ? "" : `where (${key.join(", ")}) > (${after.map(literal).join(", ")})`;
  const shown = [...listOf(plan, binary), ...key.map((name) => `${name}::text`)];
  return `select ${shown.join(", ")} from ${nameOf(plan.table)} as r ${where} order by ${key.join(", ")} limit ${BLOCK_ROWS}`;
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
  if (part.from === "oldest" || !hasPages) return `${select} ${limit}`;
  // Without a key the last pages hold what came last, most often.
  const pages = Math.ceil(part.rows / ROWS_PER_PAGE);
  const size = `pg_relation_size(${literal(qualified(table))}::regclass) / ${BYTES_PER_PAGE}`;
  return `${select} where ctid >= ('(' || greatest(0, ${size} - ${pages}) || ',0)')::tid ${limit}`;
}

function sampled({ rowEstimate, bytes }: TableInfo, { rows, seed }: { rows: number; seed: number }): string {
  const estimate = rowEstimate ?? ((bytes ?? 0) / BYTES_PER_PAGE) * ROWS_PER_PAGE;
  const percent = estimate === 0 ? 100 : Math.min(100, (rows / estimate) * 100);
  const method = estimate >= SAMPLE_ROWS_FROM ? "system" : "bernoulli";
  return `tablesample ${method} (${percent}) repeatable (${seed})`;
}

/** A table that others inherit from has rows of its own, and theirs are theirs. */
const nameOf = ({ schema, name, kind, isPartitioned }: TableInfo) =>
  `${kind === "table" && !isPartitioned ? "only " : ""}${qualified({ schema, name })}`;

const qualified = ({ schema, name }: { schema?: string | undefined; name: string }) =>
  `${schema === undefined ? "" : `${quoted(schema)}.`}${quoted(name)}`;

/** Values longer than wanted come one character, or byte, too long, so that the cut can be told. */
const listOf = ({ columns, maxValueChars }: ReadPlan, binary: ReadonlySet<string>) =>
  columns.map((name) =>
    binary.has(name)
      ? `substring(${column(name)} from 1 for ${maxValueChars + 1})`
      : `left(${column(name)}::text, ${maxValueChars + 1})`,
  );

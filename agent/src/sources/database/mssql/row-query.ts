import type { ColumnInfo, ColumnNature, ReadPlan, TableInfo } from "../reader.ts";

/** A table with fewer rows is read through for a sample: pages would be too few to draw from. */
const SAMPLE_ROWS_FROM = 200_000;
/** An estimate that is out of date may be far off: beyond so many times the rows asked for nothing more is read. */
const MAX_SURPLUS = 4;
const CHANCES = 1_000_000;

/** A name as T-SQL takes it, whatever is in it. */
const quoted = (name: string): string => `[${name.replaceAll("]", "]]")}]`;

const column = (name: string) => `r.${quoted(name)}`;

const NATURES: Readonly<Record<string, ColumnNature>> = {
  ...of("text", ["char", "varchar", "nchar", "nvarchar", "text", "ntext", "uniqueidentifier", "sql_variant"]),
  ...of("number", [
    "bit",
    "tinyint",
    "smallint",
    "int",
    "bigint",
    "decimal",
    "numeric",
    "money",
    "smallmoney",
    "float",
    "real",
  ]),
  ...of("time", ["date", "time", "datetime", "datetime2", "smalldatetime", "datetimeoffset"]),
  ...of("binary", ["binary", "varbinary", "image"]),
  ...of("document", ["xml", "json"]),
};

function of(nature: ColumnNature, types: readonly string[]): Record<string, ColumnNature> {
  return Object.fromEntries(types.map((type) => [type, nature]));
}

const baseType = (type: string): string => /^\w+/.exec(type)?.[0].toLowerCase() ?? "";

export const natureOf = (type: string): ColumnNature => NATURES[baseType(type)] ?? "other";

/** Everything as text, or as bytes; values longer than wanted come one character too long, so that the cut can be told. */
function shown({ name, type, nature }: ColumnInfo, maxChars: number): string {
  const value = column(name);
  const base = baseType(type);
  if (nature === "binary") return `substring(${value}, 1, ${maxChars + 1})`;
  if (nature === "time") return `convert(nvarchar(40), ${value}, 126)`;
  // 17 digits, which are the number itself.
  if (base === "float" || base === "real") return `convert(nvarchar(40), ${value}, 3)`;
  if (nature === "number") return `convert(nvarchar(60), ${value})`;
  if (base === "geography" || base === "geometry") return `left(${value}.STAsText(), ${maxChars + 1})`;
  if (base === "hierarchyid") return `${value}.ToString()`;
  if (base === "timestamp" || base === "rowversion")
    return `convert(nvarchar(20), convert(varbinary(8), ${value}), 1)`;
  if (base === "sql_variant") return `convert(nvarchar(4000), ${value})`;
  return `left(convert(nvarchar(max), ${value}), ${maxChars + 1})`;
}

/** The one statement of a plan; null where nothing tells which rows are meant. */
export function rowQuery(plan: ReadPlan): string | null {
  const { table, columns, part, maxValueChars } = plan;
  const list = columns
    .map(
      (name) =>
        table.columns.find((one) => one.name === name) ?? { name, type: "nvarchar", nature: "text" as const },
    )
    .map((info) => shown(info, maxValueChars))
    .join(", ");
  const from = `from ${qualified(table)} as r`;
  if (part.rows === "all") return `select ${list} ${from}`;
  if (part.from === "random") return drawn(table, list, from, part);
  const order = part.by === undefined ? table.key : [part.by];
  // Rows of a table without a key lie in no order: any are as old as others, and none are the newest.
  if (order.length === 0) return part.from === "oldest" ? `select top (${part.rows}) ${list} ${from}` : null;
  const direction = part.from === "oldest" ? "asc" : "desc";
  return `select top (${part.rows}) ${list} ${from} order by ${order.map((name) => `${column(name)} ${direction}`).join(", ")}`;
}

function drawn(
  table: TableInfo,
  list: string,
  from: string,
  { rows, seed }: { rows: number; seed: number },
): string {
  const estimate = table.rowEstimate ?? 0;
  const top = `select top (${rows * MAX_SURPLUS}) ${list} ${from}`;
  if (table.kind !== "table" || estimate <= rows) return top;
  if (estimate >= SAMPLE_ROWS_FROM || table.key.length === 0)
    return `${top} tablesample (${(rows / estimate) * 100} percent) repeatable (${seed})`;
  const key = `concat(${[...table.key.map(column), `'${seed}'`].join(", '|', ")})`;
  const number = `convert(bigint, convert(varbinary(6), hashbytes('SHA2_256', ${key})))`;
  return `${top} where ${number} % ${CHANCES} < ${Math.ceil((rows / estimate) * CHANCES)}`;
}

const qualified = ({ schema, name }: { schema?: string | undefined; name: string }) =>
  `${schema === undefined ? "" : `${quoted(schema)}.`}${quoted(name)}`;

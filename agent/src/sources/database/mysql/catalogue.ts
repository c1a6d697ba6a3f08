import type { ColumnInfo, ColumnNature, ForeignKey, TableInfo, TableKind } from "../reader.ts";
import { baseType } from "./key-order.ts";
import { literal } from "./sql-text.ts";

/** A small answer of the server, as text. */
type Ask = (sql: string) => Promise<(string | null)[][]>;

interface Listed {
  schema: string;
  name: string;
  type: string;
}

/** A table, and whether rows that have been replaced or deleted lie in it too. */
interface Described {
  table: TableInfo;
  hasHistory: boolean;
}

const SYSTEM_SCHEMAS = ["information_schema", "mysql", "performance_schema", "sys"];
const TYPES: ReadonlySet<string> = new Set(["BASE TABLE", "SYSTEM VERSIONED", "VIEW"]);
/** Their rows lie elsewhere. */
const FOREIGN: ReadonlySet<string> = new Set(["FEDERATED", "CONNECT", "SPIDER", "S3", "OQGRAPH"]);
/** Its rows are those of other tables, which are read themselves. */
const MERGED = "MRG_MYISAM";

const NATURES: Readonly<Record<string, ColumnNature>> = {
  ...of("text", [
    "char",
    "varchar",
    "tinytext",
    "text",
    "mediumtext",
    "longtext",
    "enum",
    "set",
    "uuid",
    "inet4",
    "inet6",
  ]),
  ...of("number", ["tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "float", "double", "bit"]),
  ...of("time", ["date", "datetime", "timestamp", "time", "year"]),
  ...of("binary", ["binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob", "vector"]),
  json: "document",
};

function of(nature: ColumnNature, types: readonly string[]): Record<string, ColumnNature> {
  return Object.fromEntries(types.map((type) => [type, nature]));
}

/**
 * Tables of one schema, or of all when none is named. One by one: the older servers open every table of a schema for a question
 * that names none, and answer one that names it at once. Partitions are no tables here.
 */
export async function* tablesOf(
  ask: Ask,
  schema: string,
  isMariaDb: boolean,
): AsyncGenerator<Described, void, undefined> {
  const schemas = schema === "" ? await schemasOf(ask) : [schema];
  for (const one of schemas)
    for (const listed of await listTables(ask, one)) {
      const described = await describe(ask, listed, isMariaDb);
      if (described) yield described;
    }
}

async function schemasOf(ask: Ask): Promise<string[]> {
  const rows = await ask("select schema_name from information_schema.schemata order by schema_name");
  return rows.flatMap(([name]) => (name && !SYSTEM_SCHEMAS.includes(name.toLowerCase()) ? [name] : []));
}

async function listTables(ask: Ask, schema: string): Promise<Listed[]> {
  const rows = await ask(
    `select table_name, table_type from information_schema.tables where table_schema = ${literal(schema)} order by table_name`,
  );
  return rows.flatMap(([name, type]) => (name && type && TYPES.has(type) ? [{ schema, name, type }] : []));
}

/** Null when the table has gone since it was listed. */
async function describe(
  ask: Ask,
  { schema, name, type }: Listed,
  isMariaDb: boolean,
): Promise<Described | null> {
  const here = `table_schema = ${literal(schema)} and table_name = ${literal(name)}`;
  const [row] = await ask(
    `select engine, table_rows, data_length, create_options, table_comment from information_schema.tables where ${here}`,
  );
  if (row === undefined) return null;
  const [engine, rows, bytes, options, comment] = row;
  const kind = kindOf(type, engine ?? "");
  return {
    table: {
      schema,
      name,
      kind,
      ...(/\bpartitioned\b/i.test(options ?? "") ? { isPartitioned: true as const } : {}),
      columns: await columnsOf(ask, schema, name, isMariaDb),
      // A view has none of its own, and a table that cannot be opened has the reason there.
      ...(kind !== "view" && engine !== null && comment ? { comment } : {}),
      rowEstimate: numberOf(rows),
      bytes: numberOf(bytes),
      key: await keyOf(ask, here, name),
      foreignKeys: await foreignKeysOf(ask, here, name),
    },
    hasHistory: type === "SYSTEM VERSIONED",
  };
}

function kindOf(type: string, engine: string): TableKind {
  if (type === "VIEW" || engine.toUpperCase() === MERGED) return "view";
  return FOREIGN.has(engine.toUpperCase()) ? "foreign table" : "table";
}

const numberOf = (text: string | null | undefined) =>
  text === null || text === undefined ? null : Number(text);

async function columnsOf(ask: Ask, schema: string, table: string, isMariaDb: boolean): Promise<ColumnInfo[]> {
  const here = `table_schema = ${literal(schema)} and table_name = ${literal(table)}`;
  const rows = await ask(
    `select column_name, column_type, collation_name, column_comment, table_name
       from information_schema.columns where ${here} order by ordinal_position`,
  );
  const own = rows.filter((row) => row[4] === table);
  // MariaDB keeps JSON as text that is checked, and only its table of checks names tables.
  const mayBeJson =
    isMariaDb && own.some(([, type, collation]) => type === "longtext" && collation === "utf8mb4_bin");
  const json = mayBeJson ? await checkedJson(ask, schema, table) : new Set<string>();
  return own.map(([name, type, , comment]) => ({
    name: name ?? "",
    type: type ?? "",
    nature: json.has(name ?? "") ? "document" : (NATURES[baseType(type ?? "")] ?? "other"),
    ...(comment ? { comment } : {}),
  }));
}

async function checkedJson(ask: Ask, schema: string, table: string): Promise<Set<string>> {
  const rows = await ask(
    `select constraint_name from information_schema.check_constraints
      where constraint_schema = ${literal(schema)} and table_name = ${literal(table)} and check_clause like 'json_valid(%'`,
  );
  return new Set(rows.map(([column]) => column ?? ""));
}

/** The primary key, or else a unique one whose columns are never null. */
async function keyOf(ask: Ask, here: string, table: string): Promise<string[]> {
  const rows = await ask(
    `select index_name, column_name, sub_part, nullable, index_type, table_name from information_schema.statistics
      where ${here} and non_unique = 0 order by index_name <> 'PRIMARY', index_name, seq_in_index`,
  );
  const keys = new Map<string, string[] | null>();
  for (const [index, column, part, nullable, type, owner] of rows) {
    if (index === null || index === undefined || owner !== table) continue;
    // The beginnings of values, an expression, and an index that does not sort are no order to read by.
    const fits = column && !part && nullable !== "YES" && type === "BTREE";
    const known = keys.get(index);
    keys.set(index, fits && known !== null ? [...(known ?? []), column] : null);
  }
  return [...keys.values()].find((columns) => columns !== null) ?? [];
}

async function foreignKeysOf(ask: Ask, here: string, table: string): Promise<ForeignKey[]> {
  const rows = await ask(
    `select constraint_name, column_name, referenced_table_schema, referenced_table_name, referenced_column_name, table_name
       from information_schema.key_column_usage where ${here} and referenced_table_name is not null
      order by constraint_name, ordinal_position`,
  );
  const keys = new Map<
    string,
    { columns: string[]; to: { schema: string; table: string; columns: string[] } }
  >();
  for (const [constraint, column, schema, to, toColumn, owner] of rows) {
    if (owner !== table || constraint === null || constraint === undefined) continue;
    const key = keys.get(constraint) ?? {
      columns: [],
      to: { schema: schema ?? "", table: to ?? "", columns: [] },
    };
    key.columns.push(column ?? "");
    key.to.columns.push(toColumn ?? "");
    keys.set(constraint, key);
  }
  return [...keys.values()];
}

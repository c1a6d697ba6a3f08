import type pg from "pg";
import type { ColumnInfo, ColumnNature, ForeignKey, TableInfo, TableKind } from "../reader.ts";

const PAGE_TABLES = 500;

const KINDS: Readonly<Record<string, TableKind>> = {
  r: "table",
  p: "table",
  v: "view",
  m: "materialised view",
  f: "foreign table",
};

/** What the queries below give for a table. */
interface Row {
  oid: number;
  schema: string;
  name: string;
  kind: string;
  comment: string | null;
}

/**
 * Tables by page, so that ten thousand need neither memory nor a statement each. Partitions are their parent's, and what other
 * sessions keep for a while is left out. Nothing here waits for a lock: functions that open a table, such as those for its size,
 * are not used.
 */
export async function* tablesOf(
  transact: <T>(work: (client: pg.Client) => Promise<T>) => Promise<T>,
): AsyncGenerator<TableInfo, void, undefined> {
  for (let after = 0; ;) {
    // Between two pages tables are read, so that each has a transaction, and perhaps a connection, of its own.
    const { tables, last } = await transact((client) => pageOf(client, after));
    if (last === null) return;
    yield* tables;
    after = last;
  }
}

async function pageOf(
  client: pg.Client,
  after: number,
): Promise<{ tables: TableInfo[]; last: number | null }> {
  const { rows } = await client.query<Row>(
    `select c.oid::int8::float8 as oid, n.nspname as schema, c.relname as name, c.relkind as kind,
              obj_description(c.oid, 'pg_class') as comment
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition and c.relpersistence <> 't'
          and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
          and c.oid::int8 > $1
        order by c.oid::int8 limit ${PAGE_TABLES}`,
    [after],
  );
  const oids = rows.map(({ oid }) => oid);
  const [sizes, columns, keys, foreignKeys] = [
    await sizesOf(client, oids),
    await columnsOf(client, oids),
    await keysOf(client, oids),
    await foreignKeysOf(client, oids),
  ];
  const tables = rows.map(({ oid, schema, name, kind, comment }): TableInfo => ({
    schema,
    name,
    kind: KINDS[kind] ?? "table",
    ...(kind === "p" ? { isPartitioned: true as const } : {}),
    ...readable(columns.get(oid) ?? []),
    ...(comment === null ? {} : { comment }),
    rowEstimate: sizes.get(oid)?.rows ?? null,
    bytes: sizes.get(oid)?.bytes ?? null,
    key: readableKey(keys.get(oid) ?? [], columns.get(oid) ?? []),
    foreignKeys: foreignKeys.get(oid) ?? [],
  }));
  return { tables, last: oids.at(-1) ?? null };
}

/** As of the last ANALYZE; of a partitioned table, its partitions together. Before the first one nothing is known. */
async function sizesOf(
  client: pg.Client,
  oids: readonly number[],
): Promise<Map<number, { rows: number; bytes: number }>> {
  const { rows } = await client.query<{ oid: number; rows: number; bytes: number }>(
    `with recursive part(oid, root) as (
       select oid, oid from pg_class where oid = any($1::int8[]::oid[])
       union all
       select i.inhrelid, part.root from part join pg_inherits i on i.inhparent = part.oid
         join pg_class c on c.oid = i.inhrelid and c.relispartition)
     select part.root::int8::float8 as oid, sum(c.reltuples)::float8 as rows,
            sum(c.relpages::int8 * current_setting('block_size')::int8)::float8 as bytes
       from part join pg_class c on c.oid = part.oid where c.relkind in ('r', 'm')
      group by part.root having min(c.reltuples) >= 0 and (sum(c.reltuples) > 0 or current_setting('server_version_num')::int >= 140000)`,
    [oids],
  );
  return new Map(rows.map(({ oid, ...size }) => [oid, size]));
}

async function columnsOf(client: pg.Client, oids: readonly number[]): Promise<Map<number, ListedColumn[]>> {
  const { rows } = await client.query<{
    oid: number;
    name: string;
    type: string;
    category: string;
    base: string;
    comment: string | null;
    denied: boolean;
  }>(
    `with recursive domain(oid, base) as (
       select oid, typbasetype from pg_type where typtype = 'd'
       union all
       select d.oid, t.typbasetype from domain d join pg_type t on t.oid = d.base where t.typtype = 'd')
     select a.attrelid::int8::float8 as oid, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
            t.typcategory as category, coalesce(b.typname, t.typname) as base, col_description(a.attrelid, a.attnum) as comment,
            not has_column_privilege(a.attrelid, a.attnum, 'select') as denied
       from pg_attribute a join pg_type t on t.oid = a.atttypid
       left join (domain d join pg_type b on b.oid = d.base and b.typtype <> 'd') on d.oid = a.atttypid
      where a.attrelid = any($1::int8[]::oid[]) and a.attnum > 0 and not a.attisdropped
      order by a.attrelid, a.attnum`,
    [oids],
  );
  const columns = new Map<number, ListedColumn[]>();
  for (const { oid, name, type, category, base, comment, denied } of rows)
    columns.set(oid, [
      ...(columns.get(oid) ?? []),
      {
        isDenied: denied,
        column: { name, type, nature: natureOf(category, base), ...(comment === null ? {} : { comment }) },
      },
    ]);
  return columns;
}

interface ListedColumn {
  column: ColumnInfo;
  isDenied: boolean;
}

/** Where every column is denied, so is the table: reading it says so. */
function readable(listed: readonly ListedColumn[]): Pick<TableInfo, "columns" | "denied"> {
  const open = listed.filter(({ isDenied }) => !isDenied);
  if (open.length === 0 || open.length === listed.length)
    return { columns: listed.map(({ column }) => column) };
  return {
    columns: open.map(({ column }) => column),
    denied: listed.filter(({ isDenied }) => isDenied).map(({ column }) => column.name),
  };
}

/** A key with a column that may not be read orders nothing. */
const readableKey = (key: readonly string[], listed: readonly ListedColumn[]): readonly string[] =>
  listed.some(({ column, isDenied }) => isDenied && key.includes(column.name)) ? [] : key;

/** Categories of pg_type: S text, N number, D and T time, and so on. `base` is what the domains come down to, one on the other. */
function natureOf(category: string, base: string): ColumnNature {
  if (base === "bytea") return "binary";
  if (["json", "jsonb", "xml"].includes(base)) return "document";
  if (category === "S" || category === "A" || category === "E" || base === "hstore") return "text";
  if (category === "N") return "number";
  return category === "D" || category === "T" ? "time" : "other";
}

/** The primary key, or else a unique one whose columns are never null. */
async function keysOf(client: pg.Client, oids: readonly number[]): Promise<Map<number, string[]>> {
  const { rows } = await client.query<{ oid: number; columns: string[] }>(
    `select distinct on (i.indrelid) i.indrelid::int8::float8 as oid,
            (select array_agg(a.attname::text order by k.at) from unnest(i.indkey::int2[]) with ordinality k(attnum, at)
               join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum where k.at <= i.indnkeyatts) as columns
       from pg_index i
      where i.indrelid = any($1::int8[]::oid[]) and i.indisunique and i.indisvalid and i.indpred is null and i.indexprs is null
        and not exists (select from unnest(i.indkey::int2[]) with ordinality k(attnum, at)
              join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum where k.at <= i.indnkeyatts and not a.attnotnull)
      order by i.indrelid, i.indisprimary desc, i.indexrelid`,
    [oids],
  );
  return new Map(rows.map(({ oid, columns }) => [oid, columns]));
}

async function foreignKeysOf(client: pg.Client, oids: readonly number[]): Promise<Map<number, ForeignKey[]>> {
  const { rows } = await client.query<{
    oid: number;
    schema: string;
    table: string;
    from: string[];
    to: string[];
  }>(
    `select c.conrelid::int8::float8 as oid, n.nspname as schema, f.relname as table,
            (select array_agg(a.attname::text order by k.at) from unnest(c.conkey) with ordinality k(attnum, at)
               join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum) as from,
            (select array_agg(a.attname::text order by k.at) from unnest(c.confkey) with ordinality k(attnum, at)
               join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.attnum) as to
       from pg_constraint c join pg_class f on f.oid = c.confrelid join pg_namespace n on n.oid = f.relnamespace
      where c.contype = 'f' and c.conrelid = any($1::int8[]::oid[])`,
    [oids],
  );
  const keys = new Map<number, ForeignKey[]>();
  for (const { oid, schema, table, from, to } of rows)
    keys.set(oid, [...(keys.get(oid) ?? []), { columns: from, to: { schema, table, columns: to } }]);
  return keys;
}

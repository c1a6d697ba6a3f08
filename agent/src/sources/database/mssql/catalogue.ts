import type { ColumnInfo, ForeignKey, TableInfo, TableKind } from "../reader.ts";
import { natureOf } from "./row-query.ts";

/** A small answer of the server. */
export type Ask = <Row>(sql: string) => Promise<Row[]>;

const PAGE_TABLES = 500;

interface TableRow {
  id: number;
  schema: string;
  name: string;
  type: string;
  isExternal: boolean | null;
  rows: number | null;
  bytes: number | null;
  comment: string | null;
}

const DESCRIPTION = `(select top (1) convert(nvarchar(4000), value) from sys.extended_properties p
  where p.class = 1 and p.name = 'MS_Description' and p.major_id =`;

/** Tables by page, from the system's own views: a partitioned table is one, and its history is a table beside it. */
export async function* tablesOf(ask: Ask): AsyncGenerator<TableInfo, void, undefined> {
  for (let after = 0; ;) {
    const rows = await ask<TableRow>(
      `select top (${PAGE_TABLES}) o.object_id as id, s.name as [schema], o.name as name, rtrim(o.type) as type,
              objectproperty(o.object_id, 'TableIsExternal') as isExternal,
              (select convert(float, sum(p.rows)) from sys.partitions p where p.object_id = o.object_id and p.index_id in (0, 1)) as rows,
              (select convert(float, sum(a.used_pages)) * 8192 from sys.partitions p join sys.allocation_units a on a.container_id = p.partition_id
                where p.object_id = o.object_id and p.index_id in (0, 1)) as bytes,
              ${DESCRIPTION} o.object_id and p.minor_id = 0) as comment
         from sys.objects o join sys.schemas s on s.schema_id = o.schema_id
        where o.type in ('U', 'V') and o.is_ms_shipped = 0 and o.object_id > ${after} order by o.object_id`,
    );
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id).join(", ");
    const [columns, keys, foreignKeys] = [
      await columnsOf(ask, ids),
      await keysOf(ask, ids),
      await foreignKeysOf(ask, ids),
    ];
    for (const row of rows)
      yield {
        schema: row.schema,
        name: row.name,
        kind: kindOf(row),
        columns: columns.get(row.id) ?? [],
        ...(row.comment === null ? {} : { comment: row.comment }),
        rowEstimate: row.type === "V" ? null : row.rows,
        bytes: row.bytes,
        key: keys.get(row.id) ?? [],
        foreignKeys: foreignKeys.get(row.id) ?? [],
      };
    after = rows.at(-1)?.id ?? after;
  }
}

function kindOf({ type, isExternal }: TableRow): TableKind {
  if (type === "V") return "view";
  return isExternal ? "foreign table" : "table";
}

async function columnsOf(ask: Ask, ids: string): Promise<Map<number, ColumnInfo[]>> {
  const rows = await ask<{ id: number; name: string; type: string; length: number; comment: string | null }>(
    `select c.object_id as id, c.name as name, coalesce(type_name(nullif(c.system_type_id, 240)), type_name(c.user_type_id)) as type,
            c.max_length as length, ${DESCRIPTION} c.object_id and p.minor_id = c.column_id) as comment
       from sys.columns c where c.object_id in (${ids}) order by c.object_id, c.column_id`,
  );
  const columns = new Map<number, ColumnInfo[]>();
  for (const { id, name, type, length, comment } of rows) {
    const whole = /char|binary/.test(type) ? `${type}(${lengthOf(type, length)})` : type;
    const column = { name, type: whole, nature: natureOf(type), ...(comment === null ? {} : { comment }) };
    columns.set(id, [...(columns.get(id) ?? []), column]);
  }
  return columns;
}

const lengthOf = (type: string, bytes: number) =>
  bytes < 0 ? "max" : type.startsWith("n") ? bytes / 2 : bytes;

/** The primary key, or else a unique one whose columns are never null. */
async function keysOf(ask: Ask, ids: string): Promise<Map<number, string[]>> {
  const rows = await ask<{ id: number; index: number; name: string; isNullable: boolean }>(
    `select i.object_id as id, i.index_id as [index], c.name as name, c.is_nullable as isNullable
       from sys.indexes i join sys.index_columns k on k.object_id = i.object_id and k.index_id = i.index_id and k.is_included_column = 0
       join sys.columns c on c.object_id = k.object_id and c.column_id = k.column_id
      where i.object_id in (${ids}) and i.is_unique = 1 and i.has_filter = 0 and i.is_disabled = 0
      order by i.object_id, i.is_primary_key desc, i.index_id, k.key_ordinal`,
  );
  const byIndex = Map.groupBy(rows, ({ id, index }) => `${id} ${index}`);
  const keys = new Map<number, string[]>();
  for (const columns of byIndex.values()) {
    const [first] = columns;
    if (first && !keys.has(first.id) && columns.every(({ isNullable }) => !isNullable))
      keys.set(
        first.id,
        columns.map(({ name }) => name),
      );
  }
  return keys;
}

async function foreignKeysOf(ask: Ask, ids: string): Promise<Map<number, ForeignKey[]>> {
  const rows = await ask<{
    id: number;
    key: number;
    from: string;
    schema: string;
    table: string;
    to: string;
  }>(
    `select f.parent_object_id as id, f.constraint_object_id as [key], col_name(f.parent_object_id, f.parent_column_id) as [from],
            object_schema_name(f.referenced_object_id) as [schema], object_name(f.referenced_object_id) as [table],
            col_name(f.referenced_object_id, f.referenced_column_id) as [to]
       from sys.foreign_key_columns f where f.parent_object_id in (${ids}) order by f.constraint_object_id, f.constraint_column_id`,
  );
  const keys = new Map<number, ForeignKey[]>();
  for (const columns of Map.groupBy(rows, ({ key }) => key).values()) {
    const [first] = columns;
    if (!first) continue;
    const { id, schema, table } = first;
    const to = { schema, table, columns: columns.map((column) => column.to) };
    keys.set(id, [...(keys.get(id) ?? []), { columns: columns.map(({ from }) => from), to }]);
  }
  return keys;
}

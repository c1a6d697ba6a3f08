import type { TableInfo } from "../../sources/database/reader.ts";

export interface NamePatterns {
  include?: readonly string[] | undefined;
  exclude?: readonly string[] | undefined;
}

/** The table's name with its schema, as reports show it. */
export const tableName = ({ schema, name }: Pick<TableInfo, "schema" | "name">): string =>
  schema === undefined ? name : `${schema}.${name}`;

/**
 * Says which columns are wanted. A pattern is compared, in any case, with `table`, `schema.table`, `table.column` and
 * `schema.table.column`; `*` stands for any characters.
 */
export function columnFilter({
  include,
  exclude,
}: NamePatterns): (table: TableInfo, column: string) => boolean {
  const wanted = include?.map(namePattern) ?? [];
  const unwanted = exclude?.map(namePattern) ?? [];
  return (table, column) => {
    const names = [table.name, tableName(table)].flatMap((name) => [name, `${name}.${column}`]);
    const fits = (pattern: (name: string) => boolean) => names.some(pattern);
    return (wanted.length === 0 || wanted.some(fits)) && !unwanted.some(fits);
  };
}

/** No regular expression: a pattern of many stars must not take time that doubles with each. */
function namePattern(pattern: string): (name: string) => boolean {
  const [head = "", ...rest] = pattern.toLowerCase().split("*");
  const tail = rest.pop();
  return (name) => {
    const text = name.toLowerCase();
    if (tail === undefined) return text === head;
    if (!text.startsWith(head)) return false;
    let at = head.length;
    for (const part of rest) {
      const found = text.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return text.length - at >= tail.length && text.endsWith(tail);
  };
}

import type { Location } from "./finding.ts";

/** The file, table or page that a finding is in. */
export function placeOf({ path, schema, table, url }: Location): string {
  if (table !== undefined) return schema === undefined ? table : `${schema}.${table}`;
  return path ?? url ?? "";
}

/** Where in it: `12:5`, `p. 3, 12:5`, a column, a cookie, or nothing for the whole of it. */
export function spotIn(location: Location, at: "at" | "op" = "at"): string {
  const { page, key, line, column, box, table, element, cookie, request } = location;
  const parts = [
    ...(page === undefined ? [] : [`p. ${page}`]),
    ...(table === undefined || column === undefined ? [] : [String(column)]),
    ...(key === undefined ? [] : [key]),
    ...[element, cookie, request].filter((part) => part !== undefined),
    ...(box === undefined ? [] : [`${at} ${Math.round(box[0])},${Math.round(box[1])}`]),
  ];
  if (line !== undefined && box === undefined) parts.push(`${line}:${column ?? 1}`);
  return parts.join(", ");
}

import type { TableInfo } from "../reader.ts";
import { literal, quoted } from "./sql-text.ts";

type KeyForm = "number" | "time" | "text" | "bytes";

/**
 * How a column's values are written so that they compare as the column is sorted. Not named here: approximate numbers, whose text is
 * not their value; lists of words, which sort by their place in the list; and what no key is made of.
 */
const FORMS: Readonly<Record<string, KeyForm>> = {
  tinyint: "number",
  smallint: "number",
  mediumint: "number",
  int: "number",
  bigint: "number",
  decimal: "number",
  year: "number",
  date: "time",
  datetime: "time",
  timestamp: "time",
  time: "time",
  uuid: "time",
  inet4: "time",
  inet6: "time",
  char: "text",
  varchar: "text",
  binary: "bytes",
  varbinary: "bytes",
};

/** A column of a key, and how its values are written. */
export interface KeyColumn {
  name: string;
  form: KeyForm;
}

/** `varchar(40)` and `int(10) unsigned` without what stands behind. */
export const baseType = (type: string): string => /^[a-z\d]+/i.exec(type)?.[0].toLowerCase() ?? "";

/** The key that rows can be taken by, block after block; empty where the table has none that sorts as it is written. */
export function keyOrder({ kind, key, columns }: TableInfo): KeyColumn[] {
  if (kind !== "table") return [];
  const order: KeyColumn[] = [];
  for (const name of key) {
    const form = FORMS[baseType(columns.find((column) => column.name === name)?.type ?? "")];
    if (form === undefined) return [];
    order.push({ name, form });
  }
  return order;
}

/** What a statement selects to tell where it is: text that `keyLiteral` takes back. */
export const keyText = ({ name, form }: KeyColumn): string =>
  form === "bytes" ? `hex(r.${quoted(name)})` : `cast(r.${quoted(name)} as char)`;

/** As SQL, so that the server compares with the column's own rules. Text goes in hexadecimal: it may hold any character. */
export function keyLiteral({ form }: KeyColumn, value: string): string {
  if (form === "number" && /^-?\d+(?:\.\d+)?$/.test(value)) return value;
  if (form === "bytes") return `x'${value.replace(/[^\da-f]/gi, "")}'`;
  return form === "text" ? `_utf8mb4 x'${Buffer.from(value).toString("hex")}'` : literal(value);
}

/**
 * The rows behind a key. Written out by column: a comparison of two lists, `(a, b) > (1, 2)`, would not use the index.
 */
export function behind(order: readonly KeyColumn[], after: readonly string[]): string {
  const at = (i: number) => keyLiteral(order[i] as KeyColumn, after[i] ?? "");
  const name = (i: number) => `r.${quoted(order[i]?.name ?? "")}`;
  const steps = order.map((_, i) =>
    [...order.slice(0, i).map((__, j) => `${name(j)} = ${at(j)}`), `${name(i)} > ${at(i)}`].join(" and "),
  );
  return `${name(0)} >= ${at(0)} and (${steps.map((step) => `(${step})`).join(" or ")})`;
}

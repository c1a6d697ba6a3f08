import type { ColumnInfo, ColumnNature } from "../reader.ts";
import type { Value } from "../row-batches.ts";

/** Fields of documents that no column stands for: they were in none of the documents that the columns were learnt from. */
export const OTHER_FIELDS = "(other fields)";
const MAX_COLUMNS = 500;
/** Deeper documents are looked at as text. */
const MAX_DEPTH = 12;

/** A value that is no document and no list, with the path of keys that leads to it. Lists have no key of their own. */
export interface Leaf {
  path: string;
  type: string;
  value: Value;
}

interface Typed {
  _bsontype?: string;
}

/** What a document holds, from its first key to its last. Keys may hold anything: a dot in one reads as a step. */
export function* leavesOf(document: unknown, path = "", depth = 0): Generator<Leaf, void, undefined> {
  if (document === null || document === undefined) {
    if (path !== "") yield { path, type: "null", value: null };
  } else if (Array.isArray(document)) {
    for (const one of document) yield* leavesOf(one, path, depth + 1);
  } else if (isDocument(document) && depth <= MAX_DEPTH) {
    for (const [key, value] of Object.entries(document))
      yield* leavesOf(value, path === "" ? key : `${path}.${key}`, depth + 1);
  } else yield { path, ...leaf(document) };
}

function isDocument(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || (value as Typed)._bsontype !== undefined) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function leaf(value: unknown): { type: string; value: Value } {
  if (typeof value === "string") return { type: "string", value };
  if (typeof value === "number") return { type: "number", value: String(value) };
  if (typeof value === "bigint") return { type: "long", value: String(value) };
  if (typeof value === "boolean") return { type: "bool", value: String(value) };
  if (value instanceof Date)
    return { type: "date", value: Number.isNaN(value.getTime()) ? null : value.toISOString() };
  if (value instanceof Uint8Array) return { type: "binData", value };
  if (value instanceof RegExp) return { type: "regex", value: value.source };
  const { _bsontype: type = "" } = value as Typed;
  const bytes = (value as { buffer?: unknown }).buffer;
  if (type === "Binary" && bytes instanceof Uint8Array) return { type: "binData", value: bytes };
  const text = [
    "ObjectId",
    "Decimal128",
    "Long",
    "Int32",
    "Double",
    "UUID",
    "Timestamp",
    "BSONSymbol",
  ].includes(type)
    ? String(value)
    : JSON.stringify(value);
  return { type: BSON_NAMES[type] ?? "object", value: text };
}

/** As `$type` names them. */
const BSON_NAMES: Readonly<Record<string, string>> = {
  ObjectId: "objectId",
  Decimal128: "decimal",
  Long: "long",
  Int32: "int",
  Double: "double",
  UUID: "uuid",
  Timestamp: "timestamp",
  BSONSymbol: "symbol",
};
const NUMBERS = new Set(["number", "double", "long", "int", "decimal", "bool"]);

/** The columns that some documents have together, and one for what the others may hold besides. */
export function columnsOf(documents: Iterable<unknown>): ColumnInfo[] {
  const types = new Map<string, Set<string>>();
  for (const document of documents)
    for (const { path, type } of leavesOf(document)) {
      const known = types.get(path);
      if (known) known.add(type);
      else if (types.size < MAX_COLUMNS && path !== OTHER_FIELDS) types.set(path, new Set([type]));
    }
  const columns = [...types].map(([name, seen]) => ({
    name,
    type: [...seen].filter((type) => type !== "null" || seen.size === 1).join(" | "),
    nature: natureOf(seen),
  }));
  return [...columns, { name: OTHER_FIELDS, type: "object", nature: "document" }];
}

function natureOf(types: ReadonlySet<string>): ColumnNature {
  const seen = [...types].filter((type) => type !== "null");
  if (seen.length > 0 && seen.every((type) => NUMBERS.has(type))) return "number";
  if (seen.length > 0 && seen.every((type) => type === "date" || type === "timestamp")) return "time";
  return seen.length > 0 && seen.every((type) => type === "binData") ? "binary" : "text";
}

/** The values of a document under the columns wanted. Several in one place, from a list, stand under each other. */
export function rowOf(document: unknown, all: ReadonlySet<string>, wanted: readonly string[]): Value[] {
  const values = new Map<string, Value>();
  const others: string[] = [];
  for (const { path, value } of leavesOf(document)) {
    if (all.has(path)) values.set(path, joined(values.get(path) ?? null, value));
    else if (value !== null) others.push(`${JSON.stringify(path)}: ${JSON.stringify(textOf(value))}`);
  }
  return wanted.map((name) => {
    if (name !== OTHER_FIELDS) return values.get(name) ?? null;
    return others.length === 0 ? null : `{${others.join(", ")}}`;
  });
}

function joined(before: Value, value: Value): Value {
  if (before === null || value === null) return value ?? before;
  // Of several files in one list the first stands for them.
  return typeof before === "string" ? `${before}\n${textOf(value)}` : before;
}

const textOf = (value: string | Uint8Array): string =>
  typeof value === "string" ? value : Buffer.from(value).toString("base64");

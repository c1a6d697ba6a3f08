import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";

/** A type of an Avro schema, with its names resolved (avro.apache.org/docs, "Specification"). */
export type AvroType =
  | {
      kind: "null" | "boolean" | "int" | "long" | "float" | "double" | "bytes" | "string";
      logical?: AvroLogical;
    }
  | { kind: "fixed"; size: number; logical?: AvroLogical }
  | { kind: "enum"; symbols: string[] }
  | { kind: "array" | "map"; items: AvroType }
  | { kind: "union"; branches: AvroType[] }
  | { kind: "record"; fields: { name: string; type: AvroType }[] };

export interface AvroLogical {
  name: string;
  scale: number;
}

const PRIMITIVES = new Set(["null", "boolean", "int", "long", "float", "double", "bytes", "string"]);
const MAX_DEPTH = 64;
const MAX_FIXED_BYTES = 1024 * 1024;

/** Reads a schema as it stands in a file's head. Throws `ExtractError`. */
export function avroSchema(json: string): AvroType {
  let schema: unknown;
  try {
    schema = JSON.parse(json);
  } catch {
    throw damaged();
  }
  return typeOf(schema, "", new Map(), 0);
}

type Fields = Record<string, unknown>;

function typeOf(schema: unknown, space: string, named: Map<string, AvroType>, depth: number): AvroType {
  if (depth > MAX_DEPTH) throw damaged();
  const inner = (one: unknown, within = space) => typeOf(one, within, named, depth + 1);
  if (Array.isArray(schema)) return { kind: "union", branches: schema.map((one) => inner(one)) };
  if (typeof schema === "string") {
    if (PRIMITIVES.has(schema)) return { kind: schema } as AvroType;
    const known = named.get(fullName(schema, space)) ?? named.get(schema);
    if (!known) throw damaged();
    return known;
  }
  if (typeof schema !== "object" || schema === null) throw damaged();
  const { type, name, namespace, fields, items, values, symbols, size, logicalType, scale } =
    schema as Fields;
  if (typeof type === "object" || (typeof type === "string" && !KINDS.has(type) && !PRIMITIVES.has(type)))
    return inner(type);
  const logical =
    typeof logicalType === "string"
      ? { logical: { name: logicalType, scale: typeof scale === "number" ? scale : 0 } }
      : {};
  if (typeof type !== "string") throw damaged();
  if (PRIMITIVES.has(type)) return { kind: type, ...logical } as AvroType;
  if (type === "array" || type === "map")
    return { kind: type, items: inner(type === "array" ? items : values) };
  const own = typeof namespace === "string" ? namespace : space;
  const full = fullName(String(name), own);
  if (type === "enum") {
    const made: AvroType = { kind: "enum", symbols: Array.isArray(symbols) ? symbols.map(String) : [] };
    named.set(full, made);
    return made;
  }
  if (type === "fixed") {
    if (typeof size !== "number" || !(size >= 0 && size <= MAX_FIXED_BYTES)) throw damaged();
    const made: AvroType = { kind: "fixed", size, ...logical };
    named.set(full, made);
    return made;
  }
  const record: AvroType & { kind: "record" } = { kind: "record", fields: [] };
  // A record may hold itself: it has its name before its fields are known.
  named.set(full, record);
  const within = full.includes(".") ? full.slice(0, full.lastIndexOf(".")) : own;
  for (const field of Array.isArray(fields) ? (fields as Fields[]) : [])
    record.fields.push({ name: String(field["name"]), type: inner(field["type"], within) });
  return record;
}

const KINDS = new Set(["array", "map", "enum", "fixed", "record", "error"]);

const fullName = (name: string, space: string) =>
  name.includes(".") || space === "" ? name : `${space}.${name}`;

function damaged(): ExtractError {
  return new ExtractError(SKIP_REASONS.damaged);
}

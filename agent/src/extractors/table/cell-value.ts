import { isUtf8 } from "node:buffer";
import type { FileSpool } from "../file-spool.ts";

/** Fewer bytes are a number or an id, not a file. */
const LEAST_FILE_BYTES = 64;
const MAX_JSON_CHARS = 4 * 1024 * 1024;
// oxlint-disable-next-line no-control-regex -- control characters are what tells bytes from text
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/**
 * A cell's value as text. Bytes that read as text are text; others are a file in the table, put into `files` under the
 * name that `place` gives it, or written in hexadecimal where they are too few for one.
 */
export function cellValue(value: unknown, files: FileSpool, place: () => string): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
    return String(value);
  if (value instanceof Date) return dateText(value);
  if (value instanceof Uint8Array) return bytesText(value, files, place);
  const text = JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === "bigint") return String(inner);
    return inner instanceof Uint8Array ? bytesText(inner, files, place) : inner;
  });
  return text.length > MAX_JSON_CHARS ? text.slice(0, MAX_JSON_CHARS) : text;
}

function bytesText(bytes: Uint8Array, files: FileSpool, place: () => string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (isUtf8(bytes)) {
    const text = buffer.toString("utf8");
    if (!CONTROL.test(text.slice(0, 4_096))) return text;
  }
  if (bytes.length < LEAST_FILE_BYTES) return buffer.toString("hex");
  files.put(place(), bytes);
  return "";
}

/** A date alone where it has no time of day. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const text = date.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text;
}

import type { Part } from "../part.ts";
import type { CompoundFile } from "../ole/compound-file.ts";
import { personProperty, propertyLines } from "./property-parts.ts";
import { decoderOf } from "./rtf-code-pages.ts";

// [MS-OLEPS] 2.21, and [MS-OSHARED] 2.3.3.2 for what the numbers mean.
const STREAMS = ["\u0005SummaryInformation", "\u0005DocumentSummaryInformation"];
const SUMMARY = "e0859ff2f94f6810ab9108002b27b3d9";
const DOCUMENT = "02d5cdd59c2e1b10939708002b2cf9ae";
const USER_DEFINED = "05d5cdd59c2e1b10939708002b2cf9ae";
const LABELS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  [SUMMARY]: { 2: "title", 3: "subject", 4: "Author", 5: "keywords", 6: "comments", 8: "Last modified by" },
  [DOCUMENT]: { 2: "category", 14: "Manager", 15: "company", 26: "content type" },
};
const PEOPLE = new Set(["Author", "Last modified by", "Manager"]);
const MAX_BYTES = 4 * 1024 * 1024;
const MAX_PROPERTIES = 4_096;
const CODE_PAGE = 1;
const UTF_16 = 1_200;

/** The properties that Office wrote into its files before 2007. */
export function* olePropertyParts(file: CompoundFile): Generator<Part, void, undefined> {
  const values: [name: string, value: string][] = [];
  const streams = file.named(file.root);
  for (const name of STREAMS) {
    const stream = streams.get(name);
    if (stream?.kind !== "stream") continue;
    const bytes = Buffer.from(file.read(stream, MAX_BYTES));
    for (let set = 0; set < 2 && 28 + set * 20 + 20 <= bytes.length; set++) {
      const at = 28 + set * 20;
      if (set >= bytes.readUInt32LE(24)) break;
      values.push(...valuesOf(bytes, bytes.toString("hex", at, at + 16), bytes.readUInt32LE(at + 16)));
    }
  }
  yield* propertyLines(values);
  for (const [name, value] of values) if (PEOPLE.has(name)) yield personProperty(name, value);
}

function valuesOf(bytes: Buffer, format: string, start: number): [name: string, value: string][] {
  const places = new Map<number, number>();
  const count = number(bytes, start + 4);
  for (let i = 0; i < Math.min(count, MAX_PROPERTIES); i++) {
    const at = start + 8 + i * 8;
    places.set(number(bytes, at), start + number(bytes, at + 4));
  }
  const codePageAt = places.get(CODE_PAGE);
  const codePage = codePageAt === undefined ? 1_252 : number(bytes, codePageAt + 4) & 0xffff;
  const names = format === USER_DEFINED ? dictionary(bytes, places.get(0), codePage) : null;
  const values: [name: string, value: string][] = [];
  for (const [id, at] of places) {
    const name = names ? names.get(id) : LABELS[format]?.[id];
    const value = name === undefined ? "" : valueAt(bytes, at, codePage);
    if (name !== undefined && value !== "") values.push([name, value]);
  }
  return values;
}

/** What the customer's own properties are called. */
function dictionary(bytes: Buffer, start: number | undefined, codePage: number): Map<number, string> {
  const names = new Map<number, string>();
  if (start === undefined) return names;
  const count = number(bytes, start);
  for (let i = 0, at = start + 4; i < Math.min(count, MAX_PROPERTIES) && at + 8 <= bytes.length; i++) {
    const length = number(bytes, at + 4);
    const size = codePage === UTF_16 ? Math.ceil((length * 2) / 4) * 4 : length;
    names.set(number(bytes, at), textOf(bytes.subarray(at + 8, at + 8 + size), codePage));
    at += 8 + size;
  }
  return names;
}

function valueAt(bytes: Buffer, at: number, codePage: number): string {
  const type = number(bytes, at) & 0xffff;
  const size = number(bytes, at + 4);
  if (type === 0x1e) return textOf(bytes.subarray(at + 8, at + 8 + size), codePage);
  if (type === 0x1f) return textOf(bytes.subarray(at + 8, at + 8 + size * 2), UTF_16);
  // Whole numbers; of 64 bits those that are small enough.
  return type === 3 || type === 0x13 ? String(size) : "";
}

function textOf(bytes: Buffer, codePage: number): string {
  const text = codePage === UTF_16 ? bytes.toString("utf16le") : decoderOf(codePage).decode(bytes);
  const end = text.indexOf("\0");
  return (end < 0 ? text : text.slice(0, end)).trim();
}

/** 0 behind the end. */
const number = (bytes: Buffer, at: number) =>
  at >= 0 && at + 4 <= bytes.length ? bytes.readUInt32LE(at) : 0;

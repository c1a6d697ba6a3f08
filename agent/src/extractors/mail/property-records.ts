import { SKIP_REASONS } from "../../sources/file-source.ts";
import type { ByteInput } from "../byte-input.ts";
import type { ExtractContext } from "../extractor.ts";
import { FileSpool } from "../file-spool.ts";
import type { Part, PartColumns } from "../part.ts";
import { decodeText } from "../text/plain-text.ts";
import { decodeBytes } from "./charset.ts";
import { type ContentLine, contentLines } from "./content-lines.ts";
import { components, parseProperty, type Property, unescaped } from "./property.ts";
import { PROPERTY_LABELS, TECHNICAL_PARAMETERS, TECHNICAL_PROPERTIES } from "./property-labels.ts";
import { RecordText } from "./record-text.ts";
import { quotedPrintable } from "./transfer-encoding.ts";

/** Parts of a contact or an event, not ones by themselves. */
const INNER = /^(?:VALARM|STANDARD|DAYLIGHT)$/i;
const MAX_RECORD_CHARS = 512 * 1024;
const DATA_URI = /^data:([\w.+-]*\/[\w.+-]*)[^,]{0,200};base64,/i;
const TYPE_IN_NAME = /(?:image|audio|application)?\/?([\w-]{2,10})$/;
/** A postal address as it is written on an envelope; the parts of ADR in the order of RFC 6350, 6.3.1. */
const ENVELOPE: readonly [component: number, before: string][] = [
  [2, ""],
  [1, " "],
  [0, ", "],
  [5, ", "],
  [3, " "],
  [4, ", "],
  [6, ", "],
];
const DATES = new Set(["BDAY", "DEATHDATE", "ANNIVERSARY"]);
/** As vCard 4.0 writes a date (RFC 6350, 4.3.1). */
const BASIC_DATE = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const NAMES = ["Last name", "First name", "Middle name", "Title", "Suffix"];

/** Reads vCards and calendars: a text part for each contact, event or task; pictures and attachments come behind them. */
export async function* propertyRecords(
  input: ByteInput,
  { scratch, beat }: ExtractContext,
): AsyncGenerator<Part, void, undefined> {
  const pieces = decodeText(input.stream(), input.head);
  if (!pieces) return;
  const counted: PartColumns["counted"] = new Map();
  const spool = new FileSpool(scratch);
  let record = new RecordText(counted);
  try {
    for await (const line of contentLines(pieces)) {
      if (line.isCut)
        yield { t: "skip", reason: SKIP_REASONS.tooLargeToHold, member: `line ${line.pieces[0]?.line}` };
      const property = parseProperty(line.text);
      if (property) read(property, line, record, spool);
      else if (line.text.trim() !== "") record.add("Text", "", line, [{ start: 0, end: line.text.length }]);
      const ends = property?.name === "END" && !INNER.test(line.text.slice(property.valueStart).trim());
      if (record.length === 0 || !(ends || record.length > MAX_RECORD_CHARS)) continue;
      beat();
      yield record.part();
      record = new RecordText(counted);
    }
    if (record.length > 0) yield record.part();
    yield* spool.parts();
  } finally {
    spool.close();
  }
}

function read(property: Property, line: ContentLine, record: RecordText, spool: FileSpool): void {
  const { name, valueStart } = property;
  const { text } = line;
  const encoding = parameter(property, text, "ENCODING").toUpperCase() || bareEncoding(property, text);
  const uri = DATA_URI.exec(text.slice(valueStart, valueStart + 400));
  if (uri || encoding === "B" || encoding === "BASE64") {
    const type = uri?.[1] ?? (parameter(property, text, "FMTTYPE") || parameter(property, text, "TYPE"));
    const bytes = Buffer.from(text.slice(valueStart + (uri?.[0].length ?? 0)), "base64");
    const extension = TYPE_IN_NAME.exec(type.toLowerCase())?.[1] ?? "bin";
    if (bytes.length > 0) spool.put(`${name.toLowerCase()}-${spool.count + 1}.${extension}`, bytes);
  } else if (encoding === "QUOTED-PRINTABLE") {
    const bytes = quotedPrintable(Buffer.from(text.slice(valueStart)));
    const decoded = decodeBytes(bytes, parameter(property, text, "CHARSET"));
    addDecoded(name, decoded, line, valueStart, record);
  } else if (!TECHNICAL_PROPERTIES.has(name)) addPlain(property, line, record);
}

/** A value that is written otherwise than it reads: all of it has one place. */
function addDecoded(name: string, value: string, line: ContentLine, start: number, record: RecordText): void {
  const stretch = { start, end: line.text.length };
  const parts = components(value, 0, ";").map((part) => value.slice(part.start, part.end));
  const add = (label: string, text: string) => {
    if (text !== "") record.add(label, name, line, [{ ...stretch, text }]);
  };
  if (name === "N") for (const [index, part] of parts.entries()) add(NAMES[index] ?? "Name", part);
  else if (name !== "ADR") add(PROPERTY_LABELS[name] ?? name, value.replace(/\r\n?/g, "\n"));
  else {
    const lines = ENVELOPE.map(([component, before]) => {
      const part = parts[component] ?? "";
      return part === "" ? "" : before + part;
    });
    add("Address", lines.join("").replace(/^[ ,]+/, ""));
  }
}

function addPlain({ name, parameters, valueStart }: Property, line: ContentLine, record: RecordText): void {
  const { text } = line;
  const label = PROPERTY_LABELS[name] ?? name;
  const named = parameters.filter((one) => !TECHNICAL_PARAMETERS.has(one.name) && one.end > one.start);
  const before = named.map(({ start, end }, index) => ({ start, end, before: index > 0 ? " " : "" }));
  if (name === "N") {
    for (const [index, { start, end }] of components(text, valueStart, ";").entries())
      if (end > start) record.add(NAMES[index] ?? "Name", name, line, [...unescaped(text, start, end)]);
    return;
  }
  const basic = DATES.has(name) ? BASIC_DATE.exec(text.slice(valueStart)) : null;
  if (basic) {
    const [date, year, month, day] = basic;
    const stretch = { start: valueStart, end: valueStart + date.length };
    return record.add(label, name, line, [{ ...stretch, text: `${year}-${month}-${day}` }]);
  }
  const value = name === "ADR" ? envelope(line, valueStart) : [...unescaped(text, valueStart, text.length)];
  const [first, ...others] = value;
  if (!first && before.length === 0) return;
  const gap = before.length > 0 ? " " : "";
  record.add(label, name, line, [...before, ...(first ? [{ ...first, before: gap }, ...others] : [])]);
}

function envelope(
  line: ContentLine,
  from: number,
): { start: number; end: number; text?: string; before?: string }[] {
  const parts = components(line.text, from, ";");
  const found: { start: number; end: number; text?: string; before?: string }[] = [];
  for (const [component, before] of ENVELOPE) {
    const part = parts[component];
    if (!part || part.end === part.start) continue;
    const [first, ...others] = unescaped(line.text, part.start, part.end);
    if (first) found.push({ ...first, before: found.length > 0 ? before : "" }, ...others);
  }
  return found;
}

function parameter({ parameters }: Property, text: string, name: string): string {
  const found = parameters.find((one) => one.name === name);
  return found ? text.slice(found.start, found.end) : "";
}

/** In vCard 2.1 the encoding may stand without its name. */
function bareEncoding({ parameters }: Property, text: string): string {
  for (const { start, end } of parameters) {
    const value = text.slice(start, end).toUpperCase();
    if (value === "QUOTED-PRINTABLE" || value === "BASE64") return value;
  }
  return "";
}

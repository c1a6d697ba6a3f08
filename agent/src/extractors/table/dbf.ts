import { type RandomBytes, SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError, type Extractor } from "../extractor.ts";
import { encodingOf } from "../text/text-encoding.ts";
import { tablePart } from "./table-part.ts";

const HEADER_BYTES = 32;
const FIELD_BYTES = 32;
const FIELD_END = 0x0d;
const DELETED = 0x2a;
const VERSIONS = new Set([0x02, 0x03, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0xcb, 0xf5, 0xfb]);
const MAX_FIELDS = 255;
const RECORDS_AT_ONCE = 4_096;
/** Types whose bytes are text; the others are numbers that only dBASE's own programs read. */
const TEXT_TYPES = new Set([..."CNDLFM"]);

interface DbfField {
  name: string;
  at: number;
  bytes: number;
}

interface Layout {
  fields: DbfField[];
  headerBytes: number;
  recordBytes: number;
}

/** dBASE tables, as GIS and old administrations keep them. Records marked as deleted are in the file still. */
export const dbfExtractor: Extractor = {
  format: "dBASE",
  matches: (head) => layoutOf(head) !== null,
  async *extract(input, { scratch, beat }) {
    const layout = layoutOf(input.head);
    if (!layout) throw new ExtractError(SKIP_REASONS.damaged);
    const encoding = encodingOf(textBytes(input.head.subarray(layout.headerBytes))) ?? "windows-1252";
    const bytes = await input.random(scratch);
    const columns = layout.fields.map(({ name }) => name);
    for (const deleted of [false, true]) {
      const rows = rowsOf(bytes, layout, new TextDecoder(encoding), deleted, beat);
      const first = rows.next();
      if (first.done === true && deleted) return;
      const part = await tablePart({ name: "", columns, rows: chained(first, rows) });
      yield deleted ? { ...part, hidden: "deleted rows" } : part;
    }
  },
};

/** By the structure of its first bytes, since it has no magic number: a version, a date, and fields that fill the record. */
function layoutOf(head: Uint8Array): Layout | null {
  if (head.length < HEADER_BYTES + FIELD_BYTES + 1 || !VERSIONS.has(head[0] ?? 0)) return null;
  const [, , month = 0, day = 0] = head;
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const headerBytes = view.getUint16(8, true);
  const recordBytes = view.getUint16(10, true);
  if (month < 1 || month > 12 || day < 1 || day > 31 || recordBytes < 2) return null;
  const fields: DbfField[] = [];
  let at = 1;
  for (let field = HEADER_BYTES; head[field] !== FIELD_END; field += FIELD_BYTES) {
    if (field + FIELD_BYTES > Math.min(head.length, headerBytes) || fields.length >= MAX_FIELDS) return null;
    const raw = Buffer.from(head.subarray(field, field + 11)).toString("latin1");
    const name = raw.slice(0, Math.max(0, raw.indexOf("\0"))) || raw.trim();
    const type = String.fromCharCode(head[field + 11] ?? 0);
    const bytes = head[field + 16] ?? 0;
    if (!/^[\w\u0080-\u00ff]/.test(name) || !/[A-Z@+0]/.test(type) || bytes === 0) return null;
    if (TEXT_TYPES.has(type)) fields.push({ name, at, bytes });
    at += bytes;
  }
  return at === recordBytes && fields.length > 0 ? { fields, headerBytes, recordBytes } : null;
}

function* rowsOf(
  bytes: RandomBytes,
  { fields, headerBytes, recordBytes }: Layout,
  decoder: InstanceType<typeof TextDecoder>,
  deleted: boolean,
  beat: () => void,
): Generator<string[], void, undefined> {
  for (let at = headerBytes; at < bytes.size; at += recordBytes * RECORDS_AT_ONCE) {
    beat();
    const piece = bytes.read(at, recordBytes * RECORDS_AT_ONCE);
    for (let record = 0; record + recordBytes <= piece.length; record += recordBytes) {
      if ((piece[record] === DELETED) !== deleted) continue;
      yield fields.map((field) => {
        const start = record + field.at;
        return decoder.decode(piece.subarray(start, start + field.bytes)).trim();
      });
    }
  }
}

function* chained(
  first: IteratorResult<string[], void>,
  rest: Iterable<string[]>,
): Generator<string[], void, undefined> {
  if (first.done === true) return;
  yield first.value;
  yield* rest;
}

/** Without the zero bytes that some programs fill fields with. */
const textBytes = (bytes: Uint8Array) => bytes.filter((byte) => byte !== 0);

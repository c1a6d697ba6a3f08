import { readVarint, viewOf } from "./sqlite-pages.ts";

/** More columns than a table can have. */
const MAX_COLUMNS = 32_767;

/** The values of a record; fewer than it says where its payload was cut. */
export function recordValues(payload: Uint8Array, decoder: InstanceType<typeof TextDecoder>): unknown[] {
  const header = readVarint(payload, 0);
  const headerEnd = Math.min(Number(header.value), payload.length);
  const types: number[] = [];
  for (let at = header.end; at < headerEnd && types.length < MAX_COLUMNS;) {
    const type = readVarint(payload, at);
    types.push(Number(type.value));
    at = type.end;
  }
  const view = viewOf(payload);
  const values: unknown[] = [];
  let at = headerEnd;
  for (const type of types) {
    const bytes = byteCount(type);
    // What was cut off with a text's end is still a text.
    if (bytes < 0 || (at + bytes > payload.length && type < 12)) break;
    values.push(valueOf(type, payload.subarray(at, at + bytes), view, at, decoder));
    at += bytes;
  }
  return values;
}

/** By serial type: sqlite.org/fileformat2.html, "Record Format". */
function byteCount(type: number): number {
  if (type >= 12) return (type - 12 - (type % 2)) / 2;
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][type] ?? 0;
}

function valueOf(
  type: number,
  bytes: Uint8Array,
  view: DataView,
  at: number,
  decoder: InstanceType<typeof TextDecoder>,
): unknown {
  if (type >= 12) return type % 2 === 1 ? decoder.decode(bytes) : bytes;
  switch (type) {
    case 1:
      return view.getInt8(at);
    case 2:
      return view.getInt16(at);
    case 3:
      return view.getInt16(at) * 256 + view.getUint8(at + 2);
    case 4:
      return view.getInt32(at);
    case 5:
      return view.getInt16(at) * 2 ** 32 + view.getUint32(at + 2);
    case 6:
      return view.getBigInt64(at);
    case 7:
      return view.getFloat64(at);
    case 8:
      return 0;
    case 9:
      return 1;
    default:
      return null;
  }
}

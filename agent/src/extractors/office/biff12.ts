import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";

/** A record is held until it is complete. */
const MAX_RECORD_BYTES = 16 * 1024 * 1024;

/** A record of a binary workbook: what it is, and its data, which are valid until the next one is asked for. */
export interface Biff12Record {
  type: number;
  data: Buffer;
}

/**
 * The records of a part, [MS-XLSB] 2.1.4: a type of up to two bytes and a length of up to four, seven bits in each. Gives an
 * empty list now and then. Throws `ExtractError` where the last one is cut off.
 */
export async function* biff12Records(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Biff12Record[], void, undefined> {
  let held: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    const bytes =
      held.length > 0
        ? Buffer.concat([held, piece])
        : Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    const records: Biff12Record[] = [];
    let at = 0;
    for (let next = recordAt(bytes, at); next; next = recordAt(bytes, at)) {
      records.push(next.record);
      at = next.end;
    }
    held = Buffer.from(bytes.subarray(at));
    yield records;
  }
  if (held.length > 0) throw new ExtractError(SKIP_REASONS.damaged);
}

/** Null where it is not there whole. */
function recordAt(bytes: Buffer, start: number): { record: Biff12Record; end: number } | null {
  const type = numberAt(bytes, start, 2);
  const size = type && numberAt(bytes, type.end, 4);
  if (!type || !size) return null;
  if (size.value > MAX_RECORD_BYTES) throw new ExtractError(SKIP_REASONS.damaged);
  const end = size.end + size.value;
  return end > bytes.length
    ? null
    : { record: { type: type.value, data: bytes.subarray(size.end, end) }, end };
}

function numberAt(bytes: Buffer, start: number, most: number): { value: number; end: number } | null {
  let value = 0;
  for (let i = 0; i < most; i++) {
    const byte = bytes[start + i];
    if (byte === undefined) return null;
    value |= (byte & 0x7f) << (7 * i);
    if (byte < 0x80) return { value, end: start + i + 1 };
  }
  return { value, end: start + most };
}

/** A text behind its length in UTF-16 units. */
export function wideString(data: Buffer, at: number): { text: string; end: number } {
  if (at + 4 > data.length) return { text: "", end: data.length };
  const units = data.readUInt32LE(at);
  // All ones stand for no text.
  const end = units === 0xffff_ffff ? at + 4 : Math.min(data.length, at + 4 + units * 2);
  return { text: data.toString("utf16le", at + 4, end), end };
}

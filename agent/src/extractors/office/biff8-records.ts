/** A record of a workbook's stream ([MS-XLS] 2.1.4): what it is and its data, at most 8,224 bytes of them. */
export interface Biff8Record {
  type: number;
  data: Buffer;
}

const HEADER_BYTES = 4;

/** The records of a stream, in order; what is cut off at its end is left. */
export function* biff8Records(pieces: Iterable<Uint8Array>): Generator<Biff8Record, void, undefined> {
  let held: Buffer = Buffer.alloc(0);
  for (const piece of pieces) {
    const bytes = held.length > 0 ? Buffer.concat([held, piece]) : Buffer.from(piece);
    let at = 0;
    while (at + HEADER_BYTES <= bytes.length) {
      const end = at + HEADER_BYTES + bytes.readUInt16LE(at + 2);
      if (end > bytes.length) break;
      yield { type: bytes.readUInt16LE(at), data: bytes.subarray(at + HEADER_BYTES, end) };
      at = end;
    }
    held = Buffer.from(bytes.subarray(at));
  }
}

/** So many characters behind a byte that says whether they have one byte or two. */
export function characters(data: Buffer, at: number, count: number): string {
  const isWide = ((data[at] ?? 0) & 1) !== 0;
  const start = at + 1;
  return isWide
    ? data.toString("utf16le", start, start + count * 2)
    : data.toString("latin1", start, start + count);
}

/** A text behind its length of two bytes. */
export function unicodeString(data: Buffer, at: number): string {
  return at + 3 <= data.length ? characters(data, at + 2, data.readUInt16LE(at)) : "";
}

/** `RkNumber`, [MS-XLS] 2.5.217: a whole number of 30 bits or the upper half of another, perhaps a hundred times too large. */
export function compactNumber(rk: number): number {
  let number: number;
  if ((rk & 2) !== 0) number = (rk | 0) >> 2;
  else {
    const double = Buffer.alloc(8);
    double.writeUInt32LE((rk & 0xffff_fffc) >>> 0, 4);
    number = double.readDoubleLE(0);
  }
  return (rk & 1) === 0 ? number : number / 100;
}

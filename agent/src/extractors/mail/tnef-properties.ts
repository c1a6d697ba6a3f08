import { fixedSize, type MapiProperties, valueOf } from "./mapi-properties.ts";

const MULTIPLE = 0x1000;
const FIRST_NAMED = 0x8000;
const GUID_BYTES = 16;

/** Reads a list of properties that begins at `from` ([MS-OXTNEF] 2.1.3.4); returns where it ends, or where it is damaged. */
export function readTnefProperties(data: Buffer, from: number, properties: MapiProperties): number {
  let at = from;
  const uint32 = () => {
    const value = at + 4 <= data.length ? data.readUInt32LE(at) : 0;
    at += 4;
    return value;
  };
  const count = uint32();
  for (let index = 0; index < count && at + 4 <= data.length; index++) {
    const type = data.readUInt16LE(at);
    const id = data.readUInt16LE(at + 2);
    at += 4;
    if (id >= FIRST_NAMED) {
      at += GUID_BYTES;
      // By a number, or by a name that is padded to four bytes.
      const hasName = uint32() !== 0;
      const nameBytes = hasName ? uint32() : 4;
      at += padded(nameBytes);
    }
    const size = fixedSize(type & ~MULTIPLE);
    const values = size === undefined || (type & MULTIPLE) !== 0 ? uint32() : 1;
    for (let value = 0; value < values && at < data.length; value++) {
      const length = size ?? uint32();
      properties.add(id, valueOf(type, data.subarray(at, Math.min(data.length, at + length))));
      at += padded(length);
    }
  }
  return at;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

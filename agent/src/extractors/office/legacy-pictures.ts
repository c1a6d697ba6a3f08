import { ByteInput } from "../byte-input.ts";
import type { Part } from "../part.ts";

const PNG = Buffer.from("89504e470d0a1a0a", "hex");
const JPEG = Buffer.from("ffd8ff", "hex");
/** Record types of pictures, [MS-ODRAW] 2.2.23: JPEG, PNG, and JPEG in CMYK. */
const TYPES = new Set([0xf01d, 0xf01e, 0xf02a]);
/** Between a picture and its record's header: one hash or two, and a byte. */
const BEFORE = [8 + 16 + 1, 8 + 32 + 1];

/** The pictures among bytes that Office wrote before 2007: each stands behind the header of a record that has its length. */
export function* legacyPictures(bytes: Buffer): Generator<Part, void, undefined> {
  let count = 0;
  for (const magic of [PNG, JPEG])
    for (let at = bytes.indexOf(magic); at >= 0; at = bytes.indexOf(magic, at)) {
      const picture = pictureAt(bytes, at);
      at += picture?.length ?? magic.length;
      if (!picture) continue;
      const member = `picture ${++count}`;
      yield { t: "file", input: ByteInput.of(member, picture), place: { member } };
    }
}

function pictureAt(bytes: Buffer, at: number): Buffer | null {
  for (const before of BEFORE) {
    const header = at - before;
    if (header < 0 || !TYPES.has(bytes.readUInt16LE(header + 2))) continue;
    const length = bytes.readUInt32LE(header + 4) - (before - 8);
    if (length > 0 && at + length <= bytes.length) return bytes.subarray(at, at + length);
  }
  return null;
}

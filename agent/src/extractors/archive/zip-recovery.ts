import type { RandomBytes } from "../../sources/file-source.ts";
import { LOCAL, LOCAL_BYTES, unzipped } from "./zip-data.ts";
import { fieldsOf, type ZipEntry } from "./zip-directory.ts";

/** Central header, local header, data descriptor: what stands behind an entry's data. */
const BEHIND_DATA = [0x02014b50, LOCAL, 0x08074b50];
/** The sizes stand behind the data. */
const HAS_DESCRIPTOR = 8;
const WINDOW_BYTES = 256 * 1024;

/** The entries of an archive without a directory, as one that was cut off: by the headers before their data. */
export async function* localEntries(random: RandomBytes): AsyncGenerator<ZipEntry, void, undefined> {
  for (let at = signatureFrom(random, 0, [LOCAL]); at !== null;) {
    const header = random.read(at, LOCAL_BYTES);
    if (header.length < LOCAL_BYTES) return;
    const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
    const [nameBytes, extraBytes] = [view.getUint16(26, true), view.getUint16(28, true)];
    const names = random.read(at + LOCAL_BYTES, nameBytes + extraBytes);
    const flags = view.getUint16(6, true);
    const fields = fieldsOf({
      flags,
      method: view.getUint16(8, true),
      rawName: names.subarray(0, nameBytes),
      extras: names.subarray(nameBytes),
      compressedSize: view.getUint32(18, true),
      size: view.getUint32(22, true),
    });
    const start = at + LOCAL_BYTES + names.length;
    const isOpenEnded = (flags & HAS_DESCRIPTOR) !== 0 && fields.compressedSize === 0;
    const end = isOpenEnded
      ? (signatureFrom(random, start, BEHIND_DATA) ?? random.size)
      : start + fields.compressedSize;
    const packed = { ...fields, offset: at, compressedSize: end - start };
    yield { ...packed, isSymlink: false, open: () => unzipped(random, packed) };
    at = signatureFrom(random, end, [LOCAL]);
  }
}

/** Where one of these signatures stands next. */
function signatureFrom(random: RandomBytes, from: number, wanted: readonly number[]): number | null {
  for (let at = from; at + 4 <= random.size; at += WINDOW_BYTES - 3) {
    const window = Buffer.from(random.read(at, WINDOW_BYTES));
    for (let found = window.indexOf("PK"); found !== -1; found = window.indexOf("PK", found + 1))
      if (found + 4 <= window.length && wanted.includes(window.readUInt32LE(found))) return at + found;
  }
  return null;
}

import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";

const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;
const HEADER_BYTES = 16;
const DICTIONARY_BYTES = 4_096;
const MAX_BYTES = 64 * 1024 * 1024;
/** What the dictionary holds before the first byte ([MS-OXRTFCP] 2.1.3.1.1). */
const FIRST_WORDS =
  "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

/** Decompresses the RTF body of a message. Throws `ExtractError` where it is none. */
export function decompressRtf(bytes: Buffer): Uint8Array {
  if (bytes.length < HEADER_BYTES) throw new ExtractError(SKIP_REASONS.damaged);
  const size = bytes.readUInt32LE(4);
  const kind = bytes.readUInt32LE(8);
  if (kind === UNCOMPRESSED) return withoutEnd(bytes.subarray(HEADER_BYTES, HEADER_BYTES + size));
  if (kind !== COMPRESSED) throw new ExtractError(SKIP_REASONS.damaged);
  if (size > MAX_BYTES) throw new ExtractError(SKIP_REASONS.tooLargeToHold);
  return withoutEnd(decompress(bytes, size));
}

/** Zero bytes at the end are no part of the text. */
function withoutEnd(bytes: Uint8Array): Uint8Array {
  let { length } = bytes;
  while (length > 0 && bytes[length - 1] === 0) length--;
  return bytes.subarray(0, length);
}

function decompress(bytes: Buffer, size: number): Uint8Array {
  const dictionary = Buffer.alloc(DICTIONARY_BYTES);
  let write = dictionary.write(FIRST_WORDS, "latin1");
  // Seventeen bytes at most come of each two: what says that it is more is cut there.
  const out = Buffer.alloc(Math.min(size, bytes.length * 9));
  let length = 0;
  const put = (byte: number) => {
    out[length++] = byte;
    dictionary[write] = byte;
    write = (write + 1) % DICTIONARY_BYTES;
  };
  let at = HEADER_BYTES;
  while (at < bytes.length && length < out.length) {
    const control = bytes[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < bytes.length && length < out.length; bit++) {
      if ((control & (1 << bit)) === 0) {
        put(bytes[at++] ?? 0);
        continue;
      }
      const reference = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
      at += 2;
      const from = reference >> 4;
      if (from === write) return out.subarray(0, length);
      const count = (reference & 0xf) + 2;
      for (let i = 0; i < count && length < out.length; i++)
        put(dictionary[(from + i) % DICTIONARY_BYTES] ?? 0);
    }
  }
  return out.subarray(0, length);
}

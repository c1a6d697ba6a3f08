import { SKIP_REASONS, type RandomBytes } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";
import { unzipped } from "./zip-data.ts";

/** A file in a ZIP archive. Sizes are what the archive claims, and it may lie. */
export interface ZipEntry {
  name: string;
  size: number;
  compressedSize: number;
  isEncrypted: boolean;
  isFolder: boolean;
  isSymlink: boolean;
  /** The unpacked bytes, in pieces of bounded size. */
  open(): AsyncIterable<Uint8Array>;
}

// Signatures and layouts: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16.
const END = 0x06054b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END = 0x06064b50;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const ZIP64_EXTRA = 0x0001;
const UNICODE_PATH_EXTRA = 0x7075;
const ALL_ONES_32 = 0xffffffff;
const WINDOW_BYTES = 256 * 1024;

const UNIX = 3;
const TYPE_BITS = 0xf000;
const SYMLINK = 0xa000;

/** The entries of an archive's central directory, which is what a program that unpacks it goes by. Throws `ExtractError`. */
export async function* zipEntries(random: RandomBytes): AsyncGenerator<ZipEntry, void, undefined> {
  const { at: start, end, shift } = directoryOf(random);
  let window = random.read(start, WINDOW_BYTES);
  let windowAt = start;
  for (let at = start; at + CENTRAL_BYTES <= end;) {
    // A header is at most its fixed part and three fields of 64 KiB.
    if (at + 200_000 > windowAt + window.length && windowAt + window.length < random.size) {
      window = random.read(at, WINDOW_BYTES);
      windowAt = at;
    }
    const view = viewOf(window);
    const from = at - windowAt;
    if (from + CENTRAL_BYTES > window.length || view.getUint32(from, true) !== CENTRAL) return;
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) =>
      view.getUint16(from + field, true),
    );
    const length = CENTRAL_BYTES + (nameBytes ?? 0) + (extraBytes ?? 0) + (commentBytes ?? 0);
    if (from + length > window.length) return;
    yield entryAt(random, window.subarray(from, from + length), shift);
    at += length;
  }
}

/** Where the central directory is; `shift`: bytes before the archive, as in a self-extracting one. */
function directoryOf(random: RandomBytes): { at: number; end: number; shift: number } {
  const tailAt = Math.max(0, random.size - END_BYTES - MAX_COMMENT_BYTES);
  const tail = random.read(tailAt, random.size - tailAt);
  const view = viewOf(tail);
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail[at] !== 0x50 || view.getUint32(at, true) !== END) continue;
    let size = view.getUint32(at + 12, true);
    let offset = view.getUint32(at + 16, true);
    let end = tailAt + at;
    if (at >= 20 && view.getUint32(at - 20, true) === ZIP64_LOCATOR) {
      const recordAt = Number(view.getBigUint64(at - 12, true));
      const record = random.read(recordAt, 56);
      if (record.length === 56 && viewOf(record).getUint32(0, true) === ZIP64_END) {
        size = Number(viewOf(record).getBigUint64(40, true));
        offset = Number(viewOf(record).getBigUint64(48, true));
        end = recordAt;
      }
    }
    const begin = end - size;
    if (begin < 0) continue;
    return { at: begin, end, shift: Math.max(0, begin - offset) };
  }
  throw new ExtractError(SKIP_REASONS.damaged);
}

function entryAt(random: RandomBytes, header: Uint8Array, shift: number): ZipEntry {
  const view = viewOf(header);
  const flags = view.getUint16(8, true);
  const method = view.getUint16(10, true);
  const nameBytes = view.getUint16(28, true);
  const rawName = header.subarray(CENTRAL_BYTES, CENTRAL_BYTES + nameBytes);
  const extras = header.subarray(
    CENTRAL_BYTES + nameBytes,
    CENTRAL_BYTES + nameBytes + view.getUint16(30, true),
  );
  let compressedSize = view.getUint32(20, true);
  let size = view.getUint32(24, true);
  let offset = view.getUint32(42, true);
  const wide = extraField(extras, ZIP64_EXTRA);
  if (wide) {
    let at = 0;
    const next = (known: number) => {
      if (known !== ALL_ONES_32 || at + 8 > wide.length) return known;
      at += 8;
      return Number(viewOf(wide).getBigUint64(at - 8, true));
    };
    size = next(size);
    compressedSize = next(compressedSize);
    offset = next(offset);
  }
  const unicode = extraField(extras, UNICODE_PATH_EXTRA)?.subarray(5);
  const name = unicode || flags & 0x800 ? new TextDecoder().decode(unicode ?? rawName) : decodeCp437(rawName);
  const unixMode = header[5] === UNIX ? view.getUint32(38, true) >>> 16 : 0;
  return {
    name,
    size,
    compressedSize,
    isEncrypted: (flags & 1) === 1,
    isFolder: name.endsWith("/"),
    isSymlink: (unixMode & TYPE_BITS) === SYMLINK,
    open: () => unzipped(random, { offset: offset + shift, method, compressedSize, size }),
  };
}

function extraField(extras: Uint8Array, wanted: number): Uint8Array | undefined {
  const view = viewOf(extras);
  for (let at = 0; at + 4 <= extras.length;) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === wanted) return extras.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return undefined;
}

const CP437_HIGH =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

/** Names without the mark of UTF-8 are in the code page of DOS, unless they are UTF-8 all the same. */
function decodeCp437(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) =>
      byte < 0x80 ? String.fromCharCode(byte) : (CP437_HIGH[byte - 0x80] ?? "?"),
    ).join("");
  }
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

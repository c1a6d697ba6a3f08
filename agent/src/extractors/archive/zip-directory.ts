import { SKIP_REASONS, type RandomBytes } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";
import { decodeName } from "./zip-name.ts";
import { unzipped } from "./zip-data.ts";

/** A file in a ZIP archive. Sizes are what the archive claims, and it may lie. */
export interface ZipEntry {
  name: string;
  size: number;
  compressedSize: number;
  isEncrypted: boolean;
  isFolder: boolean;
  isSymlink: boolean;
  /** Where its local header is. */
  offset: number;
  /** The unpacked bytes, in pieces of bounded size. */
  open(): AsyncIterable<Uint8Array>;
}

// Signatures and layouts: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16.
const END = 0x06054b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END = 0x06064b50;
const ZIP64_END_BYTES = 56;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
/** A signature of the directory, and the ends: what may stand in it behind its last entry. */
const BEHIND_ENTRIES = [0x05054b50, ZIP64_END, ZIP64_LOCATOR, END];
const ZIP64_EXTRA = 0x0001;
const UNICODE_PATH_EXTRA = 0x7075;
const ALL_ONES_32 = 0xffffffff;
const WINDOW_BYTES = 256 * 1024;

const ENCRYPTED = 1;
const UTF8 = 0x800;
const UNIX = 3;
const TYPE_BITS = 0xf000;
const SYMLINK = 0xa000;

/**
 * The entries of an archive's central directory, which is what a program that unpacks it goes by. Throws `ExtractError`: at
 * once where there is none, later where it is damaged within.
 */
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
    if (from + CENTRAL_BYTES > window.length) throw new ExtractError(SKIP_REASONS.damaged);
    const signature = view.getUint32(from, true);
    if (BEHIND_ENTRIES.includes(signature)) return;
    if (signature !== CENTRAL) throw new ExtractError(SKIP_REASONS.damaged);
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) =>
      view.getUint16(from + field, true),
    );
    const length = CENTRAL_BYTES + (nameBytes ?? 0) + (extraBytes ?? 0) + (commentBytes ?? 0);
    if (from + length > window.length) throw new ExtractError(SKIP_REASONS.damaged);
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
      // Where it says, or right before the locator: the archive may have something before it.
      for (const recordAt of [Number(view.getBigUint64(at - 12, true)), end - 20 - ZIP64_END_BYTES]) {
        const record =
          recordAt < end ? random.read(Math.max(0, recordAt), ZIP64_END_BYTES) : tail.subarray(0, 0);
        if (record.length < ZIP64_END_BYTES || viewOf(record).getUint32(0, true) !== ZIP64_END) continue;
        size = Number(viewOf(record).getBigUint64(40, true));
        offset = Number(viewOf(record).getBigUint64(48, true));
        end = recordAt;
        break;
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
  const [nameBytes, extraBytes] = [view.getUint16(28, true), view.getUint16(30, true)];
  const unixMode = header[5] === UNIX ? view.getUint32(38, true) >>> 16 : 0;
  const { offset = 0, ...fields } = fieldsOf({
    flags: view.getUint16(8, true),
    method: view.getUint16(10, true),
    rawName: header.subarray(CENTRAL_BYTES, CENTRAL_BYTES + nameBytes),
    extras: header.subarray(CENTRAL_BYTES + nameBytes, CENTRAL_BYTES + nameBytes + extraBytes),
    compressedSize: view.getUint32(20, true),
    size: view.getUint32(24, true),
    offset: view.getUint32(42, true),
  });
  return {
    ...fields,
    isSymlink: (unixMode & TYPE_BITS) === SYMLINK,
    offset: offset + shift,
    open: () => unzipped(random, { ...fields, offset: offset + shift }),
  };
}

interface HeaderFields {
  flags: number;
  method: number;
  rawName: Uint8Array;
  extras: Uint8Array;
  compressedSize: number;
  size: number;
  offset?: number;
}

/** What central and local headers say alike, with the large numbers and names that stand in extra fields. */
export function fieldsOf({ flags, method, rawName, extras, ...narrow }: HeaderFields) {
  const { size, compressedSize, offset } = wideNumbers(narrow, extraField(extras, ZIP64_EXTRA));
  // Behind a version and the checksum of the name that it stands for.
  const unicode = extraField(extras, UNICODE_PATH_EXTRA)?.subarray(5);
  const name =
    unicode || (flags & UTF8) !== 0 ? new TextDecoder().decode(unicode ?? rawName) : decodeName(rawName);
  const isEncrypted = (flags & ENCRYPTED) !== 0;
  return { name, method, size, compressedSize, offset, isEncrypted, isFolder: name.endsWith("/") };
}

/** Numbers that do not fit are all ones, and stand in the extra field in this order. */
function wideNumbers(
  { size, compressedSize, offset }: Pick<HeaderFields, "size" | "compressedSize" | "offset">,
  extra: Uint8Array | undefined,
) {
  let at = 0;
  const wide = (known: number) => {
    if (known !== ALL_ONES_32 || !extra || at + 8 > extra.length) return known;
    at += 8;
    return Number(viewOf(extra).getBigUint64(at - 8, true));
  };
  return { size: wide(size), compressedSize: wide(compressedSize), offset: offset && wide(offset) };
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

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

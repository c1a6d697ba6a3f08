export const BLOCK_BYTES = 512;

export interface TarHeader {
  name: string;
  /** Bytes in the archive. */
  size: number;
  /** The type flag, such as `0` for a file. */
  flag: string;
}

/** A header block, or null where its checksum says that it is none. Layout: POSIX.1-1988 ustar; GNU tar manual. */
export function tarHeader(block: Uint8Array): TarHeader | null {
  if (!hasTarChecksum(block)) return null;
  const size = tarNumber(block.subarray(124, 136));
  if (!Number.isSafeInteger(size) || size < 0) return null;
  return { name: nameOf(block), size, flag: String.fromCharCode(block[156] ?? 0) };
}

/** The sum over the header, with its own field taken as blanks, stands in it. Old programs summed signed bytes. */
export function hasTarChecksum(block: Uint8Array): boolean {
  if (block.length < BLOCK_BYTES || block[0] === 0) return false;
  const claimed = tarNumber(block.subarray(148, 156));
  let sum = 8 * 0x20;
  let high = 0;
  for (let at = 0; at < BLOCK_BYTES; at++) {
    if (at >= 148 && at < 156) continue;
    const byte = block[at] ?? 0;
    sum += byte;
    if (byte >= 0x80) high++;
  }
  return claimed === sum || claimed === sum - 256 * high;
}

/** Octal digits, or where those do not suffice a binary number, marked in its first bit (GNU). NaN where it is neither. */
export function tarNumber(field: Uint8Array): number {
  const first = field[0] ?? 0;
  if ((first & 0x80) !== 0)
    return first === 0x80 ? field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0) : Number.NaN;
  const text = textOf(field).trim();
  return text === "" ? 0 : /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : Number.NaN;
}

function nameOf(block: Uint8Array): string {
  const isPosix = textOf(block.subarray(257, 262)) === "ustar" && block[262] === 0;
  const prefix = isPosix ? textOf(block.subarray(345, 500)) : "";
  const name = textOf(block.subarray(0, 100));
  return prefix === "" ? name : `${prefix}/${name}`;
}

export const textOf = (field: Uint8Array) => new TextDecoder().decode(field).replace(/\0.*$/s, "");

/** The records of a pax extended header: `length key=value\n`, the length being that of the record in bytes. */
export function paxRecords(bytes: Uint8Array): Map<string, string> {
  const records = new Map<string, string>();
  for (let at = 0; at < bytes.length;) {
    const [digits] = /^\d{1,9} /.exec(Buffer.from(bytes.subarray(at, at + 10)).toString("latin1")) ?? [];
    const length = Number(digits);
    if (digits === undefined || length <= digits.length) break;
    const record = new TextDecoder().decode(bytes.subarray(at + digits.length, at + length));
    const equals = record.indexOf("=");
    if (equals > 0) records.set(record.slice(0, equals), record.slice(equals + 1).replace(/\n$/, ""));
    at += length;
  }
  return records;
}

import { crc32, deflateRawSync } from "node:zlib";

/** A file for `zipOf`. All but name and bytes is for archives that are rare, wrong in some way, or that lie. */
export interface ZipFile {
  name: string | Buffer;
  bytes: Buffer;
  method?: number;
  packed?: Buffer;
  flags?: number;
  claimedSize?: number;
  unixMode?: number;
  /** The name before the data, where it is another one. */
  localName?: string;
  /** The sizes stand behind the data. */
  hasDescriptor?: boolean;
  /** Sizes and offset stand in the extra field only. */
  isZip64?: boolean;
  /** The offset that the directory gives. */
  claimedOffset?: number;
}

const UTF8 = 0x800;
const ALL_ONES = 0xffffffff;

/** Writes a ZIP archive: for tests of what reads them. Layout: PKWARE APPNOTE 6.3.10, section 4.3. */
export function zipOf(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const { bytes, method = 8, unixMode = 0, hasDescriptor = false, isZip64 = false } = file;
    const packed = file.packed ?? (method === 8 ? deflateRawSync(bytes) : bytes);
    const rawName = Buffer.from(file.name);
    const flags = (file.flags ?? 0) | (typeof file.name === "string" ? UTF8 : 0) | (hasDescriptor ? 8 : 0);
    const sizes = { crc: crc32(bytes), packed: packed.length, size: file.claimedSize ?? bytes.length };
    const localName = Buffer.from(file.localName ?? rawName);
    const local = Buffer.concat([
      Buffer.from("PK\u0003\u0004"),
      common(flags, method, hasDescriptor ? { crc: 0, packed: 0, size: 0 } : sizes, localName.length, 0),
      localName,
      packed,
      hasDescriptor ? descriptor(sizes) : Buffer.alloc(0),
    ]);
    const at = file.claimedOffset ?? offset;
    const extra = isZip64 ? zip64Extra([sizes.size, sizes.packed, at]) : Buffer.alloc(0);
    const shown = isZip64 ? { crc: sizes.crc, packed: ALL_ONES, size: ALL_ONES } : sizes;
    const central = Buffer.alloc(46);
    central.write("PK\u0001\u0002", 0, "latin1");
    central.writeUInt16LE((3 << 8) | 20, 4);
    common(flags, method, shown, rawName.length, extra.length).copy(central, 6);
    central.writeUInt32LE((unixMode << 16) >>> 0, 38);
    central.writeUInt32LE(isZip64 ? ALL_ONES : at, 42);
    directory.push(central, rawName, extra);
    parts.push(local);
    offset += local.length;
  }
  const all = Buffer.concat(directory);
  const isZip64 = files.some((file) => file.isZip64);
  return Buffer.concat([...parts, all, ...ends(files.length, all.length, offset, isZip64)]);
}

interface Sizes {
  crc: number;
  packed: number;
  size: number;
}

/** What both headers have alike, from the version on. */
function common(flags: number, method: number, { crc, packed, size }: Sizes, name: number, extra: number) {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name, 22);
  fields.writeUInt16LE(extra, 24);
  return fields;
}

function descriptor({ crc, packed, size }: Sizes): Buffer {
  const fields = Buffer.from("PK\u0007\u0008............", "latin1");
  [crc, packed, size].forEach((value, i) => fields.writeUInt32LE(value, 4 + 4 * i));
  return fields;
}

function zip64Extra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  values.forEach((value, i) => extra.writeBigUInt64LE(BigInt(value), 4 + 8 * i));
  return extra;
}

function ends(count: number, size: number, offset: number, isZip64: boolean): Buffer[] {
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(isZip64 ? 0xffff : count, 8);
  end.writeUInt16LE(isZip64 ? 0xffff : count, 10);
  end.writeUInt32LE(isZip64 ? ALL_ONES : size, 12);
  end.writeUInt32LE(isZip64 ? ALL_ONES : offset, 16);
  if (!isZip64) return [end];
  const record = Buffer.alloc(56);
  record.write("PK\u0006\u0006", 0, "latin1");
  record.writeBigUInt64LE(44n, 4);
  for (const [at, value] of [
    [24, count],
    [32, count],
    [40, size],
    [48, offset],
  ] as const)
    record.writeBigUInt64LE(BigInt(value), at);
  const locator = Buffer.alloc(20);
  locator.write("PK\u0006\u0007", 0, "latin1");
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return [record, locator, end];
}

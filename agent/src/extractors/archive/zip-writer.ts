import { crc32, deflateRawSync } from "node:zlib";

/** A file for `zipOf`. All but name and bytes is for archives that are wrong in some way, or that lie. */
export interface ZipFile {
  name: string;
  bytes: Buffer;
  method?: number;
  packed?: Buffer;
  flags?: number;
  claimedSize?: number;
  unixMode?: number;
}

/** Writes a ZIP archive: for tests of what reads them. Layout: PKWARE APPNOTE 6.3.10, section 4.3. */
export function zipOf(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, method = 8, flags = 0, claimedSize, unixMode = 0, ...rest } of files) {
    const packed = rest.packed ?? (method === 8 ? deflateRawSync(bytes) : bytes);
    const rawName = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags | 0x800, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimedSize ?? bytes.length, 18);
    common.writeUInt16LE(rawName.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, rawName, packed]);
    const central = Buffer.alloc(46);
    central.write("PK\u0001\u0002", 0, "latin1");
    central.writeUInt16LE((3 << 8) | 20, 4);
    common.copy(central, 6);
    central.writeUInt32LE((unixMode << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    directory.push(central, rawName);
    parts.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

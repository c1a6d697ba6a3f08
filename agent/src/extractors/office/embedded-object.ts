const MAX_NAME_BYTES = 1_024;

/** A file that was put into a document as it is, with the name that it had. */
export interface EmbeddedFile {
  name: string;
  bytes: Buffer;
}

/**
 * The data of an object in the form of OLE 1 ([MS-OLEDS] 2.2.5), as RTF has them: version, kind, class, two more names, and
 * the data with their length. Null for a link, or where it is cut off.
 */
export function nativeData(object: Buffer): Buffer | null {
  if (object.length < 12 || object.readUInt32LE(4) !== 2) return null;
  let at = 8;
  for (let names = 0; names < 3; names++) {
    if (at + 4 > object.length) return null;
    at += 4 + object.readUInt32LE(at);
  }
  if (at + 4 > object.length) return null;
  const size = object.readUInt32LE(at);
  return object.subarray(at + 4, at + 4 + size);
}

/**
 * The file in a package, as `Ole10Native` has it behind its length and RTF without: a label, the path that it came from, a
 * path for a copy, and the bytes. Null where it is none.
 */
export function embeddedContent(data: Buffer): EmbeddedFile | null {
  if (data.length < 16 || data.readUInt16LE(0) !== 2) return null;
  const label = textAt(data, 2);
  const path = label && textAt(data, label.end);
  // Two numbers, of which the second says that it is embedded.
  if (!path || path.end + 8 > data.length || data.readUInt16LE(path.end + 2) !== 3) return null;
  const copyAt = path.end + 8;
  const copyBytes = data.readUInt32LE(path.end + 4);
  const sizeAt = copyAt + copyBytes;
  if (copyBytes > MAX_NAME_BYTES || sizeAt + 4 > data.length) return null;
  const bytes = data.subarray(sizeAt + 4, sizeAt + 4 + data.readUInt32LE(sizeAt));
  const name = (label.text || path.text).split(/[\\/]/).at(-1) ?? "";
  return bytes.length > 0 ? { name: name === "" ? "package" : name, bytes } : null;
}

function textAt(data: Buffer, from: number): { text: string; end: number } | null {
  const end = data.indexOf(0, from);
  if (end < 0 || end - from > MAX_NAME_BYTES) return null;
  return { text: data.toString("latin1", from, end), end: end + 1 };
}

import type { MapiAttachment, MapiItem } from "./mapi-item.ts";
import { charsetOf, MapiProperties, TAGS, valueOf } from "./mapi-properties.ts";
import { readTnefProperties } from "./tnef-properties.ts";

const SIGNATURE = 0x223e9f78;
const HEADER_BYTES = 6;
/** Attributes by their numbers ([MS-OXTNEF] 2.1.3.3.3). */
const ATTRIBUTES = {
  subject: 0x8004,
  body: 0x800c,
  attachmentData: 0x800f,
  attachmentTitle: 0x8010,
  attachmentStart: 0x9002,
  properties: 0x9003,
  recipients: 0x9004,
  attachmentProperties: 0x9005,
  codePage: 0x9007,
} as const;
const STRING8 = 0x1e;
const BINARY = 0x102;
const OBJECT = 0x0d;
/** The identifier of an interface that stands before an embedded message. */
const INTERFACE_BYTES = 16;

export function isTnef(head: Uint8Array): boolean {
  return head.length > HEADER_BYTES && Buffer.from(head.subarray(0, 4)).readUInt32LE(0) === SIGNATURE;
}

/** Reads a TNEF stream, up to where it is damaged; null where it is none. */
export function tnefItem(bytes: Buffer): MapiItem | null {
  if (!isTnef(bytes)) return null;
  let charset = "windows-1252";
  let properties = new MapiProperties(charset);
  const recipients: MapiProperties[] = [];
  const attachments: MapiProperties[] = [];
  for (const { id, data } of attributesOf(bytes)) {
    const attachment = attachments.at(-1);
    if (id === ATTRIBUTES.codePage && data.length >= 4) {
      charset = charsetOf(data.readUInt32LE(0));
      properties = new MapiProperties(charset);
    } else if (id === ATTRIBUTES.subject) properties.add(TAGS.subject, valueOf(STRING8, data));
    else if (id === ATTRIBUTES.body) properties.add(TAGS.body, valueOf(STRING8, data));
    else if (id === ATTRIBUTES.properties) readTnefProperties(data, 0, properties);
    else if (id === ATTRIBUTES.recipients) recipients.push(...rowsOf(data, charset));
    else if (id === ATTRIBUTES.attachmentStart) attachments.push(new MapiProperties(charset));
    else if (id === ATTRIBUTES.attachmentTitle) attachment?.add(TAGS.attachFileName, valueOf(STRING8, data));
    else if (id === ATTRIBUTES.attachmentData) attachment?.add(TAGS.attachData, valueOf(BINARY, data));
    else if (id === ATTRIBUTES.attachmentProperties && attachment) readTnefProperties(data, 0, attachment);
  }
  return { properties, recipients: () => recipients, attachments: () => attachments.map(attachmentOf) };
}

function attachmentOf(properties: MapiProperties): MapiAttachment {
  return {
    properties,
    message: () => {
      const data = properties.value(TAGS.attachData);
      if (data?.type !== OBJECT) return null;
      return tnefItem(Buffer.concat([...data.pieces()]).subarray(INTERFACE_BYTES));
    },
  };
}

function rowsOf(data: Buffer, charset: string): MapiProperties[] {
  const rows: MapiProperties[] = [];
  if (data.length < 4) return rows;
  const count = data.readUInt32LE(0);
  let at = 4;
  for (let row = 0; row < count && at < data.length; row++) {
    const properties = new MapiProperties(charset);
    const end = readTnefProperties(data, at, properties);
    rows.push(properties);
    if (end <= at) break;
    at = end;
  }
  return rows;
}

/** Level, number, length, data and a checksum, one attribute behind the other. */
function* attributesOf(bytes: Buffer): Generator<{ id: number; data: Buffer }, void, undefined> {
  for (let at = HEADER_BYTES; at + 9 <= bytes.length;) {
    const id = bytes.readUInt16LE(at + 1);
    const length = bytes.readUInt32LE(at + 5);
    const start = at + 9;
    yield { id, data: bytes.subarray(start, Math.min(bytes.length, start + length)) };
    at = start + length + 2;
  }
}

/**
 * The texts of whole frames that a WebSocket client has sent (RFC 6455, section 5.2: a client masks its payload). Bytes of
 * an unfinished frame at the end are left out; so is an HTTP upgrade request, which must not be among the bytes.
 */
export function clientFrames(bytes: Buffer): string[] {
  const texts: string[] = [];
  let at = 0;
  while (at + 6 <= bytes.length) {
    const short = bytes.readUInt8(at + 1) & 0x7f;
    const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
    if (at + 6 + extra > bytes.length) break;
    const length =
      extra === 2 ? bytes.readUInt16BE(at + 2) : extra === 8 ? Number(bytes.readBigUInt64BE(at + 2)) : short;
    const mask = bytes.subarray(at + 2 + extra, at + 6 + extra);
    const start = at + 6 + extra;
    if (start + length > bytes.length) break;
    const payload = Buffer.from(bytes.subarray(start, start + length));
    for (let i = 0; i < payload.length; i++)
      payload.writeUInt8(payload.readUInt8(i) ^ mask.readUInt8(i % 4), i);
    if ((bytes.readUInt8(at) & 0x0f) === 1) texts.push(payload.toString("utf8"));
    at = start + length;
  }
  return texts;
}

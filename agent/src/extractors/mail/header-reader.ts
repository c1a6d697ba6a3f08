import type { ByteCursor } from "./byte-cursor.ts";
import { Header, isFieldLine } from "./header.ts";

/** A header that is longer goes on as text: a mail server takes no more than a part of this. */
const MAX_HEADER_BYTES = 4 * 1024 * 1024;

/**
 * Reads the header up to the empty line behind it. One without it, as carelessly made messages have, ends before the first
 * line that is no header field. `isDelimiter` ends it too: a part may be empty.
 */
export async function readHeader(
  cursor: ByteCursor,
  isDelimiter: (line: string) => boolean,
): Promise<Header> {
  const lines: Uint8Array[] = [];
  let isOpenLine = false;
  for (let bytes = 0; bytes < MAX_HEADER_BYTES;) {
    const line = await cursor.peekLine();
    if (!line) break;
    const start = Buffer.from(line.buffer, line.byteOffset, Math.min(line.length, 256)).toString("latin1");
    if (!isOpenLine) {
      if (/^\r?\n$/.test(start)) {
        cursor.skip(line.length);
        break;
      }
      const isFolded = lines.length > 0 && /^[ \t]/.test(start);
      // Left there by programs that put a mailbox's quoting into the message.
      const isEnvelope = /^>?From /.test(start);
      if (!isFolded && !isEnvelope && (isDelimiter(start.trimEnd()) || !isFieldLine(start))) break;
    }
    lines.push(Uint8Array.from(line));
    cursor.skip(line.length);
    bytes += line.length;
    isOpenLine = line.at(-1) !== 0x0a;
  }
  return new Header(lines);
}

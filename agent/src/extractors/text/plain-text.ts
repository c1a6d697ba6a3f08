import { isUtf8 } from "node:buffer";

/** As git does: a zero byte among the first 8,000 means that the file is no text. */
const SNIFF_BYTES = 8_000;

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** The encoding of a text by its first bytes, or null for a binary file. */
function sniffEncoding(head: Uint8Array): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (head.subarray(0, SNIFF_BYTES).includes(0)) return null;
  // The head may end inside a character: up to three bytes of it do not count.
  for (let cut = 0; cut <= Math.min(3, head.length); cut++)
    if (isUtf8(head.subarray(0, head.length - cut))) return "utf-8";
  return "windows-1252";
}

/** Whether a file that begins with these bytes is text. */
export function isText(head: Uint8Array): boolean {
  return sniffEncoding(head) !== null;
}

/** The text of bytes that are there whole; null for a binary file. */
export function decodeWhole(bytes: Uint8Array): string | null {
  const encoding = sniffEncoding(bytes);
  return encoding && new TextDecoder(encoding).decode(bytes);
}

/**
 * Decodes a text's bytes as they come, without its byte order mark; `head` is the first piece, which tells the encoding.
 * Bytes that do not fit it become U+FFFD: a damaged file is scanned, not skipped. Null for a binary file.
 */
export function decodeText(
  pieces: AsyncIterable<Uint8Array>,
  head: Uint8Array,
): AsyncGenerator<string, void, undefined> | null {
  const encoding = sniffEncoding(head);
  return encoding && decode(new TextDecoder(encoding), pieces);
}

async function* decode(
  decoder: InstanceType<typeof TextDecoder>,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  for await (const bytes of pieces) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

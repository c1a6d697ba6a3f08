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

/** The same for a text that is there whole. */
export function decodeWhole(bytes: Uint8Array): string | null {
  const encoding = sniffEncoding(bytes);
  return encoding && new TextDecoder(encoding).decode(bytes);
}

/**
 * Decodes a text's bytes as they come, without its byte order mark. Bytes that do not fit the encoding become U+FFFD: a
 * damaged file is scanned, not skipped. Returns null for a binary file.
 */
export function decodeText(
  head: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<string, void, undefined> | null {
  const encoding = sniffEncoding(head);
  return encoding && pieces(new TextDecoder(encoding), head, rest);
}

async function* pieces(
  decoder: InstanceType<typeof TextDecoder>,
  head: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  yield decoder.decode(head, { stream: true });
  for await (const bytes of rest) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

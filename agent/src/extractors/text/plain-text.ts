import { isAscii } from "node:buffer";
import { decodeUtf32, encodingOf } from "./text-encoding.ts";

export { isText } from "./text-encoding.ts";

/** Turns the pieces of a text's bytes into characters. Without bytes, it gives what is left at the end. */
interface Decoder {
  decode(bytes?: Uint8Array, options?: { stream: boolean }): string;
}

/** The text of bytes that are there whole, or of the first of them; null for a binary file. */
export function decodeWhole(bytes: Uint8Array, isWhole = true): string | null {
  const encoding = encodingOf(bytes, isWhole);
  return encoding && decoderOf(encoding).decode(bytes);
}

/**
 * Decodes a text's bytes as they come, without its byte order mark; `head` is the first piece, which tells the encoding.
 * Bytes that do not fit it become U+FFFD: a damaged file is scanned, not skipped. Null for a binary file.
 */
export function decodeText(
  pieces: AsyncIterable<Uint8Array>,
  head: Uint8Array,
): AsyncGenerator<string, void, undefined> | null {
  const encoding = encodingOf(head);
  return encoding === null ? null : decode(encoding, isAscii(head), pieces);
}

/** While all is ASCII, the first piece that is more tells the encoding. */
async function* decode(
  encoding: string,
  isOpen: boolean,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  let decoder: Decoder | null = isOpen && encoding === "utf-8" ? null : decoderOf(encoding);
  for await (const bytes of pieces) {
    if (!decoder && !isAscii(bytes)) decoder = decoderOf(encodingOf(bytes) ?? encoding);
    if (decoder) yield decoder.decode(bytes, { stream: true });
    else yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  }
  if (decoder) yield decoder.decode();
}

function decoderOf(encoding: string): Decoder {
  return encoding.startsWith("utf-32")
    ? new Utf32Decoder(encoding === "utf-32le")
    : new TextDecoder(encoding);
}

/** `TextDecoder` for what the Encoding Standard leaves out. */
class Utf32Decoder implements Decoder {
  readonly #littleEndian: boolean;
  #rest: Uint8Array = new Uint8Array(0);
  #isStart = true;

  constructor(littleEndian: boolean) {
    this.#littleEndian = littleEndian;
  }

  decode(bytes: Uint8Array = new Uint8Array(0)): string {
    const all = this.#rest.length > 0 ? Buffer.concat([this.#rest, bytes]) : bytes;
    const whole = all.length & ~3;
    this.#rest = all.slice(whole);
    const text = decodeUtf32(all.subarray(0, whole), this.#littleEndian);
    const marked = this.#isStart && text.startsWith("\ufeff");
    if (whole > 0) this.#isStart = false;
    return marked ? text.slice(1) : text;
  }
}

import { decodeText } from "../text/plain-text.ts";
import { decodeUtf7 } from "./utf7.ts";

/** Names that mail uses and the Encoding Standard does not list. */
const ALIASES: Record<string, string> = {
  cp932: "shift_jis",
  "x-sjis": "shift_jis",
  cp936: "gbk",
  cp949: "euc-kr",
  cp950: "big5",
  cp850: "windows-1252",
  cp437: "windows-1252",
  "ansi-1252": "windows-1252",
  "iso-8859-1-windows-1252": "windows-1252",
  "utf-8-sig": "utf-8",
};
const UTF_7 = /^(?:unicode-1-1-)?utf-?7(?:-imap)?$/;
/** What a text without a charset is, or one that is wrong more often than not: its bytes tell. */
const ANY = new Set([
  "",
  "us-ascii",
  "ascii",
  "utf-8",
  "utf8",
  "unknown-8bit",
  "x-unknown",
  "binary",
  "default",
]);

/** The charset as `TextDecoder` calls it, or `utf-7`; null where the bytes shall tell, or nobody knows the name. */
function encodingNamed(charset: string): string | null {
  const name = charset
    .trim()
    .toLowerCase()
    .replace(/^['"]+|['"]+$/g, "");
  if (ANY.has(name)) return null;
  if (UTF_7.test(name)) return "utf-7";
  try {
    return new TextDecoder(ALIASES[name] ?? name).encoding;
  } catch {
    return null;
  }
}

/** Decodes bytes that are there whole; what does not fit the charset becomes U+FFFD. */
export function decodeBytes(bytes: Uint8Array, charset: string): string {
  const encoding = encodingNamed(charset);
  if (encoding === "utf-7") return decodeUtf7(Buffer.from(bytes).toString("latin1"));
  if (encoding !== null) return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Decodes bytes as they come. */
export async function* decodePieces(
  pieces: AsyncGenerator<Uint8Array, void, undefined>,
  charset: string,
): AsyncGenerator<string, void, undefined> {
  const encoding = encodingNamed(charset);
  if (encoding === "utf-7") yield* decodeUtf7Pieces(pieces);
  else if (encoding !== null) yield* decodeWith(new TextDecoder(encoding), pieces);
  else {
    const first = await pieces.next();
    if (first.done === true) return;
    const all = (async function* () {
      yield first.value;
      yield* pieces;
    })();
    yield* decodeText(all, first.value) ?? decodeWith(new TextDecoder(), all);
  }
}

/** The same bytes in UTF-8, where their charset is said to be another: what reads the file cannot know that. */
export function toUtf8(
  pieces: AsyncGenerator<Uint8Array, void, undefined>,
  charset: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (encodingNamed(charset) === null) return pieces;
  return (async function* () {
    for await (const text of decodePieces(pieces, charset)) if (text !== "") yield Buffer.from(text);
  })();
}

async function* decodeWith(
  decoder: InstanceType<typeof TextDecoder>,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  for await (const bytes of pieces) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

const MAX_HELD_CHARS = 4_096;

async function* decodeUtf7Pieces(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  let held = "";
  for await (const bytes of pieces) {
    const text = held + Buffer.from(bytes).toString("latin1");
    // A shifted run may go on in the next piece.
    const shift = /\+[A-Za-z0-9+/]*$/.exec(text.slice(-MAX_HELD_CHARS));
    const end = text.length - (shift?.[0].length ?? 0);
    held = text.slice(end);
    yield decodeUtf7(text.slice(0, end));
  }
  yield decodeUtf7(held);
}

import { isUtf8 } from "node:buffer";
import { analyse } from "chardet";

/** As git does: what tells a binary file stands among the first 8,000 bytes. */
const SNIFF_BYTES = 8_000;
const ESCAPE_SEARCH_BYTES = 64 * 1024;
/** A text in an encoding of one's own has no more control characters than this; noise has one in ten. */
const MOST_CONTROLS = 0.04;
const GUESS_BYTES = 32 * 1024;
const GUESS_LINE_BYTES = 2 * 1024;
/** What XML, HTML, style sheets, mail and some programming languages say of their encoding at their beginning. */
const DECLARED = /(?:encoding|charset|coding)["']?\s{0,4}[:=]\s{0,4}["']?([A-Za-z][\w.:-]{1,30})/i;
const DECLARED_WITHIN = 1_024;
/** Below this, `chardet` has seen too little to tell: then it is what most such files are. */
const LEAST_CERTAIN = 15;
const USUAL = "windows-1252";
/** The escapes by which ISO-2022-JP turns to two bytes a character; all its bytes are ASCII. */
const JAPANESE_ESCAPES = ["\u001b$B", "\u001b$@"];

/** Whether a file that begins with these bytes is text. */
export function isText(head: Uint8Array): boolean {
  const sample = head.subarray(0, SNIFF_BYTES);
  if (unicodeByMark(head) !== null) return true;
  if (sample.includes(0)) return unicodeByZeros(sample) !== null;
  return isCutUtf8(sample) || !isNoise(sample);
}

/**
 * The encoding of a text by its first bytes, as `TextDecoder` calls it, or `utf-32le` or `utf-32be`, which it does not know.
 * Null for a binary file. `isWhole`: the text does not go on, so that it ends with a whole character. Most texts are UTF-8, and that they are is told first.
 */
export function encodingOf(head: Uint8Array, isWhole = false): string | null {
  const marked = unicodeByMark(head);
  if (marked !== null) return marked;
  const sample = head.subarray(0, SNIFF_BYTES);
  if (sample.includes(0)) return unicodeByZeros(sample);
  if (isWhole ? isUtf8(head) : isCutUtf8(head))
    return head.includes(0x1b) && turnsJapanese(head) ? "iso-2022-jp" : "utf-8";
  if (isNoise(sample)) return isCutUtf8(sample) ? "utf-8" : null;
  return guess(head);
}

function unicodeByMark(head: Uint8Array): string | null {
  const [a, b, c, d] = head;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && head.length >= 4 ? "utf-32le" : "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? "utf-32be" : null;
}

/** The head may end inside a character: up to three bytes of it do not count. */
function isCutUtf8(head: Uint8Array): boolean {
  for (let cut = 0; cut <= Math.min(3, head.length); cut++)
    if (isUtf8(head.subarray(0, head.length - cut))) return true;
  return false;
}

/** Letters of most scripts, digits, signs and blanks; what no text holds in plenty has a class of its own. */
const NO_TEXT = /[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\p{Cf}\t\n\f\r]/u;
/** Blanks, digits and Latin letters have a zero byte; a text without any of them is too short to tell. */
const LEAST_ZEROS = 0.05;
const LEAST_ALPHABETIC = 0.7;

/** Unicode without a byte order mark: zero bytes stand on the one side of each character only, and all of it reads as text. */
function unicodeByZeros(sample: Uint8Array): string | null {
  const bytes = sample.subarray(0, sample.length & ~3);
  const quads = bytes.length / 4;
  if (quads < 2) return null;
  const zeros = [0, 0, 0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i & 3] = (zeros[i & 3] ?? 0) + 1;
  const [first = 0, second = 0, third = 0, fourth = 0] = zeros;
  if (fourth === quads && third > quads / 2 && first < quads / 2) return readsAs("utf-32le", bytes);
  if (first === quads && second > quads / 2 && fourth < quads / 2) return readsAs("utf-32be", bytes);
  const even = first + third;
  const odd = second + fourth;
  const least = quads * 2 * LEAST_ZEROS;
  if (even === 0 && odd >= least) return readsAs("utf-16le", bytes);
  if (odd === 0 && even >= least) return readsAs("utf-16be", bytes);
  return null;
}

function readsAs(encoding: string, bytes: Uint8Array): string | null {
  const text = encoding.startsWith("utf-32")
    ? decodeUtf32(bytes, encoding === "utf-32le")
    : new TextDecoder(encoding).decode(wholeUnits(bytes, encoding));
  if (text.includes("\ufffd") || NO_TEXT.test(text)) return null;
  // Two letters of ASCII, read as one character, are an ideograph.
  return text.replace(/[\u3000-\uffff]/g, "").length >= text.length * LEAST_ALPHABETIC ? encoding : null;
}

/** Without a first half of a surrogate pair at the end. */
function wholeUnits(bytes: Uint8Array, encoding: string): Uint8Array {
  const high = (encoding === "utf-16le" ? bytes.at(-1) : bytes.at(-2)) ?? 0;
  return high >= 0xd8 && high < 0xdc ? bytes.subarray(0, -2) : bytes;
}

/** Characters of UTF-32; what is none becomes U+FFFD. */
export function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let text = "";
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, littleEndian);
    const isCharacter = code < 0x11_0000 && (code < 0xd800 || code > 0xdfff);
    text += String.fromCodePoint(isCharacter ? code : 0xfffd);
  }
  return text;
}

/** Compressed or encrypted bytes, as they come where no zero byte happens to be among them. */
function isNoise(sample: Uint8Array): boolean {
  let controls = 0;
  for (const byte of sample)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b)
      controls++;
  return controls > sample.length * MOST_CONTROLS;
}

function turnsJapanese(head: Uint8Array): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, ESCAPE_SEARCH_BYTES));
  return JAPANESE_ESCAPES.some((escape) => bytes.includes(escape, 0, "latin1"));
}

/** As the text itself says, or by the statistics of languages, on the lines that hold more than ASCII. */
function guess(head: Uint8Array): string {
  const start = Buffer.from(head.subarray(0, DECLARED_WITHIN)).toString("latin1");
  const declared = labelled(DECLARED.exec(start)?.[1] ?? "");
  if (declared !== null && !declared.startsWith("utf-")) return declared;
  const [best] = analyse(linesBeyondAscii(head));
  if (!best || best.confidence < LEAST_CERTAIN || /^(?:ascii|utf-(?:16|32))/i.test(best.name)) return USUAL;
  return labelled(best.name) ?? USUAL;
}

/** The encoding of this name; null if there is none. */
function labelled(name: string): string | null {
  try {
    return name === "" ? null : new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

function linesBeyondAscii(head: Uint8Array): Uint8Array {
  const lines: Uint8Array[] = [];
  let bytes = 0;
  for (let at = 0; at < head.length && bytes < GUESS_BYTES; at++) {
    if ((head[at] ?? 0) < 0x80) continue;
    const start = Math.max(head.lastIndexOf(0x0a, at) + 1, at - GUESS_LINE_BYTES);
    const lineEnd = head.indexOf(0x0a, at);
    const end = Math.min(lineEnd < 0 ? head.length : lineEnd + 1, start + 2 * GUESS_LINE_BYTES);
    lines.push(head.subarray(start, end));
    bytes += end - start;
    at = end - 1;
  }
  return Buffer.concat(lines);
}

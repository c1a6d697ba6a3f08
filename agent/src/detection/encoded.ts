/** A stretch of the text that stands for another text. */
export interface Encoded {
  start: number;
  end: number;
  decoded: string;
  how: "base64" | "URL encoding";
}

const MIN_BASE64 = 32;
/** A scan in windows sees matches of up to 16 KiB whole. */
const MAX_BASE64 = 12 * 1024;
/** Of a decoded text, so many characters are looked at to tell whether it is one. */
const LOOK_CHARS = 48;
const MAX_URL = 2_000;

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** By UTF-16 unit: what a character of base64 stands for plus one, in the usual alphabet and in that for file names; else 0. */
const BASE64 = (() => {
  const values = new Uint8Array(0x1_0000);
  for (let i = 0; i < ALPHABET.length; i++) values[ALPHABET.charCodeAt(i)] = i + 1;
  values["-".charCodeAt(0)] = 63;
  values["_".charCodeAt(0)] = 64;
  return values;
})();

/** Base64 and URL-encoded stretches that hold readable text, decoded once. `units` are the text's; `hasUrls`: it holds
 * `ENCODED_URL`. */
export function* encodedStretches(
  text: string,
  units: Uint16Array,
  hasUrls: boolean,
): Generator<Encoded, void, undefined> {
  yield* base64Stretches(text, units);
  if (hasUrls) yield* urlStretches(text);
}

/** Looks at what would be the last character of the shortest run: most often what follows the last gap before it is next. */
function* base64Stretches(text: string, units: Uint16Array): Generator<Encoded, void, undefined> {
  const { length } = text;
  for (let start = 0; start + MIN_BASE64 <= length;) {
    let gap = start + MIN_BASE64 - 1;
    while (gap >= start && BASE64[units[gap] as number] !== 0) gap--;
    if (gap >= start) {
      start = gap + 1;
      continue;
    }
    let end = start + MIN_BASE64;
    while (end < length && BASE64[units[end] as number] !== 0) end++;
    if (end - start <= MAX_BASE64 && mayBeReadable(units, start)) {
      const decoded = decodeBase64(text.slice(start, end));
      if (decoded !== null) yield { start, end, decoded, how: "base64" };
    }
    start = end + 1;
  }
}

/** Three bytes tell nearly all runs that hold no text: identifiers, hashes, keys. */
function mayBeReadable(units: Uint16Array, start: number): boolean {
  let bits = 0;
  for (let i = start; i < start + 4; i++) bits = (bits << 6) | ((BASE64[units[i] as number] as number) - 1);
  const [first, second, third] = [bits >>> 16, (bits >>> 8) & 0xff, bits & 0xff];
  return isTextByte(first) && ((isTextByte(second) && isTextByte(third)) || second === 0);
}

const isTextByte = (byte: number) =>
  (byte >= 0x20 && byte <= 0x7e) || byte === 0x09 || byte === 0x0a || byte === 0x0d;

function decodeBase64(run: string): string | null {
  // A token of JSON parts speaks for itself, and numbers and words of one case are none.
  if (run.startsWith("eyJ") || !/[A-Z]/.test(run) || !/[a-z]/.test(run)) return null;
  const head = Buffer.from(run.slice(0, LOOK_CHARS), "base64");
  const wide = head.length > 8 && head[1] === 0 && head[3] === 0 && head[5] === 0;
  if (!isReadable(head.toString(wide ? "utf16le" : "latin1"))) return null;
  return Buffer.from(run, "base64").toString(wide ? "utf16le" : "utf8");
}

/** Random bytes hold a control character, or one beyond ASCII, within a few. */
function isReadable(text: string): boolean {
  return text.length >= 12 && !/[^\t\n\r\x20-\x7e]/.test(text);
}

/** `://`, in small letters. */
export const ENCODED_URL = "%3a%2f%2f";
const ENCODED_URLS = new RegExp(ENCODED_URL, "gi");
const NOT_IN_URL = /[^\w%.~+*!'()-]/;

/** Addresses within addresses: `…?dsn=postgres%3A%2F%2Fuser%3Apassword%40host`. */
function* urlStretches(text: string): Generator<Encoded, void, undefined> {
  let last = 0;
  for (const { index } of text.matchAll(ENCODED_URLS)) {
    if (index < last) continue;
    let start = index;
    while (start > Math.max(last, index - 64) && !NOT_IN_URL.test(text[start - 1] ?? " ")) start--;
    let end = index;
    while (end < Math.min(text.length, index + MAX_URL) && !NOT_IN_URL.test(text[end] ?? " ")) end++;
    last = end;
    try {
      yield { start, end, decoded: decodeURIComponent(text.slice(start, end)), how: "URL encoding" };
    } catch {
      // Not URL-encoded after all.
    }
  }
}

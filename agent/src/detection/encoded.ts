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
/** Half of the shortest run: whatever is longer than a run's minimum holds two places of this distance. */
const STEP = MIN_BASE64 / 2;
/** Of a decoded text, so many characters are looked at to tell whether it is one. */
const LOOK_CHARS = 48;
const MAX_URL = 2_000;

/** 1 for what base64 holds, of the usual alphabet and of that for file names. */
const BASE64 = (() => {
  const set = new Uint8Array(0x1_0000);
  for (const c of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_")
    set[c.charCodeAt(0)] = 1;
  return set;
})();

/** Base64 and URL-encoded stretches that hold readable text, decoded once. `units` are the text's. */
export function* encodedStretches(text: string, units: Uint16Array): Generator<Encoded, void, undefined> {
  yield* base64Stretches(text, units);
  yield* urlStretches(text);
}

/** Looks at every sixteenth character only, until two in a row may belong to a long run. */
function* base64Stretches(text: string, units: Uint16Array): Generator<Encoded, void, undefined> {
  const { length } = text;
  for (let at = STEP; at + STEP < length;) {
    if (BASE64[units[at] as number] !== 1 || BASE64[units[at + STEP] as number] !== 1) {
      at += STEP;
      continue;
    }
    let start = at + STEP;
    while (start > 0 && BASE64[units[start - 1] as number] === 1 && at - start < MAX_BASE64) start--;
    if (start > at) {
      at += STEP;
      continue;
    }
    let end = at + STEP;
    while (end < length && BASE64[units[end] as number] === 1) end++;
    if (end - start >= MIN_BASE64 && end - start <= MAX_BASE64) {
      const decoded = decodeBase64(text.slice(start, end));
      if (decoded !== null) yield { start, end, decoded, how: "base64" };
    }
    at = end + STEP;
  }
}

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

const ENCODED_URL = /%3a%2f%2f/gi;
const NOT_IN_URL = /[^\w%.~+*!'()-]/;

/** Addresses within addresses: `…?dsn=postgres%3A%2F%2Fuser%3Apassword%40host`. */
function* urlStretches(text: string): Generator<Encoded, void, undefined> {
  if (!text.includes("%3A%2F%2F") && !text.includes("%3a%2f%2f")) return;
  let last = 0;
  for (const { index } of text.matchAll(ENCODED_URL)) {
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

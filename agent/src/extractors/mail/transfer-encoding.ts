type Pieces = AsyncGenerator<Uint8Array, void, undefined>;

/** Undoes a body's transfer encoding (RFC 2045, 6) as its bytes come; null where it is one that nobody knows. */
export function decodeTransfer(encoding: string, pieces: Pieces): Pieces | null {
  if (encoding === "base64") return decodeBase64(pieces);
  if (encoding === "quoted-printable") return decodeQuotedPrintable(pieces);
  if (/^(?:x-)?uu(?:e|encode|encoded)?$/.test(encoding)) return null;
  // 7bit, 8bit and binary are the bytes as they are, and so is what is misspelt.
  return pieces;
}

/** What is no base64 is passed over, as RFC 2045 wants it; padding in the middle begins anew. */
async function* decodeBase64(pieces: Pieces): Pieces {
  let held = "";
  for await (const piece of pieces) {
    const text = held + Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString("latin1");
    const groups = text.replace(/[^A-Za-z0-9+/=]+/g, "").split(/=+/);
    const last = groups.pop() ?? "";
    const whole = last.length & ~3;
    held = last.slice(whole);
    groups.push(last.slice(0, whole));
    for (const group of groups) if (group.length > 1) yield Buffer.from(group, "base64");
  }
  if (held.length > 1) yield Buffer.from(held, "base64");
}

const EQUALS = 0x3d;
const LONGEST_BREAK = 64;

async function* decodeQuotedPrintable(pieces: Pieces): Pieces {
  let held: Uint8Array = new Uint8Array(0);
  for await (const piece of pieces) {
    const bytes = held.length > 0 ? Buffer.concat([held, piece]) : piece;
    // An escape, or a line break with blanks before it, may go on in the next piece.
    const escape = bytes.lastIndexOf(EQUALS);
    const isOpen = escape >= 0 && bytes.length - escape < LONGEST_BREAK && !isWhole(bytes.subarray(escape));
    const end = isOpen ? escape : bytes.length;
    held = bytes.slice(end);
    if (end > 0) yield quotedPrintable(bytes.subarray(0, end), false);
  }
  if (held.length > 0) yield quotedPrintable(held);
}

/** Whether the escape that these bytes begin with ends among them. */
function isWhole(bytes: Uint8Array): boolean {
  for (let at = 1; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x0a) return true;
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return bytes.length > 2;
  }
  return false;
}

/** Decodes bytes; what is no escape stays as it is. `isLast`: an equals sign at their end is a soft line break. */
export function quotedPrintable(bytes: Uint8Array, isLast = true): Uint8Array {
  const decoded = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  let at = 0;
  while (at < bytes.length) {
    const escape = bytes.indexOf(EQUALS, at);
    const end = escape < 0 ? bytes.length : escape;
    decoded.set(bytes.subarray(at, end), length);
    length += end - at;
    at = end;
    if (escape < 0) break;
    const high = hexDigit(bytes[at + 1]);
    const low = hexDigit(bytes[at + 2]);
    if (high >= 0 && low >= 0) {
      decoded[length++] = high * 16 + low;
      at += 3;
    } else {
      const next = softBreakEnd(bytes, at + 1, isLast);
      if (next < 0) decoded[length++] = EQUALS;
      at = next < 0 ? at + 1 : next;
    }
  }
  return decoded.subarray(0, length);
}

/** Where the line behind a soft line break begins; -1 where there is none. */
function softBreakEnd(bytes: Uint8Array, from: number, isLast: boolean): number {
  let at = from;
  while (at < bytes.length && at - from < LONGEST_BREAK && (bytes[at] === 0x20 || bytes[at] === 0x09)) at++;
  if (at === bytes.length) return isLast ? at : -1;
  if (bytes[at] === 0x0d && bytes[at + 1] === 0x0a) return at + 2;
  return bytes[at] === 0x0a || bytes[at] === 0x0d ? at + 1 : -1;
}

function hexDigit(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

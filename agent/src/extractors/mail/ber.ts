/** An element of BER or DER (X.690): what stands between its header and its end. */
export interface BerElement {
  /** Identifier octet without the bit that says whether it is made of others. */
  tag: number;
  isConstructed: boolean;
  start: number;
  end: number;
  /** Where the next element begins. */
  next: number;
}

export const BER = { octetString: 0x04, objectIdentifier: 0x06, sequence: 0x10, explicit0: 0x80 } as const;
const CONSTRUCTED = 0x20;
const MAX_DEPTH = 64;

/** The element that begins at `at`; null where there is none, or it goes past `limit`. */
export function berElement(bytes: Uint8Array, at: number, limit: number, depth = 0): BerElement | null {
  const identifier = bytes[at];
  const first = bytes[at + 1];
  // Tags of several octets are in no message.
  if (identifier === undefined || first === undefined || (identifier & 0x1f) === 0x1f || at + 2 > limit)
    return null;
  const isConstructed = (identifier & CONSTRUCTED) !== 0;
  const element = { tag: identifier & ~CONSTRUCTED, isConstructed };
  if (first === 0x80) {
    const start = at + 2;
    const end = isConstructed && depth < MAX_DEPTH ? endOfContents(bytes, start, limit, depth + 1) : null;
    return end === null ? null : { ...element, start, end, next: Math.min(limit, end + 2) };
  }
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 6) return null;
  let length = lengthBytes === 0 ? first : 0;
  for (let i = 0; i < lengthBytes; i++) length = length * 256 + (bytes[at + 2 + i] ?? 0);
  const start = at + 2 + lengthBytes;
  // What is cut off is read as far as it goes.
  const end = Math.min(limit, start + length);
  return start > limit ? null : { ...element, start, end, next: end };
}

/** The elements that one is made of. */
export function* berChildren(bytes: Uint8Array, parent: BerElement): Generator<BerElement, void, undefined> {
  for (let at = parent.start; at < parent.end;) {
    const child = berElement(bytes, at, parent.end);
    if (!child) return;
    yield child;
    at = child.next;
  }
}

/** The octets of a string, which may come in pieces. */
export function* octets(
  bytes: Uint8Array,
  string: BerElement,
  depth = 0,
): Generator<Uint8Array, void, undefined> {
  if (!string.isConstructed) yield bytes.subarray(string.start, string.end);
  else if (depth < MAX_DEPTH)
    for (const piece of berChildren(bytes, string)) yield* octets(bytes, piece, depth + 1);
}

/** Where an element without a length ends: before two zero octets. */
function endOfContents(bytes: Uint8Array, start: number, limit: number, depth: number): number | null {
  for (let at = start; at < limit;) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) return at;
    const child = berElement(bytes, at, limit, depth);
    if (!child) return null;
    at = child.next;
  }
  return limit;
}

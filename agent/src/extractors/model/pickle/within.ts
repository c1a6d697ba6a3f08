/** What formats begin with that may stand in a pickle's bytes, or behind it, and that the scan reads. */
const MAGICS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 3, 4], // ZIP
  [0x1f, 0x8b, 8], // gzip
  [0x42, 0x5a, 0x68], // bzip2
  [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], // XZ
  [0x28, 0xb5, 0x2f, 0xfd], // Zstandard
  [0x04, 0x22, 0x4d, 0x18], // LZ4
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], // 7z
  [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59], // NumPy
  [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a], // HDF5
];
const BASE64 = /^[A-Za-z0-9+/_-]{24,}={0,2}$/;
const MAX_BASE64_CHARS = 8 * 1024 * 1024;

export function isKnownFile(head: Uint8Array): boolean {
  return MAGICS.some((magic) => magic.every((byte, at) => head[at] === byte)) || isZlib(head);
}

/** The two bytes that zlib begins with (RFC 1950, section 2.2), for the levels that it is used with. */
export function isZlib(head: Uint8Array): boolean {
  const [first = 0, second = 0] = head;
  return first === 0x78 && (first * 256 + second) % 31 === 0 && (second & 0x20) === 0;
}

/** Whether the bytes begin with the head of a pickle of protocol 2 or later. */
export const hasPickleHead = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x80 && (bytes[1] ?? 0) >= 2 && (bytes[1] ?? 9) <= 5;

/** The bytes of a text in base64 that is itself a pickle or a compressed file; null for any other text. */
export function fromBase64(text: string): Buffer | null {
  const isPossible = text.length >= 24 && text.length <= MAX_BASE64_CHARS && !text.slice(0, 24).includes(" ");
  if (!isPossible) return null;
  const packed = text.includes("\n") ? text.replace(/[\r\n]+/g, "") : text;
  const start = Buffer.from(packed.slice(0, 16), "base64");
  if (!hasPickleHead(start) && !isKnownFile(start)) return null;
  return BASE64.test(packed) ? Buffer.from(packed, "base64") : null;
}

/** Whether a string reads as text. Arrays are kept as strings too, a byte a character. */
export function isReadable(text: string): boolean {
  let strange = 0;
  const length = Math.min(text.length, 512);
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (
      (code < 0x20 && code !== 9 && code !== 10 && code !== 13) ||
      (code >= 0x7f && code < 0xa0) ||
      code === 0xfffd
    )
      strange++;
  }
  return strange * 20 <= length;
}

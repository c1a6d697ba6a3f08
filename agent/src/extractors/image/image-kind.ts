const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0));

/** What pictures begin with; the number is the offset. From the formats' own specifications. */
const MAGICS: readonly (readonly [kind: string, at: number, magic: readonly number[]])[] = [
  ["JPEG", 0, [0xff, 0xd8, 0xff]],
  ["PNG", 0, [0x89, ...ascii("PNG\r\n")]],
  ["GIF", 0, ascii("GIF8")],
  ["TIFF", 0, [...ascii("II"), 42, 0]],
  ["TIFF", 0, [...ascii("MM"), 0, 42]],
  ["TIFF", 0, [...ascii("II"), 43, 0]],
  ["WebP", 8, ascii("WEBP")],
  ["AVIF", 4, ascii("ftypavif")],
  ["HEIC", 4, ascii("ftyphei")],
  ["HEIC", 4, ascii("ftyphev")],
  ["HEIC", 4, ascii("ftypmif1")],
  ["HEIC", 4, ascii("ftypmsf1")],
  ["JPEG XL", 0, [0xff, 0x0a]],
  ["JPEG XL", 0, [0, 0, 0, 12, ...ascii("JXL ")]],
  ["JPEG 2000", 0, [0, 0, 0, 12, ...ascii("jP  ")]],
  ["JPEG 2000", 0, [0xff, 0x4f, 0xff, 0x51]],
  ["PSD", 0, [...ascii("8BPS"), 0]],
];
/** `BM` is two letters of any text: the header's size says more. */
const BMP_HEADERS = new Set([12, 40, 52, 56, 64, 108, 124]);

/** Kinds that the image library has no decoder for; the first one it may know but for what phones make of it, H.265. */
export const UNREADABLE = new Set(["HEIC", "JPEG XL", "JPEG 2000", "PSD"]);

export function imageKind(head: Uint8Array): string | null {
  for (const [kind, at, magic] of MAGICS)
    if (magic.every((byte, index) => head[at + index] === byte)) return kind;
  const isBmp = head[0] === 0x42 && head[1] === 0x4d && head[15] === 0 && head[16] === 0;
  return isBmp && BMP_HEADERS.has(head[14] ?? 0) ? "BMP" : null;
}

/** Files in Base64 (RFC 4648): how text columns keep them. */

const LEAST_CHARS = 64;
/** What the first bytes of documents and pictures are in Base64. */
const BEGINNINGS: readonly string[] = [
  "JVBERi0", // %PDF-
  "UEsDB", // PK, of ZIP and of Office
  "0M8R4KGx", // OLE, of older Office and of mail
  "/9j/", // JPEG
  "iVBORw0KGgo", // PNG
  "R0lGOD", // GIF
  "SUkqA", // TIFF
  "UklGR", // WebP
  "H4sI", // gzip
  "e1xydGY", // RTF
];
const DATA_URI = /^data:[\w.+/-]{0,100}(?:;[\w-]{1,40}=[^;,]{1,80}){0,4};base64,/i;
const FIRST = new Set(["d", ...BEGINNINGS.map((text) => text[0])].map((letter) => letter?.charCodeAt(0)));
const BASE64 = /^[A-Za-z\d+/\s]+={0,2}\s*$/;

/** Whether a value that begins with this character may be one. */
export const mayBeFile = (unit: number, chars: number): boolean => chars >= LEAST_CHARS && FIRST.has(unit);

/** The file; null where the text is none. */
export function encodedFile(text: string): Uint8Array | null {
  if (text.length < LEAST_CHARS) return null;
  const uri = text.startsWith("data:") ? (DATA_URI.exec(text)?.[0].length ?? 0) : 0;
  if (uri === 0 && !BEGINNINGS.some((beginning) => text.startsWith(beginning))) return null;
  const encoded = uri === 0 ? text : text.slice(uri);
  return BASE64.test(encoded) ? Buffer.from(encoded, "base64") : null;
}

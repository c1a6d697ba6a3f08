export interface NumpyHeader {
  /** Where the items begin. */
  dataAt: number;
  /** The items are Python objects: a pickle. */
  isObject: boolean;
  /** Texts of a fixed length; null for numbers. */
  text: { kind: "S" | "U"; bytes: number; isBig: boolean } | null;
}

const MAX_HEADER_BYTES = 64 * 1024 - 16;
/** The header is a Python literal with exactly these keys, in this order since NumPy writes them. */
const LITERAL =
  /^\s*\{\s*'descr'\s*:\s*(?<descr>'[^'\\\n]{1,64}'|\[[^\n]*\])\s*,\s*'fortran_order'\s*:\s*(?:True|False)\s*,\s*'shape'\s*:\s*\((?<shape>[\d\sL,]*)\)\s*,?\s*\}\s*$/;
const DESCR_TUPLES = /^[[\](),\s\d'"\w|<>=?.:+/\- ]*$/;

/** Reads the header; null where it is none. Nothing in it is evaluated. */
export function numpyHeader(head: Uint8Array): NumpyHeader | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  const version = bytes[6] ?? 0;
  if (version < 1 || version > 3 || bytes.length < 12) return null;
  const start = version === 1 ? 10 : 12;
  const length = version === 1 ? bytes.readUInt16LE(8) : bytes.readUInt32LE(8);
  if (length > MAX_HEADER_BYTES || start + length > bytes.length) return null;
  const { descr } = LITERAL.exec(bytes.toString("utf8", start, start + length))?.groups ?? {};
  if (descr === undefined) return null;
  const dataAt = start + length;
  if (descr.startsWith("[")) {
    if (!DESCR_TUPLES.test(descr)) return null;
    return { dataAt, isObject: /'[|<>=]?O\d*'/.test(descr), text: null };
  }
  const [, order, kind, size = ""] = /^'([|<>=]?)([A-Za-z?])(\d*)(?:\[[^\]]*\])?'$/.exec(descr) ?? [];
  if (kind === undefined) return null;
  const items = Number(size) * (kind === "U" ? 4 : 1);
  const text =
    (kind === "S" || kind === "U") && items > 0 ? { kind, bytes: items, isBig: order === ">" } : null;
  return { dataAt, isObject: kind === "O", text: text as NumpyHeader["text"] };
}

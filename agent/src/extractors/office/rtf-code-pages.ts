/** Encodings by Windows' code pages, where `windows-` and the number is not their name. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  // DOS pages have no decoder here; letters of Western languages are mostly lost either way.
  437: "windows-1252",
  850: "windows-1252",
  866: "ibm866",
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  1361: "euc-kr",
  10_000: "macintosh",
  10_007: "x-mac-cyrillic",
  65_001: "utf-8",
};
/** Code pages by the character set of a font (RTF 1.9.1, `\fcharset`). */
const CHARSETS: Readonly<Record<number, number>> = {
  77: 10_000,
  128: 932,
  129: 949,
  130: 1361,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
};
type Decoder = InstanceType<typeof TextDecoder>;
const decoders = new Map<number, Decoder>();

export function codePageOfCharset(charset: number): number | undefined {
  return CHARSETS[charset];
}

/** Of a page that nobody knows it is the Western European one. */
export function decoderOf(codePage: number): Decoder {
  const known = decoders.get(codePage);
  if (known) return known;
  let decoder: Decoder;
  try {
    decoder = new TextDecoder(CODE_PAGES[codePage] ?? `windows-${codePage}`);
  } catch {
    decoder = new TextDecoder("windows-1252");
  }
  if (decoders.size < 64) decoders.set(codePage, decoder);
  return decoder;
}

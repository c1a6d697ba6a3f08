/** What Windows-1252, which MySQL calls latin1, has at 0x80 to 0x9F; where it has nothing, MySQL keeps the byte's own number. */
const AT_0X80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const BYTES: ReadonlyMap<string, number> = new Map([...AT_0X80].map((character, i) => [character, 0x80 + i]));
/** The beginning of a letter in UTF-8, read as two letters of latin1. */
const SUSPECT = new RegExp(`[\\u00c3-\\u00f4][\\u00a0-\\u00bf${AT_0X80}]`);
const UTF8 = new TextDecoder("utf-8", { fatal: true });

/**
 * UTF-8 that a program has stored as if it were latin1, as many an old one does: `RenÃ©e` for `Renée`. It is UTF-8 from end to end or it is
 * left as it is.
 */
export function withoutDoubleEncoding(text: string): string {
  if (!SUSPECT.test(text)) return text;
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const byte = code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : BYTES.get(text[i] ?? "");
    if (byte === undefined) return text;
    bytes[i] = byte;
  }
  try {
    return UTF8.decode(bytes);
  } catch {
    return text;
  }
}

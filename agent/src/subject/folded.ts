/** Letters with and without their marks, so that a name is found however it was typed. */

/** What has no mark that Unicode could take off. */
const BY_HAND: Readonly<Record<string, string>> = { ø: "o", đ: "d", ð: "d", ł: "l", ħ: "h", ı: "i", ŧ: "t" };
/** Two letters where one could not be typed. */
const SPELLED_OUT: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  å: "aa",
  æ: "ae",
  ø: "oe",
  œ: "oe",
  þ: "th",
  ĳ: "ij",
};

const baseOf = (letter: string): string => BY_HAND[letter] ?? letter.normalize("NFD").replace(/\p{M}+/gu, "");

/** By plain letter, all that are the same one with a mark. */
const MARKED: ReadonlyMap<string, string> = (() => {
  const marked = new Map<string, string>();
  for (const [from, to] of [
    [0xc0, 0x24f],
    [0x1e00, 0x1eff],
  ] as const)
    for (let code = from; code <= to; code++) {
      const letter = String.fromCodePoint(code).toLowerCase();
      const base = baseOf(letter);
      if (base === letter || !/^[a-z]$/.test(base)) continue;
      const known = marked.get(base) ?? "";
      if (!known.includes(letter)) marked.set(base, known + letter);
    }
  return marked;
})();

/** A pattern, for flags `iu`, that finds the text with any marks and apostrophes, or without. */
export function foldedPattern(text: string): string {
  return [...text.toLowerCase().normalize("NFC")]
    .map((letter) => {
      if (/['’‘`´]/.test(letter)) return "['’‘`´]?";
      const spelled = SPELLED_OUT[letter];
      const base = baseOf(letter);
      const marked = /^[a-z]$/.test(base)
        ? `[${base}${MARKED.get(base) ?? ""}]`
        : `(?:${[...new Set([letter, base].map(escaped))].join("|")})`;
      const plain = `${marked}\\p{M}*`;
      return spelled === undefined ? plain : `(?:${plain}|${spelled})`;
    })
    .join("");
}

/** For a pattern with the flag `u`, which takes no escape that is none. */
export const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

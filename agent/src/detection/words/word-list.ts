/** The words of a text, one list. Data files stay readable as lines of words. */
export function wordList(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

/** Small letters without accents: one key for `René`, `RENE` and `Yıldız`. */
export function fold(word: string): string {
  const small = word.toLowerCase();
  return /^[a-z]*$/.test(small)
    ? small
    : small
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .replace(/[ıłøđðþßœæ’]/g, (letter) => PLAIN[letter] ?? letter);
}

const PLAIN: Readonly<Record<string, string>> = {
  ı: "i",
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ß: "ss",
  œ: "oe",
  æ: "ae",
  "’": "'",
};

/** The language of a text, by its commonest words. Pure. */
export type Language = "nl" | "en" | "de" | "fr";

const WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: new Set(
    "de het een en van ik te dat die niet zijn wij uw je voor met als maar om hem zij worden wordt deze onze ook bij naar door over gegevens".split(
      " ",
    ),
  ),
  en: new Set(
    "the and of to in that is was for it with as his on be at by this had not are but from or have an they which our your we you".split(
      " ",
    ),
  ),
  de: new Set(
    "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass wir ihre oder".split(
      " ",
    ),
  ),
  fr: new Set(
    "le la les de des et un une du que est pour qui dans ce il pas plus par sur ne se vous votre nous nos avec sont aux ou vos".split(
      " ",
    ),
  ),
};
const MIN_WORDS = 12;
const MAX_CHARS = 20_000;

/** Null where there is too little to tell. */
export function languageOf(text: string): Language | null {
  const words =
    text
      .slice(0, MAX_CHARS)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (words.length < MIN_WORDS) return null;
  const scores = (Object.keys(WORDS) as Language[]).map((language) => ({
    language,
    share: words.filter((word) => WORDS[language].has(word)).length / words.length,
  }));
  const [best, next] = scores.toSorted((a, b) => b.share - a.share);
  return best && next && best.share >= 0.1 && best.share > next.share * 1.2 ? best.language : null;
}

export const LANGUAGES = ["en", "nl"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in its own language, so that a reader who ended up in the wrong one finds the way out. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: "English", nl: "Nederlands" };

/** The remembered choice, or the first language of the browser that we speak, or English. */
export function chooseLanguage(remembered: string | null, preferred: readonly string[]): Language {
  const speaks = (tag: string | null) =>
    LANGUAGES.find((language) => tag?.toLowerCase().split("-")[0] === language);
  const known = speaks(remembered);
  if (known !== undefined) return known;
  for (const tag of preferred) {
    const language = speaks(tag);
    if (language !== undefined) return language;
  }
  return "en";
}

/** The browser's own variety of the language, for dates and numbers: `en-GB` writes them unlike `en-US`. */
export const localeFor = (language: Language, preferred: readonly string[]): string =>
  preferred.find((tag) => tag.toLowerCase().split("-")[0] === language) ?? language;

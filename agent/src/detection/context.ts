import type { Candidate } from "./detector.ts";

/** How many characters on either side of a value count as near it. */
export const CONTEXT_CHARS = 40;

/** `klantBsn` holds the word `bsn`: identifiers are taken apart where a capital follows a small letter. */
const CAMEL = /(\p{Ll})(?=\p{Lu})/gu;

interface NearWord {
  word: string;
  speaks: "for" | "against";
}

/** Finds the word nearest to a value that speaks for or against it. */
export type WordFinder = (candidate: Candidate, field: string | null) => NearWord | null;

/**
 * Words count whole and in any case. A field's name outweighs the text before the value, and that the text after it,
 * which counts up to the next separator only: `231480003, bsn: …` names the number that follows.
 */
export function wordFinder(contextWords: readonly string[], againstWords: readonly string[]): WordFinder {
  if (contextWords.length + againstWords.length === 0) return () => null;
  const pattern = anyWordOf([...contextWords, ...againstWords]);
  const speaksFor = new Set(contextWords);
  const near = (text: string, pick: 0 | -1): NearWord | null => {
    const word = text.replace(CAMEL, "$1 ").match(pattern)?.at(pick)?.toLowerCase();
    return word === undefined ? null : { word, speaks: speaksFor.has(word) ? "for" : "against" };
  };
  return ({ before, after }, field) =>
    (field === null ? null : near(field, -1)) ??
    near(before, -1) ??
    near(after.split(/[\n,;:={}|\t]/, 1)[0] ?? "", 0);
}

function anyWordOf(words: readonly string[]): RegExp {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu");
}

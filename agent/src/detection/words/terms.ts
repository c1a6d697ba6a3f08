/** Reads a word list: one term after another, with a comma or a line end between them. */
export function terms(list: string): readonly string[] {
  return list
    .split(/[,\n]/)
    .map((term) => term.trim())
    .filter((term) => term !== "");
}

/** Dutch and French people often leave accents away, Germans write ä as ae. */
const GERMAN: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/**
 * The lists as keywords, each term also as people type it: without accents, with German letters spelled out, with a
 * space or nothing special for its hyphens, with a straight or a curly apostrophe. No term comes twice.
 */
export function spelled(...lists: readonly (readonly string[])[]): readonly string[] {
  const all = new Set<string>();
  for (const term of lists.flat())
    for (const hyphens of [term, term.replaceAll("-", " ")])
      for (const apostrophes of [hyphens, hyphens.replaceAll("'", "’")]) {
        all.add(apostrophes);
        all.add(withoutAccents(apostrophes));
        all.add(withoutAccents(apostrophes.replace(/[äöüß]/g, (letter) => GERMAN[letter] ?? letter)));
      }
  return [...all];
}

function withoutAccents(term: string): string {
  return term.normalize("NFD").replace(/\p{M}/gu, "");
}

/** Terms as alternatives of a pattern, the longest first, a hyphen also as a space; nothing in them is an operator. */
export function alternatives(...lists: readonly (readonly string[])[]): string {
  return [...new Set(lists.flat())]
    .sort((a, b) => b.length - a.length)
    .map((term) =>
      term
        .replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
        .replaceAll("-", "[- ]")
        .replaceAll("'", "['’]"),
    )
    .join("|");
}

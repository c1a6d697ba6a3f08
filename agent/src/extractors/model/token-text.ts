const MIN_TOKEN_CHARS = 6;
const MAX_TEXT_CHARS = 4 * 1024 * 1024;
const ADDRESS = /[^\s@]@[^\s@]+\.[^\s@]/;
const MANY_DIGITS = /(?:\d[^\d]{0,2}){8}/;
/** Blank lines between tokens: what one says is no context of the next. */
const APART = "\n\n\n";

/**
 * The entries of a vocabulary that may name a person by themselves, as a text. A vocabulary is a hundred thousand fragments of
 * words in no order: read as a running text, neighbours would make up names and numbers that nobody has.
 */
export function tokensThatMayIdentify(tokens: Iterable<string>): string {
  const kept: string[] = [];
  let chars = 0;
  // The reader behind goes on to the end even when enough was kept: what follows the vocabulary is read after it.
  for (const token of tokens) {
    if (token.length < MIN_TOKEN_CHARS || chars > MAX_TEXT_CHARS) continue;
    if (!ADDRESS.test(token) && !MANY_DIGITS.test(token)) continue;
    // A space that stands before a word is written as a sign of its own.
    const text = token.replace(/[\u2581\u0120]/g, " ").trim();
    kept.push(text);
    chars += text.length;
  }
  return kept.join(APART);
}

const WORD = /[\p{L}\p{N}@][\p{L}\p{M}\p{N}@.+_'-]*/gu;
const MAX_WORDS = 200_000;

/** The words of a message's plain text, to tell whether its HTML says more. */
export class BodyWords {
  readonly #words = new Set<string>();
  #isComplete = false;

  add(text: string): void {
    this.#isComplete = true;
    for (const word of wordsOf(text)) {
      if (this.#words.size >= MAX_WORDS) return this.giveUp();
      this.#words.add(word);
    }
  }

  /** The text is too long to remember: whatever is asked for is new. */
  giveUp(): void {
    this.#isComplete = false;
    this.#words.clear();
  }

  /** Whether every word stands in the plain text; false where there was none. */
  hold(text: string): boolean {
    if (!this.#isComplete) return false;
    for (const word of wordsOf(text)) if (!this.#words.has(word)) return false;
    return true;
  }
}

function* wordsOf(text: string): Generator<string, void, undefined> {
  for (const [word] of text.matchAll(WORD)) yield word.toLowerCase().replace(/[.'_-]+$/, "");
}

import { toLower } from "../places/symbols.ts";
import type { Phrase, PhraseTable } from "./phrase-table.ts";
import { eachWord } from "./words.ts";

/** A known phrase in the text. */
export interface PhraseHit {
  phrase: Phrase;
  start: number;
  /** Where its first word ends, and where the last one does. */
  firstEnd: number;
  end: number;
}

/** Reads stretches of a text word by word and collects the known phrases in them, by end; of one end the longest last. */
export class PhraseReader {
  readonly #table: PhraseTable;
  readonly #units: Uint16Array;
  /** Where words begin and end, by turns. */
  readonly #words: number[] = [];
  readonly hits: PhraseHit[] = [];

  constructor(table: PhraseTable, units: Uint16Array) {
    this.#table = table;
    this.#units = units;
  }

  read(from: number, to: number): void {
    eachWord(this.#units, from, to, this.#onWord);
  }

  readonly #onWord = (start: number, end: number): void => {
    this.#words.push(start, end);
    const phrases = this.#table.endingWith(this.#units, start, end);
    if (phrases === null) return;
    for (let i = phrases.length - 1; i >= 0; i--) {
      const phrase = phrases[i] as Phrase;
      const first = this.#firstWord(phrase);
      if (first >= 0)
        this.hits.push({
          phrase,
          start: this.#words[first] ?? 0,
          firstEnd: this.#words[first + 1] ?? 0,
          end,
        });
    }
  };

  /** The place in `#words` of a phrase's first word, if the phrase ends with the last word read; -1 if it does not. */
  #firstWord({ before }: Phrase): number {
    let at = this.#words.length - 2;
    for (const word of before) {
      at -= 2;
      if (at < 0 || !this.#isWord(this.#words[at] ?? 0, this.#words[at + 1] ?? 0, word)) return -1;
    }
    return at;
  }

  #isWord(start: number, end: number, word: string): boolean {
    if (end - start !== word.length) return false;
    for (let i = 0; i < word.length; i++)
      if (toLower(this.#units[start + i] as number) !== word.charCodeAt(i)) return false;
    return true;
  }
}

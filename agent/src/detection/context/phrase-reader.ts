import { CAPITAL, CLASSES, isWordCharacter, toLower } from "../places/symbols.ts";
import { FNV_BASIS, FNV_PRIME, type Phrase, type PhraseTable } from "./phrase-table.ts";

/** A known phrase in the text. */
export interface PhraseHit {
  phrase: Phrase;
  start: number;
  /** Where its first word ends, and where the last one does. */
  firstEnd: number;
  end: number;
}

/** Abbreviations such as KvK, MwSt and PhD are one word, whatever their capitals. */
const MAX_ABBREVIATION = 4;
const SMALL_S = 0x73;

const isUpper = (unit: number) => ((CLASSES[unit] as number) & CAPITAL) !== 0;

/**
 * Reads stretches of a text word by word and collects the known phrases in them, by end; of one end the longest last.
 * Identifiers are taken apart where a capital follows a small letter: `klantBsn` holds `bsn`.
 */
export class PhraseReader {
  readonly #table: PhraseTable;
  #units: Uint16Array = new Uint16Array(0);
  /** Where words begin and end, and their hashes, by turns. */
  readonly #words: number[] = [];
  readonly hits: PhraseHit[] = [];

  constructor(table: PhraseTable) {
    this.#table = table;
  }

  /** Forgets what was read. */
  restart(units: Uint16Array): void {
    this.#units = units;
    this.#words.length = 0;
    this.hits.length = 0;
  }

  read(from: number, to: number): void {
    const units = this.#units;
    for (let at = from; at < to;) {
      if (!isWordCharacter(units[at] as number)) {
        at++;
        continue;
      }
      let end = at + 1;
      while (end < to && isWordCharacter(units[end] as number)) end++;
      this.#readRun(at, end);
      at = end;
    }
  }

  #readRun(from: number, to: number): void {
    const units = this.#units;
    const isOne = to - from <= MAX_ABBREVIATION;
    let start = from;
    let hash = FNV_BASIS;
    let hashBefore = hash;
    for (let i = from; i < to; i++) {
      const unit = units[i] as number;
      if (!isOne && i > from && isUpper(unit) && !isUpper(units[i - 1] as number)) {
        this.#onWord(start, i, hash, hashBefore);
        start = i;
        hash = FNV_BASIS;
      }
      hashBefore = hash;
      hash = Math.imul(hash ^ toLower(unit), FNV_PRIME);
    }
    this.#onWord(start, to, hash, hashBefore);
  }

  /** `hashBefore`: of the word without its last letter. A plural counts as its singular. */
  #onWord(start: number, end: number, hash: number, hashBefore: number): void {
    this.#words.push(start, end, hash);
    const units = this.#units;
    if (end - start >= 3 && toLower(units[end - 1] as number) === SMALL_S)
      this.#collect(this.#table.endingWith(units, start, end - 1, hashBefore), end);
    this.#collect(this.#table.endingWith(units, start, end, hash), end);
  }

  /** `phrases`: the shortest first. */
  #collect(phrases: readonly Phrase[] | null, end: number): void {
    if (phrases === null) return;
    for (let i = 0; i < phrases.length; i++) {
      const phrase = phrases[i] as Phrase;
      const first = this.#firstWord(phrase);
      if (first >= 0)
        this.hits.push({
          phrase,
          start: this.#words[first] as number,
          firstEnd: this.#words[first + 1] as number,
          end,
        });
    }
  }

  /** The place in `#words` of a phrase's first word, if the phrase ends with the last word read; -1 if it does not. */
  #firstWord({ before, beforeHash }: Phrase): number {
    const words = this.#words;
    let at = words.length - 3;
    if (before.length === 0) return at;
    if (at < 3 || words[at - 1] !== beforeHash) return -1;
    for (const word of before) {
      at -= 3;
      if (at < 0 || !this.#isWord(words[at] as number, words[at + 1] as number, word)) return -1;
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

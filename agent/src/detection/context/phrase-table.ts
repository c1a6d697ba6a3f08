import { fieldWords } from "../places/field-names.ts";
import { toLower } from "../places/symbols.ts";
import type { Prepared } from "../prepare.ts";

/** A word or phrase that speaks for or against the matches of some detectors. */
export interface Phrase {
  /** Small letters, one space between words. */
  text: string;
  /** Words before the last one, the nearest first. */
  before: readonly string[];
  /** By detector: 1 for, -1 against, 0 nothing. */
  speaks: Int8Array;
}

const FNV_BASIS = 0x811c_9dc5;
const FNV_PRIME = 0x0100_0193;
const SMALL_S = 0x73;
const SCRIPT_WITHOUT_SPACES = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** All phrases of all detectors, known by their last words, so that a text's words are looked up once for all of them. */
export class PhraseTable {
  /** Phrases of languages that put no spaces between words; they are found as they stand. */
  readonly unspaced: readonly Phrase[];
  readonly #words: { units: Uint16Array; phrases: Phrase[] }[] = [];
  readonly #slots: Int32Array;

  constructor(detectors: readonly Prepared[]) {
    const phrases = new Map<string, Phrase>();
    const add = (text: string, index: number, speaks: 1 | -1) => {
      const normal = fieldWords(text).trim();
      const known = phrases.get(normal) ?? phraseOf(normal, detectors.length);
      phrases.set(normal, known);
      known.speaks[index] = speaks;
    };
    for (const { index, words, against } of detectors) {
      for (const text of against) add(text, index, -1);
      for (const text of words) add(text, index, 1);
    }
    this.unspaced = [...phrases.values()].filter(({ text }) => SCRIPT_WITHOUT_SPACES.test(text));
    const byLastWord = Map.groupBy(phrases.values(), ({ text }) => text.slice(text.lastIndexOf(" ") + 1));
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, byLastWord.size * 4)))).fill(-1);
    for (const [word, own] of byLastWord) this.#enter(word, own);
  }

  /** The phrases that may end with the word from `start` to `end`, the longest first; a plural counts as its singular. */
  endingWith(units: Uint16Array, start: number, end: number): readonly Phrase[] | null {
    const found = this.#lookUp(units, start, end);
    if (end - start < 3 || toLower(units[end - 1] ?? 0) !== SMALL_S) return found;
    const singular = this.#lookUp(units, start, end - 1);
    return found && singular ? [...found, ...singular] : (found ?? singular);
  }

  #enter(word: string, phrases: Phrase[]): void {
    phrases.sort((a, b) => b.before.length - a.before.length);
    const units = Uint16Array.from(word, (character) => character.charCodeAt(0));
    let slot = hashOf(units, 0, units.length) & (this.#slots.length - 1);
    while (this.#slots[slot] !== -1) slot = (slot + 1) & (this.#slots.length - 1);
    this.#slots[slot] = this.#words.push({ units, phrases }) - 1;
  }

  #lookUp(units: Uint16Array, start: number, end: number): readonly Phrase[] | null {
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(units, start, end) & mask; ; slot = (slot + 1) & mask) {
      const place = this.#slots[slot] as number;
      if (place < 0) return null;
      const word = this.#words[place];
      if (word && word.units.length === end - start && isSame(word.units, units, start)) return word.phrases;
    }
  }
}

function phraseOf(text: string, detectors: number): Phrase {
  return { text, before: text.split(" ").slice(0, -1).reverse(), speaks: new Int8Array(detectors) };
}

function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = FNV_BASIS;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ toLower(units[i] as number), FNV_PRIME);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function isSame(word: Uint16Array, units: Uint16Array, start: number): boolean {
  for (let i = 0; i < word.length; i++) if (toLower(units[start + i] as number) !== word[i]) return false;
  return true;
}

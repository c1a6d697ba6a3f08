import { fieldWords } from "../places/field-names.ts";
import { toLower } from "../places/symbols.ts";
import type { Prepared } from "../prepare.ts";

/** A phrase that stands near a value, and what it says of it. */
export interface NearWord {
  speaks: "for" | "against";
  /** In words, for people. */
  reason: string;
}

/** A word or phrase that speaks for or against the matches of some detectors. */
export interface Phrase {
  /** Small letters, one space between words. */
  text: string;
  /** Words before the last one, the nearest first. */
  before: readonly string[];
  /** Of the nearest of them. */
  beforeHash: number;
  /** By detector: 1 for, -1 against, 0 nothing. */
  speaks: Int8Array;
  /** There is a detector for whose matches it speaks. */
  isFor: boolean;
  /** What is said where it stands near a value: made once, for it is said of every row of a column. */
  asFor: NearWord;
  asAgainst: NearWord;
}

export const FNV_BASIS = 0x811c_9dc5;
export const FNV_PRIME = 0x0100_0193;
const SCRIPT_WITHOUT_SPACES = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** All phrases of all detectors, known by their last words, so that a text's words are looked up once for all of them. */
export class PhraseTable {
  /** Phrases of languages that put no spaces between words; they are found as they stand. */
  readonly unspaced: readonly Phrase[];
  readonly #words: { units: Uint16Array; hash: number; phrases: Phrase[] }[] = [];
  readonly #slots: Int32Array;

  constructor(detectors: readonly Prepared[]) {
    const normal = new Map<string, string>();
    /** By phrase: the detectors, each with what it says to them. */
    const spoken = new Map<string, Map<number, 1 | -1>>();
    const add = (text: string, index: number, speaks: 1 | -1) => {
      let phrase = normal.get(text);
      if (phrase === undefined) normal.set(text, (phrase = fieldWords(text).trim()));
      const known = spoken.get(phrase);
      if (known) known.set(index, speaks);
      else spoken.set(phrase, new Map([[index, speaks]]));
    };
    for (const { index, words, against } of detectors) {
      for (const text of against) add(text, index, -1);
      for (const text of words) add(text, index, 1);
    }
    const tables = new Map<string, Int8Array>();
    const phrases = Array.from(spoken, ([text, says]) => phraseOf(text, says, detectors.length, tables));
    this.unspaced = phrases.filter(({ text }) => SCRIPT_WITHOUT_SPACES.test(text));
    const byLastWord = Map.groupBy(phrases, ({ text }) => text.slice(text.lastIndexOf(" ") + 1));
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, byLastWord.size * 4)))).fill(-1);
    for (const [word, own] of byLastWord) this.#enter(word, own);
  }

  /** The phrases that may end with the word from `start` to `end`, the shortest first; `hash` is the word's own. */
  endingWith(units: Uint16Array, start: number, end: number, hash: number): readonly Phrase[] | null {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = slotOf(hash) & mask; ; slot = (slot + 1) & mask) {
      const place = slots[slot] as number;
      if (place < 0) return null;
      const word = this.#words[place];
      if (word && word.hash === hash && word.units.length === end - start && isSame(word.units, units, start))
        return word.phrases;
    }
  }

  #enter(word: string, phrases: Phrase[]): void {
    // Of equal length the later first: hits are read from behind.
    phrases.sort((a, b) => b.before.length - a.before.length).reverse();
    const units = Uint16Array.from(word, (character) => character.charCodeAt(0));
    const hash = hashOf(word);
    let slot = slotOf(hash) & (this.#slots.length - 1);
    while (this.#slots[slot] !== -1) slot = (slot + 1) & (this.#slots.length - 1);
    this.#slots[slot] = this.#words.push({ units, hash, phrases }) - 1;
  }
}

/** Many phrases say the same to the same detectors: they share a table. */
function phraseOf(
  text: string,
  says: ReadonlyMap<number, 1 | -1>,
  detectors: number,
  tables: Map<string, Int8Array>,
): Phrase {
  const before = text.split(" ").slice(0, -1).reverse();
  let key = "";
  for (const [index, one] of says) key += one > 0 ? `+${index}` : `-${index}`;
  let speaks = tables.get(key);
  if (!speaks) {
    tables.set(key, (speaks = new Int8Array(detectors)));
    for (const [index, one] of says) speaks[index] = one;
  }
  return {
    text,
    before,
    beforeHash: hashOf(before[0] ?? ""),
    speaks,
    isFor: speaks.includes(1),
    asFor: { speaks: "for", reason: `context word '${text}'` },
    asAgainst: { speaks: "against", reason: `word against it '${text}'` },
  };
}

function hashOf(word: string): number {
  let hash = FNV_BASIS;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ toLower(word.charCodeAt(i)), FNV_PRIME);
  return hash;
}

/** The low bits of short words are weak: fold the high ones in. */
const slotOf = (hash: number) => hash ^ (hash >>> 15);

function isSame(word: Uint16Array, units: Uint16Array, start: number): boolean {
  for (let i = 0; i < word.length; i++) if (toLower(units[start + i] as number) !== word[i]) return false;
  return true;
}

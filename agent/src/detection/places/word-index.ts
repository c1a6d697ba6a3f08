import { isLetter, SYMBOLS, toLower } from "./symbols.ts";

const MAX_WORD = 32;
const START_BITS = 17;
/** Symbol by UTF-16 unit as in the keyword index, for letters; zero for all that ends a word. */
const LETTERS: Uint8Array = (() => {
  const letters = SYMBOLS.slice();
  for (let unit = 0; unit < letters.length; unit++) if (!isLetter(unit)) letters[unit] = 0;
  return letters;
})();
const FNV_BASIS = 0x811c_9dc5;
const FNV_PRIME = 0x0100_0193;

/**
 * Tens of thousands of words that count where they begin with a capital, such as given names. As keywords they would fill
 * the keyword index with the commonest stretches of every language; here a text costs one look for each capitalised word.
 */
export class WordIndex<Use> {
  readonly #words: { units: Uint16Array; uses: Use[] }[] = [];
  readonly #slots: Int32Array;
  /** A bit by hash of how a word begins. */
  readonly #beginnings = new Uint8Array(1 << (START_BITS - 3));

  constructor(usesByWord: ReadonlyMap<string, Use[]>) {
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, usesByWord.size * 4)))).fill(-1);
    for (const [word, uses] of usesByWord) {
      const units = Uint16Array.from(word, (character) => toLower(character.charCodeAt(0)));
      let slot = hashOf(units, 0, units.length) & (this.#slots.length - 1);
      while (this.#slots[slot] !== -1) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = this.#words.push({ units, uses }) - 1;
      const beginning = beginningOf(units, 0);
      this.#beginnings[beginning >>> 3] = (this.#beginnings[beginning >>> 3] ?? 0) | (1 << (beginning & 7));
    }
  }

  get isEmpty(): boolean {
    return this.#words.length === 0;
  }

  /** Reports the word that begins at `start`, if it is known. `units` holds zeros behind the text. */
  at(
    units: Uint16Array,
    start: number,
    found: (uses: readonly Use[], start: number, end: number) => void,
  ): void {
    const beginning = beginningOf(units, start);
    if ((((this.#beginnings[beginning >>> 3] as number) >>> (beginning & 7)) & 1) === 0) return;
    let end = start + 1;
    while (isLetter(units[end] as number)) if (++end - start > MAX_WORD) return;
    if (end - start < 2) return;
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(units, start, end) & mask; ; slot = (slot + 1) & mask) {
      const place = this.#slots[slot] ?? -1;
      if (place < 0) return;
      const word = this.#words[place];
      if (word && word.units.length === end - start && standsAt(word.units, units, start))
        return found(word.uses, start, end);
    }
  }
}

/** Hash of the first four letters, or of those that there are. Most words are told from all known ones by them. */
function beginningOf(units: Uint16Array, start: number): number {
  let gram = 0;
  let symbol = 1;
  for (let i = start; i < start + 4; i++) {
    // Behind a word's end and an array's end, everything counts as nothing.
    symbol = symbol === 0 ? 0 : ((LETTERS[units[i] ?? 0] as number) ?? 0);
    gram = (gram << 6) | symbol;
  }
  return Math.imul(gram, 0x9e37_79b1) >>> (32 - START_BITS);
}

function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = FNV_BASIS;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ toLower(units[i] as number), FNV_PRIME);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function standsAt(word: Uint16Array, units: Uint16Array, start: number): boolean {
  for (let i = 0; i < word.length; i++) if (toLower(units[start + i] as number) !== word[i]) return false;
  return true;
}

import { isLetter, toLower } from "./symbols.ts";

const MAX_WORD = 32;
const FNV_BASIS = 0x811c_9dc5;
const FNV_PRIME = 0x0100_0193;

/**
 * Tens of thousands of words that count where they begin with a capital, such as given names. As keywords they would fill
 * the keyword index with the commonest stretches of every language; here a text costs one look for each capitalised word.
 */
export class WordIndex<Use> {
  readonly #words: { units: Uint16Array; uses: Use[] }[] = [];
  readonly #slots: Int32Array;

  constructor(usesByWord: ReadonlyMap<string, Use[]>) {
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, usesByWord.size * 4)))).fill(-1);
    for (const [word, uses] of usesByWord) {
      const units = Uint16Array.from(word, (character) => toLower(character.charCodeAt(0)));
      let slot = hashOf(units, 0, units.length) & (this.#slots.length - 1);
      while (this.#slots[slot] !== -1) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = this.#words.push({ units, uses }) - 1;
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
    let end = start + 1;
    while (isLetter(units[end] ?? 0)) if (++end - start > MAX_WORD) return;
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

function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = FNV_BASIS;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ toLower(units[i] ?? 0), FNV_PRIME);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function standsAt(word: Uint16Array, units: Uint16Array, start: number): boolean {
  for (let i = 0; i < word.length; i++) if (toLower(units[start + i] ?? 0) !== word[i]) return false;
  return true;
}

import { commonness } from "./bigrams.ts";
import { OUTSIDE_WORDS, SYMBOLS, toLower } from "./symbols.ts";

/** A literal to find, in any case, and what it is for. */
interface Keyword<Use> {
  /** UTF-16 units in small letters. */
  units: Uint16Array;
  uses: readonly Use[];
}

/** Where in a keyword its gram ends, counted from the keyword's start. */
interface Entry<Use> {
  gram: number;
  gramEnd: number;
  keyword: Keyword<Use>;
}

const HASH_BITS = 18;
const FILTER_BITS = 20;
const HASH_FACTOR = 0x9e37_79b1;
const GRAM_MASK = 0xff_ffff;

/** Four symbols of six bits, the newest last. */
const roll = (gram: number, symbol: number) => ((gram << 6) | symbol) & GRAM_MASK;
const hashOf = (gram: number) => Math.imul(gram, HASH_FACTOR) >>> (32 - HASH_BITS);
const filterOf = (gram: number) => Math.imul(gram, HASH_FACTOR) >>> (32 - FILTER_BITS);

/**
 * Finds thousands of literals in one pass. Each keyword is known by four of its characters, its rarest; the pass looks
 * each four up in a small table, and only where it says so are keywords compared. The engine's loop does the rolling.
 */
export class KeywordIndex<Use> {
  /** A bit by hash of four symbols: set where a keyword may be known by them. Small, so that it stays near the core. */
  readonly filter = new Uint8Array(1 << (FILTER_BITS - 3));
  /** By a shorter hash: the entries' place, or 0. */
  readonly #buckets = new Uint16Array(1 << HASH_BITS);
  readonly #entries: Entry<Use>[][] = [[]];

  constructor(usesByLiteral: ReadonlyMap<string, readonly Use[]>) {
    for (const [literal, uses] of usesByLiteral) this.#add(literal, uses);
  }

  /** Reports the keywords that stand in the text with their gram ending at `end`, this unit included. */
  at(
    units: Uint16Array,
    end: number,
    gram: number,
    found: (uses: readonly Use[], start: number, end: number) => void,
  ): void {
    for (const entry of this.#entries[this.#buckets[hashOf(gram)] ?? 0] ?? []) {
      if (entry.gram !== gram) continue;
      const { keyword } = entry;
      const start = end - entry.gramEnd;
      if (start >= 0 && standsAt(units, start, keyword.units))
        found(keyword.uses, start, start + keyword.units.length);
    }
  }

  #add(literal: string, uses: readonly Use[]): void {
    const units = Uint16Array.from(literal, (character) => toLower(character.charCodeAt(0)));
    if (units.length < 3) throw new Error(`a keyword has three characters or more: ${literal}`);
    const symbols = Array.from(units, (unit) => SYMBOLS[unit] ?? 0);
    const keyword = { units, uses };
    if (symbols.length === 3) {
      // Too short to be its own gram: it stands at a word's beginning, so what can precede it is known.
      for (const before of OUTSIDE_WORDS) this.#enter([before, ...symbols], 2, keyword);
      return;
    }
    let best = 0;
    for (let i = 1; i + 4 <= symbols.length; i++)
      if (commonness(literal, i) < commonness(literal, best)) best = i;
    this.#enter(symbols.slice(best, best + 4), best + 3, keyword);
  }

  #enter(symbols: readonly number[], gramEnd: number, keyword: Keyword<Use>): void {
    const gram = symbols.reduce(roll, 0);
    const hash = hashOf(gram);
    const bit = filterOf(gram);
    this.filter[bit >>> 3] = (this.filter[bit >>> 3] ?? 0) | (1 << (bit & 7));
    const bucket = this.#buckets[hash] || this.#entries.push([]) - 1;
    if (bucket > 0xffff) throw new Error("more keywords than the index has buckets for");
    this.#buckets[hash] = bucket;
    this.#entries[bucket]?.push({ gram, gramEnd, keyword });
  }
}

function standsAt(text: Uint16Array, start: number, keyword: Uint16Array): boolean {
  for (let i = 0; i < keyword.length; i++) {
    const unit = text[start + i] ?? 0;
    if (unit !== keyword[i] && toLower(unit) !== keyword[i]) return false;
  }
  return true;
}

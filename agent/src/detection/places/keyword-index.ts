import { rarityOf } from "./common-grams.ts";
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

/** In a keyword: a space, `_`, `-` or a dot, as the words of a name are joined. */
export const ANY_SEPARATOR = 0;
const NAME_SEPARATORS: readonly number[] = Array.from(" _-.", (c) => c.charCodeAt(0));
const IS_SEPARATOR = new Uint8Array(0x1_0000);
for (const unit of NAME_SEPARATORS) IS_SEPARATOR[unit] = 1;
/** Units as the table of common grams has them. */
const LETTER_OR_SPACE: ReadonlyMap<number, string> = new Map(
  Array.from("abcdefghijklmnopqrstuvwxyz_-.0123456789", (c) => [c.charCodeAt(0), c]),
);
/** What it costs, in comparisons, to stop at one gram more. */
const NEW_GRAM_COST = 4;

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
  /** By gram: how many keywords are known by it. */
  readonly #load = new Map<number, number>();

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
    const keyword = { units, uses };
    if (units.length === 3) {
      // Too short to be its own gram: it stands at a word's beginning, so what can precede it is known.
      const symbols = Array.from(units, symbolOf);
      for (const before of OUTSIDE_WORDS) this.#enter([before, ...symbols], 2, keyword);
      return;
    }
    const at = this.#bestGram(units);
    for (const symbols of variants(units.subarray(at, at + 4))) this.#enter(symbols, at + 3, keyword);
  }

  /** Where the stretch begins by which the keyword costs least: a rare one, or one that others are known by already. */
  #bestGram(units: Uint16Array): number {
    let best = 0;
    let bestCost = Infinity;
    for (let at = 0; at + 4 <= units.length; at++) {
      const gram = units.subarray(at, at + 4);
      const often = 2 ** -rarityOf(Array.from(gram, (unit) => LETTER_OR_SPACE.get(unit) ?? " ").join(""));
      const grams = variants(gram);
      const load = this.#load.get(grams[0]?.reduce(roll, 0) ?? 0) ?? 0;
      const cost = often * (load === 0 ? NEW_GRAM_COST * grams.length : 1);
      const crowd = often * load;
      if (cost + crowd < bestCost) {
        best = at;
        bestCost = cost + crowd;
      }
    }
    return best;
  }

  #enter(symbols: readonly number[], gramEnd: number, keyword: Keyword<Use>): void {
    const gram = symbols.reduce(roll, 0);
    this.#load.set(gram, (this.#load.get(gram) ?? 0) + 1);
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
    const unit = text[start + i] as number;
    const wanted = keyword[i] as number;
    if (wanted === ANY_SEPARATOR) {
      if (IS_SEPARATOR[unit] !== 1) return false;
    } else if (unit !== wanted && toLower(unit) !== wanted) return false;
  }
  return true;
}

const symbolOf = (unit: number) => SYMBOLS[unit] ?? 0;

/** A gram as symbols, once for each separator that may stand in it. */
function variants(gram: Uint16Array): number[][] {
  if (!gram.includes(ANY_SEPARATOR)) return [Array.from(gram, symbolOf)];
  return NAME_SEPARATORS.map((separator) =>
    Array.from(gram, (unit) => symbolOf(unit === ANY_SEPARATOR ? separator : unit)),
  );
}

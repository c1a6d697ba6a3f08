import { countedAs, rarityOf } from "./common-grams.ts";
import { GRAM_MASK, OUTSIDE_WORDS, roll, SEPARATOR, SYMBOLS, toLower } from "./symbols.ts";

/** In a keyword: a space, `_`, `-` or a dot, as the words of a name are joined. */
export const ANY_SEPARATOR = 0;
const NAME_SEPARATORS: readonly number[] = Array.from(" _-.", (c) => c.charCodeAt(0));
const IS_SEPARATOR = new Uint8Array(0x1_0000);
for (const unit of NAME_SEPARATORS) IS_SEPARATOR[unit] = 1;
/** What it costs, in comparisons, to stop at one gram more. */
const NEW_GRAM_COST = 20;

const HASH_BITS = 16;
const FILTER_BITS = 20;
const HASH_FACTOR = 0x9e37_79b1;

const hashOf = (gram: number) => Math.imul(gram, HASH_FACTOR) >>> (32 - HASH_BITS);
const filterOf = (gram: number) => Math.imul(gram, HASH_FACTOR) >>> (32 - FILTER_BITS);

/** Set in the last of several rows. */
const LAST = 1 << 30;
/**
 * Numbers of a gram's row: itself, the sets of symbols that can stand behind it and before it in its keywords (two numbers of
 * 32 bits each), and its first keyword's row. Half of the places that a gram is found at are told from all its keywords by
 * the symbols next to it.
 */
const GRAM_ROW = 6;
/** Numbers of a keyword's row under a gram: the keyword, and what `packed` makes of the gram's place in it. */
const KEYWORD_ROW = 2;

/** The filter's bit by gram, for the engine's loop. */
export const FILTER_FACTOR = HASH_FACTOR;
export const FILTER_SHIFT = 32 - FILTER_BITS;

/**
 * Finds thousands of literals in one pass. Each keyword is known by four of its characters, its rarest; the pass looks
 * each four up in a small table, and only where it says so are keywords compared. The engine's loop does the rolling.
 */
export class KeywordIndex<Use> {
  /** A bit by hash of four symbols: set where a keyword may be known by them. Small, so that it stays near the core. */
  readonly filter = new Uint8Array(1 << (FILTER_BITS - 3));
  /** By a shorter hash: the row of the first gram that has it. Row 0 is no gram's. */
  readonly #buckets = new Uint16Array(1 << HASH_BITS);
  readonly #grams: Int32Array;
  readonly #entries: Int32Array;
  /** The keywords' UTF-16 units in small letters, one after the other, and where each begins. */
  readonly #units: Uint16Array;
  readonly #starts: Int32Array;
  readonly #uses: (readonly Use[])[];

  constructor(usesByLiteral: ReadonlyMap<string, readonly Use[]>) {
    // Short keywords have no choice of grams; the longer ones can join them.
    const literals = [...usesByLiteral].sort(([a], [b]) => a.length - b.length);
    this.#uses = literals.map(([, uses]) => uses);
    this.#starts = new Int32Array(usesByLiteral.size + 1);
    this.#units = new Uint16Array([...usesByLiteral.keys()].join("").length);
    const load = new GramLoad();
    const byGram = new Map<number, Row[]>();
    let keyword = 0;
    let end = 0;
    for (const [literal] of literals) {
      const start = end;
      for (let i = 0; i < literal.length; i++) this.#units[end++] = toLower(literal.charCodeAt(i));
      const units = this.#units.subarray(start, end);
      for (const { gram, gramEnd } of load.gramsOf(units, literal)) {
        const rows = byGram.get(gram);
        const row = { keyword, units, gramEnd };
        if (rows) rows.push(row);
        else byGram.set(gram, [row]);
      }
      this.#starts[++keyword] = end;
    }
    this.#grams = new Int32Array((1 + byGram.size) * GRAM_ROW).fill(LAST | -1, 0, 1);
    this.#entries = new Int32Array([...byGram.values()].flat().length * KEYWORD_ROW);
    if (byGram.size > 0xffff) throw new Error("more grams than the index has numbers for");
    this.#layOut(byGram);
  }

  /**
   * Reports the keywords that stand in the text with their gram ending at `end`, this unit included. `units` holds zeros
   * behind the text.
   */
  at(
    units: Uint16Array,
    end: number,
    found: (uses: readonly Use[], start: number, end: number) => void,
  ): void {
    const grams = this.#grams;
    const gram = gramAt(units, end);
    let row = (this.#buckets[hashOf(gram)] as number) * GRAM_ROW;
    while (((grams[row] as number) & GRAM_MASK) !== gram) {
      if ((grams[row] as number) & LAST) return;
      row += GRAM_ROW;
    }
    const behind = SYMBOLS[units[end + 1] as number] as number;
    if ((((grams[row + 1 + (behind >>> 5)] as number) >>> (behind & 31)) & 1) === 0) return;
    const before = end < 4 ? SEPARATOR : (SYMBOLS[units[end - 4] as number] as number);
    if ((((grams[row + 3 + (before >>> 5)] as number) >>> (before & 31)) & 1) === 0) return;
    this.#readEntries(units, end, grams[row + 5] as number, before, behind, found);
  }

  #readEntries(
    units: Uint16Array,
    end: number,
    first: number,
    before: number,
    behind: number,
    found: (uses: readonly Use[], start: number, end: number) => void,
  ): void {
    const entries = this.#entries;
    for (let at = first; ; at += KEYWORD_ROW) {
      const own = entries[at] as number;
      const places = entries[at + 1] as number;
      const wanted = places & 0xff;
      if (wanted === ANYTHING || wanted === ((places & WANTED_BEHIND) === 0 ? before : behind)) {
        const keyword = own & ~LAST;
        const start = end - (places >>> 9);
        if (start >= 0 && this.#standsAt(units, start, keyword)) {
          const length = (this.#starts[keyword + 1] as number) - (this.#starts[keyword] as number);
          found(this.#uses[keyword] as readonly Use[], start, start + length);
        }
      }
      if (own & LAST) return;
    }
  }

  #standsAt(text: Uint16Array, start: number, keyword: number): boolean {
    const keywords = this.#units;
    const to = this.#starts[keyword + 1] as number;
    for (let i = this.#starts[keyword] as number, at = start; i < to; i++, at++) {
      const unit = text[at] as number;
      const wanted = keywords[i] as number;
      if (wanted === ANY_SEPARATOR) {
        if (IS_SEPARATOR[unit] !== 1) return false;
      } else if (unit !== wanted && toLower(unit) !== wanted) return false;
    }
    return true;
  }

  #layOut(byGram: ReadonlyMap<number, readonly Row[]>): void {
    let row = 1;
    let entry = 0;
    for (const [hash, grams] of Map.groupBy(byGram.keys(), hashOf)) {
      this.#buckets[hash] = row;
      for (const gram of grams) {
        const at = GRAM_ROW * row++;
        this.#grams[at] = gram | (gram === grams.at(-1) ? LAST : 0);
        this.#grams[at + 5] = entry;
        // The longest first: it says more of what follows.
        const rows = byGram.get(gram)?.toReversed() ?? [];
        for (const [i, { keyword, units, gramEnd }] of rows.entries()) {
          this.#entries[entry++] = keyword | (i === rows.length - 1 ? LAST : 0);
          this.#entries[entry++] = packed(units, gramEnd);
          this.#allow(at + 1, units, gramEnd + 1);
          this.#allow(at + 3, units, gramEnd - 4);
        }
        const bit = filterOf(gram);
        this.filter[bit >>> 3] = (this.filter[bit >>> 3] as number) | (1 << (bit & 7));
      }
    }
  }

  /** Adds what a keyword has at a place to the set at `set` of a gram's row; outside of the keyword stands anything. */
  #allow(set: number, keyword: Uint16Array, at: number): void {
    const unit = at < 0 ? undefined : keyword[at];
    if (unit === undefined) this.#grams.fill(-1, set, set + 2);
    else if (unit === ANY_SEPARATOR) for (const separator of NAME_SEPARATORS) this.#allowOne(set, separator);
    else this.#allowOne(set, unit);
  }

  #allowOne(set: number, unit: number): void {
    const symbol = symbolOf(unit);
    const word = set + (symbol >>> 5);
    this.#grams[word] = (this.#grams[word] as number) | (1 << (symbol & 31));
  }
}

/** A keyword under a gram that it is known by. */
interface Row {
  keyword: number;
  units: Uint16Array;
  /** Where in the keyword the gram ends. */
  gramEnd: number;
}

/** The gram that ends at `end`; ahead of the text nothing stands. */
function gramAt(units: Uint16Array, end: number): number {
  let gram = 0;
  for (let i = Math.max(0, end - 3); i <= end; i++) gram = roll(gram, SYMBOLS[units[i] as number] as number);
  return gram;
}

/** In a packed place: the symbol wanted is the one behind the gram, not the one before it. */
const WANTED_BEHIND = 1 << 8;
const ANYTHING = 0xff;

/** Where in the keyword its gram ends, and one symbol next to the gram: it tells most keywords of one gram apart. */
function packed(units: Uint16Array, gramEnd: number): number {
  const isKnown = (at: number) => at >= 0 && at < units.length && units[at] !== ANY_SEPARATOR;
  const place = gramEnd << 9;
  if (isKnown(gramEnd - 4)) return place | symbolOf(units[gramEnd - 4] as number);
  if (isKnown(gramEnd + 1)) return place | WANTED_BEHIND | symbolOf(units[gramEnd + 1] as number);
  return place | ANYTHING;
}

/** Chooses by which grams keywords are known. */
class GramLoad {
  /** By gram: how many keywords are known by it. */
  readonly #load = new Map<number, number>();

  gramsOf(units: Uint16Array, literal: string): { gram: number; gramEnd: number }[] {
    if (units.length < 3) throw new Error(`a keyword has three characters or more: ${literal}`);
    if (units.length === 3) {
      // Too short to be its own gram: it stands at a word's beginning, so what can precede it is known.
      const symbols = Array.from(units, symbolOf);
      return OUTSIDE_WORDS.map((before) => this.#enter([before, ...symbols], 2));
    }
    const at = this.#bestGram(units);
    return variants(units.subarray(at, at + 4)).map((symbols) => this.#enter(symbols, at + 3));
  }

  /** Where the stretch begins by which the keyword costs least: a rare one, or one that others are known by already. */
  #bestGram(units: Uint16Array): number {
    let best = 0;
    let bestCost = Infinity;
    for (let at = 0; at + 4 <= units.length; at++) {
      let gram = 0;
      let counted = 0;
      let grams = 1;
      for (let i = at; i < at + 4; i++) {
        const unit = units[i] as number;
        // Of the separators, the first stands for all.
        if (unit === ANY_SEPARATOR) grams = NAME_SEPARATORS.length;
        const symbol = unit === ANY_SEPARATOR ? SEPARATOR : symbolOf(unit);
        gram = roll(gram, symbol);
        counted = roll(counted, countedAs(symbol));
      }
      const often = 2 ** -rarityOf(counted);
      const load = this.#load.get(gram) ?? 0;
      const cost = often * (load === 0 ? NEW_GRAM_COST * grams : 1);
      const crowd = often * load;
      if (cost + crowd < bestCost) {
        best = at;
        bestCost = cost + crowd;
      }
    }
    return best;
  }

  #enter(symbols: readonly number[], gramEnd: number): { gram: number; gramEnd: number } {
    const gram = symbols.reduce(roll, 0);
    this.#load.set(gram, (this.#load.get(gram) ?? 0) + 1);
    return { gram, gramEnd };
  }
}

const symbolOf = (unit: number) => SYMBOLS[unit] ?? 0;

/** A gram as symbols, once for each separator that may stand in it. */
function variants(gram: Uint16Array): number[][] {
  if (!gram.includes(ANY_SEPARATOR)) return [Array.from(gram, symbolOf)];
  return NAME_SEPARATORS.map((separator) =>
    Array.from(gram, (unit) => symbolOf(unit === ANY_SEPARATOR ? separator : unit)),
  );
}

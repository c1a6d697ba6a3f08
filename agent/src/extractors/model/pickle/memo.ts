import { PLAIN, type PickleSymbol } from "./symbol.ts";

const CHUNK_BITS = 16;
const CHUNK = 1 << CHUNK_BITS;
/** Places that are kept in chunks of numbers; beyond, a few are kept by themselves. */
const MAX_DENSE = 32 * 1024 * 1024;
const MAX_SPARSE = 100_000;
/** Values that the memo tells apart. A pickle may memoise each of a hundred million strings. */
const MAX_VALUES = 200_000;
/** Texts that no list of imports knows: an import by one is unknown whatever it is called. */
const MAX_TEXTS = 20_000;
const MAX_TEXT = 128;

/**
 * What a pickle has put aside to use again. Only what may become part of an import is told apart; the rest is kept by its
 * kind alone, four bytes each, so that the largest pickles fit.
 */
export class Memo {
  /** Which symbol a number stands for. */
  readonly #values: PickleSymbol[] = [PLAIN.object];
  readonly #texts = new Map<string, PickleSymbol>();
  readonly #dense = new Map<number, Int32Array>();
  readonly #sparse = new Map<number, number>();
  readonly #plainIds = new Map<string, number>();
  readonly #isKnownName: (text: string) => boolean;
  #size = 0;

  constructor(isKnownName: (text: string) => boolean) {
    this.#isKnownName = isKnownName;
    for (const symbol of Object.values(PLAIN))
      if (symbol !== PLAIN.emptyTuple) this.#plainIds.set(symbol.kind, this.#add(symbol));
  }

  /** Puts aside at the next free place, as MEMOIZE does. */
  push(symbol: PickleSymbol): void {
    this.set(this.#size, symbol);
  }

  set(index: number, symbol: PickleSymbol): void {
    const id = this.#idOf(symbol);
    if (index < MAX_DENSE) {
      let chunk = this.#dense.get(index >>> CHUNK_BITS);
      if (!chunk) {
        if (this.#dense.size >= MAX_DENSE / CHUNK) return;
        this.#dense.set(index >>> CHUNK_BITS, (chunk = new Int32Array(CHUNK)));
      }
      const at = index & (CHUNK - 1);
      if (chunk[at] === 0) this.#size++;
      chunk[at] = id + 1;
    } else if (this.#sparse.size < MAX_SPARSE) {
      if (!this.#sparse.has(index)) this.#size++;
      this.#sparse.set(index, id);
    }
  }

  /** Null where nothing was put, or nothing that could be kept. */
  get(index: number): PickleSymbol | null {
    const id =
      index < MAX_DENSE
        ? (this.#dense.get(index >>> CHUNK_BITS)?.[index & (CHUNK - 1)] ?? 0) - 1
        : (this.#sparse.get(index) ?? -1);
    return id < 0 ? null : (this.#values[id] ?? null);
  }

  #idOf(symbol: PickleSymbol): number {
    // Numbers are shared between pickles, and so is their id: they are kept by kind.
    if (symbol.id > 0 && this.#values[symbol.id] === symbol) return symbol.id;
    if (symbol.kind === "text" && symbol.text !== null) return this.#textId(symbol, symbol.text);
    const isTold = symbol.kind === "import" || symbol.kind === "made";
    if (!isTold || this.#values.length >= MAX_VALUES) return this.#plainIds.get(symbol.kind) ?? 0;
    return (symbol.id = this.#add(symbol));
  }

  #textId(symbol: PickleSymbol, text: string): number {
    const fits = text.length <= MAX_TEXT && (this.#texts.size < MAX_TEXTS || this.#isKnownName(text));
    const known = this.#texts.get(text);
    if (known) return known.id;
    if (!fits) return this.#plainIds.get("text") ?? 0;
    this.#texts.set(text, symbol);
    return (symbol.id = this.#add(symbol));
  }

  #add(symbol: PickleSymbol): number {
    this.#values.push(symbol);
    return this.#values.length - 1;
  }
}

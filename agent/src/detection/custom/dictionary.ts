import { isWordCharacter, toLower } from "../places/symbols.ts";

/** An entry may hold spaces and punctuation, but not more units than this. */
const MAX_ENTRY_CHARS = 200;
const MAX_WORDS = 12;
const FNV_BASIS = 0x811c_9dc5;
const FNV_PRIME = 0x0100_0193;
const SPACE = 0x20;

/**
 * A list of names, numbers or words, matched exactly: whole words, in any case, a run of blanks as one. A million entries
 * take about 50 MB. Each is known by the hash of its words, so that a text costs one look for each of its words and word
 * groups, however many entries begin alike.
 */
export class Dictionary {
  /** All entries behind each other, in small letters. */
  readonly #units: Uint16Array;
  /** By entry: where it begins in `#units`; one more at the end. */
  readonly #starts: Uint32Array;
  readonly #hashes: Int32Array;
  /** By entry: the next one in the same slot, or -1. */
  readonly #next: Int32Array;
  readonly #slots: Int32Array;
  /** By number of words: 1 if there are such entries. */
  readonly #hasWords = new Uint8Array(MAX_WORDS + 1);

  /** Throws when an entry has more than 200 characters or 12 words. */
  constructor(entries: readonly string[]) {
    const normal = [...new Set(entries.map(normalise))].filter((entry) => entry !== "");
    this.#starts = new Uint32Array(normal.length + 1);
    this.#units = new Uint16Array(normal.reduce((sum, entry) => sum + entry.length, 0));
    this.#hashes = new Int32Array(normal.length);
    this.#next = new Int32Array(normal.length);
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, normal.length * 2)))).fill(-1);
    normal.forEach((entry, i) => this.#add(entry, i));
  }

  /** Reports the longest entry at each place of a text; `units` holds zeros behind `length`. */
  find(units: Uint16Array, length: number, found: (start: number, end: number) => void): void {
    for (let at = 0; at < length;) {
      if (!isWordCharacter(units[at] ?? 0)) {
        at++;
        continue;
      }
      let longest = -1;
      const wordEnd = eachGroup(units, at, length, (hash, words, end) => {
        if (this.#hasWords[words] === 1 && this.#holds(hash, units, at, end)) longest = end;
      });
      if (longest > at) found(at, longest);
      at = Math.max(longest, wordEnd);
    }
  }

  #add(entry: string, i: number): void {
    const start = this.#starts[i] ?? 0;
    for (let j = 0; j < entry.length; j++) this.#units[start + j] = entry.charCodeAt(j);
    const limit = start + entry.length;
    this.#starts[i + 1] = limit;
    let whole: { hash: number; words: number } | null = null;
    eachGroup(this.#units, start, limit, (hash, words, end) => {
      if (end === limit) whole = { hash, words };
    });
    const { hash, words } = whole ?? { hash: 0, words: MAX_WORDS + 1 };
    if (entry.length > MAX_ENTRY_CHARS || words > MAX_WORDS)
      throw new Error(`an entry has more than ${MAX_ENTRY_CHARS} characters or ${MAX_WORDS} words`);
    this.#hashes[i] = hash;
    this.#hasWords[words] = 1;
    const slot = hash & (this.#slots.length - 1);
    this.#next[i] = this.#slots[slot] ?? -1;
    this.#slots[slot] = i;
  }

  #holds(hash: number, units: Uint16Array, start: number, end: number): boolean {
    for (let i = this.#slots[hash & (this.#slots.length - 1)] ?? -1; i >= 0; i = this.#next[i] ?? -1)
      if (this.#hashes[i] === hash && this.#standsAt(i, units, start, end)) return true;
    return false;
  }

  #standsAt(i: number, units: Uint16Array, start: number, end: number): boolean {
    let at = start;
    const limit = this.#starts[i + 1] ?? 0;
    for (let j = this.#starts[i] ?? 0; j < limit; j++) {
      if (nextUnit(units, at) !== this.#units[j]) return false;
      at = afterUnit(units, at);
    }
    return at === end;
  }
}

/**
 * Goes from word to word and reports the hash of all up to each word's end. Returns the end of the first word.
 */
function eachGroup(
  units: Uint16Array,
  start: number,
  limit: number,
  report: (hash: number, words: number, end: number) => void,
): number {
  let hash = FNV_BASIS;
  let at = start;
  let firstEnd = start;
  for (let words = 1; words <= MAX_WORDS + 1; words++) {
    while (at < limit && isWordCharacter(units[at] ?? 0)) {
      hash = Math.imul(hash ^ toLower(units[at] ?? 0), FNV_PRIME);
      at++;
    }
    if (words === 1) firstEnd = at;
    // The low bits of short words are weak: fold the high ones in.
    report(hash ^ (hash >>> 15), words, at);
    while (at < limit && !isWordCharacter(units[at] ?? 0)) {
      if (at - start > MAX_ENTRY_CHARS) return firstEnd;
      hash = Math.imul(hash ^ nextUnit(units, at), FNV_PRIME);
      at = afterUnit(units, at);
    }
    if (at >= limit) return firstEnd;
  }
  return firstEnd;
}

const isBlank = (unit: number) =>
  unit === SPACE || unit === 0x09 || unit === 0xa0 || unit === 0x0a || unit === 0x0d;
const nextUnit = (units: Uint16Array, at: number) =>
  isBlank(units[at] ?? 0) ? SPACE : toLower(units[at] ?? 0);

function afterUnit(units: Uint16Array, at: number): number {
  let after = at + 1;
  if (isBlank(units[at] ?? 0)) while (isBlank(units[after] ?? 0)) after++;
  return after;
}

/** Small letters, single spaces, from the first word character to the last. */
function normalise(entry: string): string {
  let lower = "";
  for (const unit of Uint16Array.from(entry.replace(/\s+/g, " "), (c) => c.charCodeAt(0)))
    lower += String.fromCharCode(toLower(unit));
  return lower.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

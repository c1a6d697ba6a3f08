import { type Candidate, CONTEXT_CHARS } from "../candidate.ts";
import { fieldWords } from "../places/field-names.ts";
import { isWordCharacter } from "../places/symbols.ts";
import { TextUnits } from "../places/text-units.ts";
import type { Prepared } from "../prepare.ts";
import { type PhraseHit, PhraseReader } from "./phrase-reader.ts";
import { type NearWord, type Phrase, PhraseTable } from "./phrase-table.ts";
import { wordStart } from "./words.ts";

/** What separates a value from the next one. */
const ENDS_FIELD: ReadonlySet<number> = new Set(Array.from("\n,;:={}|\t<>", (c) => c.charCodeAt(0)));
const MAX_HEADINGS = 10_000;
const NO_HITS: readonly PhraseHit[] = [];

/**
 * Finds the words near a value that speak for or against it. Words count whole and in any case. A field's name outweighs
 * the text before the value, and that the text after it, which counts up to the next separator only: `231480003, bsn: …`
 * names the number that follows. Each word of the text is looked up once, however many values and detectors ask.
 */
export class NearWords {
  readonly #table: PhraseTable;
  readonly #headings = new Map<string, readonly PhraseHit[]>();
  readonly #speaking: Phrase[] = [];
  #text = "";
  #units: Uint16Array = new Uint16Array(0);
  readonly #asks: { detector: number; candidate: Candidate | null } = { detector: 0, candidate: null };
  readonly #reader: PhraseReader;
  /** For stretches that are not part of what `#reader` reads on and on. */
  readonly #aside: PhraseReader;
  /** The stretch that the reader has read. */
  #readFrom = 0;
  #readTo = 0;
  /** Answers of the last places, since many detectors ask about one. */
  #before = { start: -1, last: -1, cut: NO_HITS };
  #behind = { end: -1, hits: NO_HITS };

  constructor(detectors: readonly Prepared[]) {
    this.#table = new PhraseTable(detectors);
    this.#reader = new PhraseReader(this.#table);
    this.#aside = new PhraseReader(this.#table);
  }

  begin(text: string, units: Uint16Array): void {
    this.#text = text;
    this.#units = units;
    this.#asks.candidate = null;
    this.#restart(0);
    this.#before = { start: -1, last: -1, cut: NO_HITS };
    this.#behind = { end: -1, hits: NO_HITS };
  }

  /** The nearest phrase that the detector knows; `field` is the heading of the value's column. */
  nearest(detector: number, start: number, end: number, field: string | null): NearWord | null {
    if (field !== null) {
      const named = firstOf(this.#inHeading(field), detector);
      if (named) return named;
    }
    return (
      this.#nearestBefore(detector, start) ??
      firstOf(this.#hitsBehind(end), detector) ??
      this.#unspaced(detector, start)
    );
  }

  /** For a check that asks about its own candidate: whether the nearest phrase speaks for its first so many characters. Good until the next. */
  speaksFor(detector: number, candidate: Candidate): (length: number) => boolean {
    this.#asks.detector = detector;
    this.#asks.candidate = candidate;
    return this.#answer;
  }

  readonly #answer = (length: number): boolean => {
    const { detector, candidate } = this.#asks;
    if (candidate === null) return false;
    const { start, field } = candidate;
    return this.nearest(detector, start, start + length, field)?.speaks === "for";
  };

  /**
   * The phrases near a value that speak for some detector's matches: none, with most numbers. Null: the script has no
   * spaces between words, and only `nearest` can tell. The array is the next call's too.
   */
  speaking(start: number, end: number, field: string | null): readonly Phrase[] | null {
    if (!this.#isSpaced(start)) return null;
    const from = Math.max(0, start - CONTEXT_CHARS);
    if (this.#before.start !== start) this.#lookBefore(from, start);
    const speaking = this.#speaking;
    speaking.length = 0;
    if (field !== null)
      for (const { phrase } of this.#inHeading(field)) if (phrase.isFor) speaking.push(phrase);
    for (const { phrase } of this.#before.cut) if (phrase.isFor) speaking.push(phrase);
    const { hits } = this.#reader;
    for (let i = this.#before.last; i >= 0; i--) {
      const { phrase, end: hitEnd } = hits[i] as PhraseHit;
      if (hitEnd <= from) break;
      if (phrase.isFor) speaking.push(phrase);
    }
    for (const { phrase } of this.#hitsBehind(end)) if (phrase.isFor) speaking.push(phrase);
    return speaking;
  }

  #nearestBefore(detector: number, start: number): NearWord | null {
    const from = Math.max(0, start - CONTEXT_CHARS);
    if (this.#before.start !== start) this.#lookBefore(from, start);
    const cut = firstOf(this.#before.cut, detector);
    if (cut) return cut;
    const { hits } = this.#reader;
    for (let i = this.#before.last; i >= 0; i--) {
      const { phrase, end, firstEnd } = hits[i] as PhraseHit;
      if (end <= from) return null;
      const speaks = phrase.speaks[detector] as number;
      // A phrase that begins ahead of the window is not near, whether or not it happens to have been read.
      if (speaks !== 0 && firstEnd > from) return speaks > 0 ? phrase.asFor : phrase.asAgainst;
    }
    return null;
  }

  #lookBefore(from: number, start: number): void {
    if (from < this.#readFrom || from > this.#readTo) this.#restart(wordStart(this.#units, from));
    if (start > this.#readTo) {
      let to = start;
      while (isWordCharacter(this.#units[to] as number)) to++;
      this.#reader.read(this.#readTo, to);
      this.#readTo = to;
    }
    this.#before = { start, last: lastEndingBy(this.#reader.hits, start), cut: this.#hitsInCutWord(start) };
  }

  /** In `bsn231480003` the number begins within a word; what is before it counts by itself. */
  #hitsInCutWord(start: number): readonly PhraseHit[] {
    if (start === 0 || !isWordCharacter(this.#units[start - 1] as number)) return NO_HITS;
    return this.#readAside(this.#units, wordStart(this.#units, start), start).reverse();
  }

  #hitsBehind(end: number): readonly PhraseHit[] {
    if (this.#behind.end === end) return this.#behind.hits;
    const limit = Math.min(this.#text.length, end + CONTEXT_CHARS);
    let to = end;
    while (to < limit && !ENDS_FIELD.has(this.#units[to] as number)) to++;
    let hits = NO_HITS;
    if (to - end > 2)
      hits = this.#readAside(this.#units, end, to).sort((a, b) => a.start - b.start || b.end - a.end);
    this.#behind = { end, hits };
    return hits;
  }

  #inHeading(heading: string): readonly PhraseHit[] {
    let known = this.#headings.get(heading);
    if (!known) {
      const words = fieldWords(heading);
      known = this.#readAside(new TextUnits().read(words), 0, words.length).reverse();
      // Headings come from strangers' files: their number has no bound, this memory has.
      if (this.#headings.size > MAX_HEADINGS) this.#headings.clear();
      this.#headings.set(heading, known);
    }
    return known;
  }

  #readAside(units: Uint16Array, from: number, to: number): PhraseHit[] {
    this.#aside.restart(units);
    this.#aside.read(from, to);
    return [...this.#aside.hits];
  }

  /** Whether what stands before a value is of a script that puts spaces between words. */
  #isSpaced(start: number): boolean {
    const unit = this.#units[start - 1] ?? 0;
    return unit < 0x80 && (this.#units[start - 2] ?? 0) < 0x80 && (this.#units[start - 3] ?? 0) < 0x80;
  }

  #unspaced(detector: number, start: number): NearWord | null {
    if (this.#isSpaced(start)) return null;
    const before = this.#text.slice(Math.max(0, start - CONTEXT_CHARS / 2), start);
    for (const { text, speaks, asFor, asAgainst } of this.#table.unspaced)
      if (speaks[detector] !== 0 && before.includes(text))
        return (speaks[detector] ?? 0) > 0 ? asFor : asAgainst;
    return null;
  }

  #restart(at: number): void {
    this.#reader.restart(this.#units);
    this.#readFrom = at;
    this.#readTo = at;
  }
}

function firstOf(hits: readonly PhraseHit[], detector: number): NearWord | null {
  for (const { phrase } of hits) {
    const speaks = phrase.speaks[detector] as number;
    if (speaks !== 0) return speaks > 0 ? phrase.asFor : phrase.asAgainst;
  }
  return null;
}

/** Index of the last hit that ends at `at` or before; hits are sorted by end. */
function lastEndingBy(hits: readonly PhraseHit[], at: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hits[middle] as PhraseHit).end <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

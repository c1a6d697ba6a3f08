import { Candidate } from "./candidate.ts";
import { raiseByColumn, type TextColumns } from "./column-share.ts";
import type { Dictionary } from "./custom/dictionary.ts";
import type { Detector } from "./detector.ts";
import { NearWords } from "./context/near-words.ts";
import type { Phrase } from "./context/phrase-table.ts";
import { ENCODED_URL, encodedStretches } from "./encoded.ts";
import { judge } from "./judge.ts";
import { capitalWordUses, type KeywordUse, keywordUses } from "./keyword-uses.ts";
import { linkTopics } from "./link-topics.ts";
import type { Match } from "./match.ts";
import { assignedValue } from "./places/assignment.ts";
import { goesOnInGroups, isFreeAfter, isFreeBefore, isWholeWord } from "./places/edges.ts";
import {
  beginsWord,
  endsWord,
  fieldWords,
  type FieldName,
  namesField,
  tailEnd,
} from "./places/field-names.ts";
import { KeywordIndex } from "./places/keyword-index.ts";
import { hasDigits, numberStarts } from "./places/number-starts.ts";
import { PictureAutomaton } from "./places/picture-automaton.ts";
import { BLOCK_CHARS, KEYWORD_PLACE, NUMBER_PLACE, PlaceFinder, WORD_PLACE } from "./places/place-finder.ts";
import { isWordCharacter } from "./places/symbols.ts";
import { TextUnits } from "./places/text-units.ts";
import { WordIndex } from "./places/word-index.ts";
import { Prepared } from "./prepare.ts";
import { resolveOverlaps } from "./resolve-overlaps.ts";

/** A stretch of text that belongs to a named field: a cell of a table, the value of a key. */
interface Field {
  name: string;
  start: number;
  end: number;
}

/** What the text's structure says of its places, where it has any. */
export interface TextContext {
  /** Name of the field that the character at `offset` belongs to, such as a column's heading. */
  fieldAt?: (offset: number) => string | null;
  /** The fields whose name is wanted, in order. */
  fields?: (wanted: (name: string) => boolean) => Iterable<Field>;
  /** The columns whose values are judged together. */
  columns?: TextColumns;
}

/** The detectors one of whose pictures ends at a place, by what is done there. */
interface PictureOwners {
  /** Their pattern is tried. */
  tried: readonly Prepared[];
  /** The picture is the match, and stands free. */
  whole: readonly Prepared[];
  /** The same, where a word speaks for it. */
  needingWord: readonly Prepared[];
}

function speaksFor(phrases: readonly Phrase[], { index }: Prepared): boolean {
  for (const { speaks } of phrases) if (speaks[index] === 1) return true;
  return false;
}

const isCredential = (detector: Detector) => detector.category === "credential";

/** A window beyond the keyword that a search ahead of it looks at. */
const SEARCH_AFTER = 160;
const MAX_HEADINGS = 10_000;
/** More than `numberStarts` goes back; a power of two. */
const WALKS_KNOWN = 64;
/** Found as keywords are, though no detector looks there: what is encoded is decoded first. */
const ENCODED_URL_USES: readonly KeywordUse[] = [];

/**
 * The detectors, compiled: one pass over the text finds the places to look (keywords, numbers, `@`), and patterns and
 * checks run there only. Not reentrant: a text is scanned from start to end before the next.
 */
export class Engine {
  readonly #prepared: readonly Prepared[];
  readonly #keywords: KeywordIndex<KeywordUse>;
  readonly #finder: PlaceFinder;
  readonly #nearWords: NearWords;
  readonly #words: WordIndex<KeywordUse>;
  readonly #pictures: PictureAutomaton<PictureOwners>;
  readonly #atSign: readonly Prepared[];
  readonly #digitRuns: readonly Prepared[];
  readonly #leastDigits: number;
  readonly #named: readonly Prepared[];
  readonly #everywhere: readonly Prepared[];
  readonly #dictionaries: readonly { prepared: Prepared; dictionary: Dictionary }[];
  readonly #byField = new Map<string, readonly Prepared[]>();
  /** By detector: up to where the text is claimed by its matches. */
  readonly #settled: Int32Array;
  readonly #starts = new Int32Array(4);
  /** Where pictures have been walked from, by a start's lowest bits: each group of `2020-01-31` leads back to the first. */
  readonly #walked = new Int32Array(WALKS_KNOWN);
  readonly #reader = new TextUnits();
  readonly #decodes: boolean;
  #inner: Engine | undefined;
  #units: Uint16Array = new Uint16Array(0);
  #hasEncodedUrls = false;
  #text = "";
  #context: TextContext = {};
  #matches: Match[] = [];
  #candidate = new Candidate("", 0, 0);

  constructor(
    detectors: readonly Detector[],
    dictionaries: readonly { detector: Detector; dictionary: Dictionary }[] = [],
    decodes = true,
  ) {
    this.#decodes = decodes;
    this.#prepared = detectors.map((detector, i) => new Prepared(detector, i));
    this.#dictionaries = dictionaries.map(({ detector, dictionary }, i) => ({
      prepared: new Prepared(detector, detectors.length + i),
      dictionary,
    }));
    this.#settled = new Int32Array(detectors.length + dictionaries.length);
    this.#everywhere = this.#prepared.filter(({ detector: { linear, keywords } }) => linear && !keywords);
    this.#keywords = new KeywordIndex(
      new Map<string, readonly KeywordUse[]>(keywordUses(this.#prepared)).set(ENCODED_URL, ENCODED_URL_USES),
    );
    this.#finder = new PlaceFinder(this.#keywords.filter);
    this.#nearWords = new NearWords([
      ...this.#prepared,
      ...this.#dictionaries.map(({ prepared }) => prepared),
    ]);
    this.#words = new WordIndex(capitalWordUses(this.#prepared));
    this.#pictures = new PictureAutomaton(
      this.#prepared.flatMap(({ detector: { forms = [], anyCase = false }, index }) =>
        forms.map((picture) => ({ picture, anyCase, owner: index })),
      ),
      (owners) => this.#ownersOf(owners),
    );
    this.#atSign = this.#prepared.filter(({ detector }) => detector.keywords?.includes("@"));
    this.#digitRuns = this.#prepared.filter(({ detector }) => detector.digits !== undefined);
    this.#leastDigits = Math.min(...this.#digitRuns.map(({ detector }) => detector.digits ?? Infinity));
    this.#named = this.#prepared.filter(({ names }) => names.length > 0);
  }

  /** All matches in a text, by offset; where several claim the same characters, the best one. */
  scan(text: string, context: TextContext = {}): Match[] {
    this.#text = text;
    this.#units = this.#reader.read(text);
    this.#nearWords.begin(text, this.#units);
    this.#context = context;
    this.#matches = [];
    this.#settled.fill(0);
    this.#walked.fill(-1);
    this.#hasEncodedUrls = false;
    this.#pass(text.length);
    this.#readFields();
    for (const prepared of this.#everywhere) this.#searchAll(prepared);
    for (const { prepared, dictionary } of this.#dictionaries)
      dictionary.find(this.#units, text.length, (start, end) => this.#consider(prepared, start, end));
    this.#readEncoded();
    const matches = this.#matches;
    this.#text = "";
    this.#matches = [];
    this.#candidate = new Candidate("", 0, 0);
    return linkTopics(raiseByColumn(resolveOverlaps(matches), text, context), text);
  }

  #pass(length: number): void {
    const units = this.#units;
    const { places } = this.#finder;
    this.#finder.restart();
    for (let from = 0; from < length; from += BLOCK_CHARS) {
      const count = this.#finder.read(units, from, Math.min(length, from + BLOCK_CHARS));
      for (let i = 0; i < count; i++) {
        const place = places[i] as number;
        const at = from + (place >>> 2);
        const kind = place & 3;
        if (kind === KEYWORD_PLACE) this.#keywords.at(units, at, this.#onKeyword);
        else if (kind === WORD_PLACE) this.#words.at(units, at, this.#onKeyword);
        else if (kind === NUMBER_PLACE) this.#onNumber(at);
        else this.#onAtSign(at);
      }
    }
  }

  readonly #onKeyword = (uses: readonly KeywordUse[], start: number, end: number): void => {
    if (uses === ENCODED_URL_USES) this.#hasEncodedUrls = true;
    for (const { prepared, name } of uses) {
      if (name) this.#onName(prepared, name, start, end);
      else if (prepared.before !== undefined) this.#searchAhead(prepared, start, end);
      else if (prepared.hasPattern) this.#tryAt(prepared, start);
      else if (isWholeWord(this.#units, start, end)) this.#onTerm(prepared, start, end);
    }
  };

  /** Of terms within terms the longest counts, whichever of them has been seen first. */
  #onTerm(prepared: Prepared, start: number, end: number): void {
    const settled = this.#settled[prepared.index] as number;
    if (start >= settled || end < settled) return this.#consider(prepared, start, end);
    const i = this.#matches.findLastIndex(({ detector }) => detector === prepared.detector);
    const { offset = -1, length = 0 } = this.#matches[i] ?? {};
    if (start > offset || end - start <= length) return;
    this.#settled[prepared.index] = 0;
    this.#consider(prepared, start, end);
    if (this.#settled[prepared.index] === 0) this.#settled[prepared.index] = settled;
    else this.#matches.splice(i, 1);
  }

  #onName(prepared: Prepared, name: FieldName, start: number, end: number): void {
    if (!name.openStart && !beginsWord(this.#units, start)) return;
    const tail = name.openEnd ? tailEnd(this.#units, end) : endsWord(this.#units, end);
    if (tail < 0) return;
    const assigned = assignedValue(this.#text, this.#units, tail, prepared.detector.looseName ?? false);
    if (assigned && prepared.hasPattern)
      this.#tryAt(prepared, assigned.start, this.#text.slice(start, tail), assigned.quote);
  }

  #onAtSign(at: number): void {
    if (!isWordCharacter(this.#units[at - 1] ?? 0) || !isWordCharacter(this.#units[at + 1] ?? 0)) return;
    for (const prepared of this.#atSign) this.#searchAhead(prepared, at, at + 1);
  }

  #onNumber(at: number): void {
    const units = this.#units;
    const count = numberStarts(units, at, this.#starts);
    for (let i = 0; i < count; i++) {
      const start = this.#starts[i] as number;
      const slot = start & (WALKS_KNOWN - 1);
      if (this.#walked[slot] === start) continue;
      this.#walked[slot] = start;
      if (isFreeBefore(units, start)) this.#pictures.walk(units, start, this.#onPicture);
    }
    if (!hasDigits(units, at, this.#leastDigits)) return;
    const sign = units[at - 1];
    const signed = sign === 0x2b || sign === 0x28 ? at - 1 : at;
    const start = sign === 0x2b && units[at - 2] === 0x28 ? at - 2 : signed;
    for (const prepared of this.#digitRuns) if (prepared.hasPattern) this.#tryAt(prepared, start);
  }

  readonly #onPicture = ({ tried, whole, needingWord }: PictureOwners, start: number, end: number): void => {
    for (const prepared of tried) this.#tryAt(prepared, start);
    if (whole.length + needingWord.length === 0) return;
    if (!isFreeAfter(this.#units, end) || goesOnInGroups(this.#units, start, end)) return;
    for (const prepared of whole) this.#consider(prepared, start, end);
    if (needingWord.length === 0) return;
    const field = this.#context.fieldAt ? this.#candidateAt(start, end, "", "").field : null;
    const phrases = this.#nearWords.speaking(start, end, field);
    if (phrases?.length === 0) return;
    for (const prepared of needingWord)
      if (!phrases || speaksFor(phrases, prepared)) this.#consider(prepared, start, end);
  };

  #ownersOf(owners: readonly number[]): PictureOwners {
    const all = owners.flatMap((owner) => this.#prepared[owner] ?? []);
    return {
      tried: all.filter(({ hasPattern }) => hasPattern),
      whole: all.filter(({ hasPattern, needsWord }) => !hasPattern && !needsWord),
      needingWord: all.filter(({ hasPattern, needsWord }) => !hasPattern && needsWord),
    };
  }

  /** Runs the pattern at one place. */
  #tryAt(prepared: Prepared, start: number, name = "", quote = ""): void {
    if (start < (this.#settled[prepared.index] as number)) return;
    const end = prepared.endOfMatch(this.#text, this.#units, start);
    if (end >= 0) this.#consider(prepared, start, end, name, quote);
  }

  /** Runs the pattern in a window that begins ahead of a keyword, so that no place costs more than the window is long. */
  #searchAhead(prepared: Prepared, from: number, to: number): void {
    const { search, index, before = 0 } = prepared;
    if (!search || from < (this.#settled[index] ?? 0)) return;
    const text = this.#text;
    const windowStart = Math.max(0, from - before - 1);
    const window = text.slice(windowStart, Math.min(text.length, to + SEARCH_AFTER));
    search.lastIndex = 0;
    for (let found = search.exec(window); found; found = search.exec(window)) {
      const start = windowStart + found.index;
      if (start > from) return;
      // What touches a cut edge may be part of something longer; it is no match of this window.
      const isCut = found.index === 0 && windowStart > 0;
      if (isCut || start < (this.#settled[index] ?? 0) || start + found[0].length < to) {
        search.lastIndex = found.index + 1;
        continue;
      }
      return this.#consider(prepared, start, start + found[0].length);
    }
  }

  /** Secrets that are written in another way. What is decoded is not decoded again. */
  #readEncoded(): void {
    if (!this.#decodes) return;
    for (const { start, end, decoded, how } of encodedStretches(
      this.#text,
      this.#units,
      this.#hasEncodedUrls,
    )) {
      this.#inner ??= new Engine(
        this.#prepared.map(({ detector }) => detector).filter(isCredential),
        [],
        false,
      );
      for (const match of this.#inner.scan(decoded))
        this.#matches.push({
          ...match,
          offset: start,
          length: end - start,
          reasons: [...match.reasons, `in ${how}`],
        });
    }
  }

  #searchAll(prepared: Prepared): void {
    const { search } = prepared;
    if (!search) return;
    search.lastIndex = 0;
    for (let found = search.exec(this.#text); found; found = search.exec(this.#text))
      this.#consider(prepared, found.index, found.index + found[0].length);
  }

  #readFields(): void {
    const { fields } = this.#context;
    if (!fields) return;
    for (const { name, start, end } of fields((heading) => this.#wanting(heading).length > 0)) {
      for (const prepared of this.#wanting(name)) {
        if (!prepared.hasPattern) continue;
        this.#settled[prepared.index] = 0;
        const matchEnd = prepared.endOfMatch(this.#text, this.#units, start);
        if (matchEnd >= 0 && matchEnd <= end) this.#consider(prepared, start, matchEnd, name);
      }
    }
  }

  /** The detectors that look for values in fields of this name. */
  #wanting(heading: string): readonly Prepared[] {
    let known = this.#byField.get(heading);
    if (!known) {
      const words = fieldWords(heading);
      known = this.#named.filter(({ names }) => names.some((name) => namesField(name, words)));
      // Headings come from strangers' files: their number has no bound, this memory has.
      if (this.#byField.size > MAX_HEADINGS) this.#byField.clear();
      this.#byField.set(heading, known);
    }
    return known;
  }

  #consider(prepared: Prepared, start: number, end: number, name = "", quote = ""): void {
    if (start < (this.#settled[prepared.index] ?? 0)) return;
    const match = judge(this.#candidateAt(start, end, name, quote), prepared, this.#nearWords);
    if (!match) return;
    this.#matches.push(match);
    this.#settled[prepared.index] = match.offset + match.length;
  }

  /** Many detectors ask about the same number: what one of them has read of it serves the next. */
  #candidateAt(start: number, end: number, name: string, quote: string): Candidate {
    const last = this.#candidate;
    if (
      last.start !== start ||
      last.end !== end ||
      last.name !== name ||
      last.quote !== quote ||
      last.text === ""
    )
      this.#candidate = new Candidate(this.#text, start, end, name, quote, this.#context.fieldAt);
    return this.#candidate;
  }
}

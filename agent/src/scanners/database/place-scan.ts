import type { Match } from "../../detection/match.ts";
import { fieldWords } from "../../detection/places/field-names.ts";
import { Sensitive } from "../../detection/sensitive.ts";
import type { TextContext, TextScan } from "../../detection/scan-text.ts";
import type { ColumnText } from "../../sources/database/reader.ts";
import { CellTexts } from "./cell-texts.ts";
import type { ValueHash } from "./distinct.ts";
import {
  countRows,
  isSurer,
  newPlaceTally,
  newTypeTally,
  type PlaceTally,
  type TypeTally,
} from "./type-tally.ts";

/** Longer values are prose: their form tells nothing. */
const MAX_FORM_CHARS = 40;
const MAX_FORMS = 200;

/** The rows of a batch in which a type has been counted, so that a row counts once. */
export type RowsCounted = Map<string, Set<number>>;

/** Looks through the values at one place of a column, batch by batch: the cells themselves, or what is under one path. */
export class PlaceScan {
  readonly #path: string;
  /** What the values are called: the column, or the last key on the path. */
  readonly #name: string;
  readonly #scanText: TextScan;
  readonly #hash: ValueHash;
  readonly #types: Map<string, TypeTally>;
  /** The name in words, as detection reads it. */
  readonly #heading: string;
  /** The last value that was looked at by itself. */
  #alone: { value: string; matches: readonly Match[] } = { value: "", matches: [] };
  readonly #counted: NonNullable<TextContext["columns"]>["counted"] = new Map();

  /** What is found goes into `types`. */
  constructor(
    place: { path: string; name: string },
    tools: { scanText: TextScan; hash: ValueHash },
    types: Map<string, TypeTally>,
  ) {
    this.#path = place.path;
    this.#name = place.name;
    this.#heading = fieldWords(place.name);
    this.#scanText = tools.scanText;
    this.#hash = tools.hash;
    this.#types = types;
  }

  /**
   * `rows`: the row of the batch that each value is from, where that is not its place among them; `held`: all the rows that hold it,
   * where each value is there once.
   */
  add(
    values: ColumnText,
    isRandom: boolean,
    counted: RowsCounted,
    rows?: readonly number[],
    held?: readonly (readonly number[])[],
  ): void {
    const cells = new CellTexts(values);
    const matches = this.#scanText(cells.text, cells.context(this.#name, this.#counted));
    const lastRow = new Map<string, number>();
    const passing = new Map<string, { tally: PlaceTally; forms: Set<string> }>();
    for (const seen of matches) {
      const cell = cells.rowAt(seen.offset);
      // Two values that follow each other are none.
      if (cell < 0 || seen.offset + seen.length > cells.end(cell)) continue;
      const match = this.#byItself(seen, cells, cell);
      if (!match) continue;
      const { entityType } = match.detector;
      const row = rows?.[cell] ?? cell;
      const inAll = held?.[cell] ?? [row];
      const type = entry(this.#types, entityType, newTypeTally);
      let place = type.places.get(this.#path);
      if (!place) type.places.set(this.#path, (place = newPlaceTally(match)));
      if (isSurer(match, place.best)) place.best = match;
      type.distinct.add(this.#hash(normal(match)));
      const isWhole = match.length === cells.end(cell) - cells.start(cell);
      if (match.detector.checksum !== undefined && isWhole && match.length <= MAX_FORM_CHARS) {
        const { forms } = entry(passing, entityType, () => ({ tally: place, forms: new Set<string>() }));
        if (forms.size < MAX_FORMS) forms.add(formOf(cells.value(cell)));
        place.passing += inAll.length;
      }
      if (lastRow.get(entityType) === row) continue;
      lastRow.set(entityType, row);
      countRows(place.matched, inAll.length, isRandom);
      const inRows = entry(counted, entityType, () => new Set<number>());
      const before = inRows.size;
      for (const one of inAll) inRows.add(one);
      countRows(type.matched, inRows.size - before, isRandom);
    }
    if (passing.size > 0) countForms(cells, [...passing.values()], held);
  }

  /** Detection reads the rows as one text: what it took from a word or a person in another row does not count. */
  #byItself(match: Match, cells: CellTexts, row: number): Match | null {
    const value = cells.value(row);
    const word = outsideWord(match);
    if (word === null || this.#heading.includes(word) || value.toLowerCase().includes(word)) return match;
    if (this.#alone.value !== value)
      this.#alone = { value, matches: this.#scanText(value, { fieldAt: () => this.#name }) };
    return this.#alone.matches.find(({ detector }) => detector === match.detector) ?? null;
  }
}

function countForms(
  cells: CellTexts,
  passing: readonly { tally: PlaceTally; forms: ReadonlySet<string> }[],
  held: readonly (readonly number[])[] | undefined,
): void {
  for (const { row, start, end } of cells.all()) {
    if (end - start > MAX_FORM_CHARS) continue;
    const form = formOf(cells.text.slice(start, end));
    for (const { tally, forms } of passing) if (forms.has(form)) tally.sameForm += held?.[row]?.length ?? 1;
  }
}

/** The word near a match that made it surer or less sure; a character of no text where it was a person. */
function outsideWord({ reasons }: Match): string | null {
  for (const reason of reasons) {
    if (reason.startsWith("linked to ")) return "\0";
    const word = wordIn(reason);
    if (word !== null) return word;
  }
  return null;
}

const MAX_REASONS = 10_000;
const words = new Map<string, string | null>();

/** Rows give the same few reasons over and over. */
function wordIn(reason: string): string | null {
  let word = words.get(reason);
  if (word === undefined) {
    word = /^(?:context word|word against it) '(.+)'$/.exec(reason)?.[1] ?? null;
    if (words.size >= MAX_REASONS) words.clear();
    words.set(reason, word);
  }
  return word;
}

/** Equal values are the same one, however they are written. */
function normal({ detector, value }: Match): string {
  const raw = Sensitive.reveal(value);
  return detector.normalise?.(raw) ?? raw;
}

const formOf = (value: string): string => value.replace(/\d/g, "9").replace(/\p{L}/gu, "A");

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

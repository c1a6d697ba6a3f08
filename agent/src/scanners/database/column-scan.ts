import type { Match } from "../../detection/match.ts";
import { fieldWords } from "../../detection/places/field-names.ts";
import type { TextContext, TextScan } from "../../detection/scan-text.ts";
import type { ColumnInfo, ColumnText } from "../../sources/database/reader.ts";
import { isPasswordColumn, passwordForm, type PasswordForm } from "./password-column.ts";
import type { RowsRead } from "./sample-plan.ts";

/** What a column holds of one entity type. */
export interface TypeTally {
  /** The surest; it stands for the others. */
  best: Match;
  matched: RowsRead;
  /** Values that are such a one from end to end and pass its check, and all values of their form. */
  passing: number;
  sameForm: number;
}

/** Longer values are prose: their form tells nothing. */
const MAX_FORM_CHARS = 40;
const MAX_FORMS = 200;

/** Looks through the values of one column, batch by batch, and keeps no more of them than one match of a type. */
export class ColumnScan {
  readonly column: ColumnInfo;
  readonly types = new Map<string, TypeTally>();
  readonly read: RowsRead = { all: 0, random: 0 };
  readonly passwords = new Map<PasswordForm, RowsRead>();
  withValue = 0;
  /** Values that are bytes. */
  binary = 0;
  readonly #scanText: TextScan;
  readonly #isPassword: boolean;
  /** The column's name in words, as detection reads it. */
  readonly #heading: string;
  /** The last value that was looked at by itself. */
  #alone: { value: string; matches: readonly Match[] } = { value: "", matches: [] };
  readonly #counted: NonNullable<TextContext["columns"]>["counted"] = new Map();

  constructor(column: ColumnInfo, scanText: TextScan) {
    this.column = column;
    this.#scanText = scanText;
    this.#isPassword = isPasswordColumn(column.name);
    this.#heading = fieldWords(column.name);
  }

  /** `isRandom`: the rows were drawn by chance. */
  add(values: ColumnText, isRandom: boolean): void {
    const rows = values.ends.length;
    count(this.read, rows, isRandom);
    for (let row = 0; row < rows; row++) {
      if (values.blobs?.[row]) this.binary++;
      else if (values.nulls[row] !== 1) this.withValue++;
    }
    if (values.text.length < rows) return;
    const cells = new Cells(values);
    if (this.#isPassword) this.#addPasswords(cells, isRandom);
    this.#addMatches(cells, isRandom);
  }

  #addPasswords(cells: Cells, isRandom: boolean): void {
    for (const { start, end } of cells.all()) {
      const form = passwordForm(cells.text.slice(start, end));
      if (form)
        count(
          entry(this.passwords, form, () => ({ all: 0, random: 0 })),
          1,
          isRandom,
        );
    }
  }

  #addMatches(cells: Cells, isRandom: boolean): void {
    const matches = this.#scanText(cells.text, cells.context(this.column.name, this.#counted));
    const lastRow = new Map<string, number>();
    const passing = new Map<string, { values: number; forms: Set<string> }>();
    for (const seen of matches) {
      const row = cells.rowAt(seen.offset);
      // Two values that follow each other are none.
      if (row < 0 || seen.offset + seen.length > cells.end(row)) continue;
      const match = this.#byItself(seen, cells, row);
      if (!match) continue;
      const type = match.detector.entityType;
      const tally = entry(this.types, type, () => emptyTally(match));
      if (isSurer(match, tally.best)) tally.best = match;
      const isWhole = match.length === cells.end(row) - cells.start(row);
      if (match.detector.checksum !== undefined && isWhole && match.length <= MAX_FORM_CHARS) {
        const { forms } = entry(passing, type, () => ({ values: 0, forms: new Set<string>() }));
        if (forms.size < MAX_FORMS) forms.add(formOf(cells.value(row)));
        tally.passing++;
      }
      if (lastRow.get(type) === row) continue;
      lastRow.set(type, row);
      count(tally.matched, 1, isRandom);
    }
    if (passing.size > 0) this.#countForms(cells, passing);
  }

  /** Detection reads the rows as one text: what it took from a word or a person in another row does not count. */
  #byItself(match: Match, cells: Cells, row: number): Match | null {
    const value = cells.value(row);
    const word = outsideWord(match);
    if (word === null || this.#heading.includes(word) || value.toLowerCase().includes(word)) return match;
    const { name } = this.column;
    if (this.#alone.value !== value)
      this.#alone = { value, matches: this.#scanText(value, { fieldAt: () => name }) };
    return this.#alone.matches.find(({ detector }) => detector === match.detector) ?? null;
  }

  #countForms(cells: Cells, passing: ReadonlyMap<string, { forms: ReadonlySet<string> }>): void {
    for (const { start, end } of cells.all()) {
      if (end - start > MAX_FORM_CHARS || end === start) continue;
      const form = formOf(cells.text.slice(start, end));
      for (const [type, { forms }] of passing) {
        const tally = this.types.get(type);
        if (tally && forms.has(form)) tally.sameForm++;
      }
    }
  }
}

/** Values laid under each other, by row. */
class Cells {
  readonly text: string;
  readonly #ends: Int32Array;

  constructor({ text, ends }: ColumnText) {
    this.text = text;
    this.#ends = ends;
  }

  start(row: number): number {
    return row === 0 ? 0 : (this.#ends[row - 1] ?? 0) + 1;
  }

  end(row: number): number {
    return this.#ends[row] ?? 0;
  }

  value(row: number): string {
    return this.text.slice(this.start(row), this.end(row));
  }

  /** The row that holds the character, or -1 between two. */
  rowAt(offset: number): number {
    let low = 0;
    let high = this.#ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ends[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low < this.#ends.length && offset >= this.start(low) ? low : -1;
  }

  *all(): Generator<{ start: number; end: number }, void, undefined> {
    for (let row = 0; row < this.#ends.length; row++) {
      const start = this.start(row);
      const end = this.end(row);
      if (end > start) yield { start, end };
    }
  }

  /** The column's name stands over every value. */
  context(name: string, counted: NonNullable<TextContext["columns"]>["counted"]): TextContext {
    return {
      fieldAt: (offset) => (this.rowAt(offset) < 0 ? null : name),
      fields: (wanted) => (wanted(name) ? this.#named(name) : []),
      columns: { at: () => name, cells: () => this.all(), counted },
    };
  }

  *#named(name: string): Generator<{ name: string; start: number; end: number }, void, undefined> {
    for (const { start, end } of this.all()) yield { name, start, end };
  }
}

/** The word near a match that made it surer or less sure; a character of no text where it was a person. */
function outsideWord({ reasons }: Match): string | null {
  for (const reason of reasons) {
    if (reason.startsWith("linked to ")) return "\0";
    const word = /^(?:context word|word against it) '(.+)'$/.exec(reason)?.[1];
    if (word !== undefined) return word;
  }
  return null;
}

const emptyTally = (best: Match): TypeTally => ({
  best,
  matched: { all: 0, random: 0 },
  passing: 0,
  sameForm: 0,
});

/** What means nobody never stands for what may mean somebody. */
const isSurer = (match: Match, than: Match): boolean =>
  match.known === than.known ? match.confidence > than.confidence : than.known;

const formOf = (value: string): string => value.replace(/\d/g, "9").replace(/\p{L}/gu, "A");

function count(rows: RowsRead, by: number, isRandom: boolean): void {
  rows.all += by;
  if (isRandom) rows.random += by;
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

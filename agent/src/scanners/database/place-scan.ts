import {
  canRise,
  type ColumnCount,
  formOf,
  judgeColumn,
  LEAST_VALUES,
  raisedByColumn,
} from "../../detection/column-share.ts";
import { ColumnValues, MAX_VALUE_CHARS, type ShapeVerdict } from "../../detection/columns/column-values.ts";
import type { Detector } from "../../detection/detector.ts";
import type { Match } from "../../detection/match.ts";
import type { TextScan } from "../../detection/scan-text.ts";
import { Sensitive } from "../../detection/sensitive.ts";
import { placesOf } from "../../sources/database/column-text.ts";
import type { CellPlaces, ColumnText } from "../../sources/database/reader.ts";
import type { ValueHash } from "./distinct.ts";
import { LookedThrough } from "./looked-through.ts";
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
const DIGIT = /\d/;

/** The rows of a batch in which a type has been counted, so that a row counts once; null where each is looked at in one place. */
export type RowsCounted = Map<string, Set<number>> | null;

/** One batch at a place. */
interface Batch {
  cells: CellPlaces;
  isRandom: boolean;
  counted: RowsCounted;
  rows: readonly number[] | undefined;
  /** By type: the forms of values that pass its check from end to end. */
  passing: Map<string, { tally: PlaceTally; forms: Set<string> }>;
  /** What may be surer than it looks, if most of the column passes. */
  rising: Map<Detector, Match[]>;
  /** The values that are not known, each with the cells that hold it. */
  left: Map<string, number[]>;
  /** Cells of which it is known that they are nothing, each of a shape of its own. */
  nothing: number[];
}

/** Looks through the values at one place of a column, batch by batch: the cells themselves, or what is under one path. */
export class PlaceScan {
  readonly #path: string;
  readonly #hash: ValueHash;
  readonly #types: Map<string, TypeTally>;
  readonly #known: ColumnValues;
  readonly #through: LookedThrough;
  readonly #counts = new Map<Detector, ColumnCount>();
  /** Of the batch at work, by cell: what is known of the values that may be something. */
  readonly #verdicts: (ShapeVerdict | null)[] = [];
  /** Shapes of the batch at work. */
  readonly #met: ShapeVerdict[] = [];

  /** `name`: what the values are called, which is the column, or the last key on the path. What is found goes into `types`. */
  constructor(
    { path, name }: { path: string; name: string },
    tools: { scanText: TextScan; hash: ValueHash },
    types: Map<string, TypeTally>,
  ) {
    this.#path = path;
    this.#hash = tools.hash;
    this.#types = types;
    this.#known = new ColumnValues(name, tools.scanText);
    this.#through = new LookedThrough(name, tools.scanText);
  }

  /** `rows`: the row of the batch that each value is from, where that is not its place among them. */
  add(values: ColumnText, isRandom: boolean, counted: RowsCounted, rows?: readonly number[]): void {
    const cells = placesOf(values);
    const state = { passing: new Map(), rising: new Map(), left: new Map(), nothing: [] };
    const batch: Batch = { cells, isRandom, counted, rows, ...state };
    this.#recognise(batch);
    const found = batch.left.size > 0 ? this.#lookThrough(batch) : null;
    // In the order of the rows: of equally sure ones the first stands for the others.
    for (let cell = 0; cell < cells.ends.length; cell++) {
      const verdict = this.#verdicts[cell];
      if (verdict) this.#tell(verdict, cell, batch);
      const seen = found?.get(cell);
      if (seen) this.#count(seen.matches, cell, batch, null, seen.isCounted);
    }
    this.#raise(batch);
    countForms(this.#met, batch);
    for (const verdict of this.#met) verdict.inBatch = 0;
    this.#met.length = 0;
  }

  /** Whether it is known of the value that neither it nor any other of its shape is anything. */
  isNothing(value: string): boolean {
    const verdict = this.#known.find(value, 0, value.length);
    return verdict !== undefined && !verdict.isLeft && verdict.steps === null && verdict.matches.length === 0;
  }

  /** Finds out what is known of each value. */
  #recognise(batch: Batch): void {
    const { text, starts, ends } = batch.cells;
    for (let cell = 0; cell < ends.length; cell++) {
      const start = starts[cell] as number;
      const end = ends[cell] as number;
      this.#verdicts[cell] = null;
      if (end <= start) continue;
      const verdict = this.#known.find(text, start, end) ?? this.#learn(text.slice(start, end), cell, batch);
      if (verdict === null) continue;
      if (verdict.isLeft) leave(text.slice(start, end), cell, batch);
      else {
        if (verdict.inBatch++ === 0) this.#met.push(verdict);
        if (verdict.steps !== null || verdict.matches.length > 0) this.#verdicts[cell] = verdict;
      }
    }
  }

  /** Null: the value is nothing, or has been left for later. */
  #learn(value: string, cell: number, batch: Batch): ShapeVerdict | null {
    if (this.#known.isNothing(value)) batch.nothing.push(cell);
    else if (value.length <= MAX_VALUE_CHARS && this.#known.learnsShapes && DIGIT.test(value))
      return this.#known.learnShape(value);
    else leave(value, cell, batch);
    return null;
  }

  #tell(verdict: ShapeVerdict, cell: number, batch: Batch): void {
    const { cells } = batch;
    if (verdict.steps === null) {
      this.#count(verdict.matches, cell, batch, verdict.form, verdict.isCounted);
      verdict.isCounted = true;
      return;
    }
    const matches = verdict.steps.find(cells.text.slice(cells.starts[cell], cells.ends[cell]));
    if (matches.length > 0) this.#count(matches, cell, batch, verdict.form, false);
  }

  /** What is in the values that are not known, by cell. */
  #lookThrough({ left }: Batch): Map<number, { matches: readonly Match[]; isCounted: boolean }> {
    const values = [...left.keys()];
    const found = this.#through.look(values);
    const byCell = new Map<number, { matches: readonly Match[]; isCounted: boolean }>();
    for (const [i, value] of values.entries()) {
      const matches = found.get(i) ?? [];
      if (matches.length > 0)
        for (const [nth, cell] of (left.get(value) ?? []).entries())
          byCell.set(cell, { matches, isCounted: nth > 0 });
      if (value.length <= MAX_VALUE_CHARS && this.#known.learns && !DIGIT.test(value))
        this.#known.learnValue(value, matches.map(kept));
    }
    return byCell;
  }

  /** `isCounted`: the same value has been seen. */
  #count(
    matches: readonly Match[],
    cell: number,
    batch: Batch,
    form: string | null,
    isCounted: boolean,
  ): void {
    const { cells, isRandom, counted, rows } = batch;
    const length = (cells.ends[cell] as number) - (cells.starts[cell] as number);
    const row = rows?.[cell] ?? cell;
    for (let i = 0; i < matches.length; i++) {
      const match = matches[i] as Match;
      const { entityType, checksum } = match.detector;
      let type = this.#types.get(entityType);
      if (!type) this.#types.set(entityType, (type = newTypeTally()));
      let place = type.places.get(this.#path);
      if (!place) type.places.set(this.#path, (place = newPlaceTally(kept(match))));
      if (!isCounted) {
        if (isSurer(match, place.best)) place.best = kept(match);
        type.distinct.add(this.#hash(normal(match)));
        if (canRise(match)) entry(batch.rising, match.detector, () => []).push(match);
      }
      if (checksum !== undefined && match.length === length && length <= MAX_FORM_CHARS) {
        const tally = place;
        const { forms } = entry(batch.passing, entityType, () => ({ tally, forms: new Set<string>() }));
        const own = form ?? formOf(cells.text.slice(cells.starts[cell], cells.ends[cell]));
        if (forms.size < MAX_FORMS) forms.add(own);
        place.passing++;
      }
      if (isAmong(matches, i, entityType)) continue;
      countRows(place.matched, 1, isRandom);
      if (counted === null) countRows(type.matched, 1, isRandom);
      else {
        const inRows = entry(counted, entityType, () => new Set<number>());
        if (inRows.has(row)) continue;
        inRows.add(row);
        countRows(type.matched, 1, isRandom);
      }
    }
  }

  #raise(batch: Batch): void {
    for (const [detector, group] of batch.rising) {
      const known = this.#counts.get(detector);
      if (group.length < LEAST_VALUES && !known) continue;
      const judged = judgeColumn(group, known, (forms) => this.#different(forms, batch));
      this.#counts.set(detector, judged.count);
      const place = this.#types.get(detector.entityType)?.places.get(this.#path);
      if (!judged.isRaised || !place) continue;
      for (const match of group) {
        const raised = raisedByColumn(match);
        if (isSurer(raised, place.best)) place.best = kept(raised);
      }
    }
  }

  /** How many different values of the batch have one of the forms. */
  #different(forms: ReadonlySet<string>, { cells: { text, starts, ends }, left, nothing }: Batch): number {
    const values = new Set<string>();
    for (let cell = 0; cell < ends.length; cell++) {
      const start = starts[cell] as number;
      const end = ends[cell] as number;
      if (end <= start) continue;
      const verdict = this.#known.find(text, start, end);
      if (verdict && !verdict.isLeft && forms.has(verdict.form)) values.add(text.slice(start, end));
    }
    for (const value of left.keys()) if (forms.has(formOf(value))) values.add(value);
    for (const cell of nothing) {
      const value = text.slice(starts[cell], ends[cell]);
      if (forms.has(formOf(value))) values.add(value);
    }
    return values.size;
  }
}

function leave(value: string, cell: number, { left }: Batch): void {
  const cells = left.get(value);
  if (cells) cells.push(cell);
  else left.set(value, [cell]);
}

function countForms(met: readonly ShapeVerdict[], { passing, left, nothing, cells }: Batch): void {
  if (passing.size === 0) return;
  const count = (form: string, values: number) => {
    for (const { tally, forms } of passing.values()) if (forms.has(form)) tally.sameForm += values;
  };
  for (const { form, inBatch } of met) if (form.length <= MAX_FORM_CHARS) count(form, inBatch);
  for (const [value, { length }] of left) if (value.length <= MAX_FORM_CHARS) count(formOf(value), length);
  for (const cell of nothing) {
    const value = cells.text.slice(cells.starts[cell], cells.ends[cell]);
    if (value.length <= MAX_FORM_CHARS) count(formOf(value), 1);
  }
}

/** Whether one of the matches before is of the type too: a row counts once. */
function isAmong(matches: readonly Match[], before: number, entityType: string): boolean {
  for (let i = 0; i < before; i++) if ((matches[i] as Match).detector.entityType === entityType) return true;
  return false;
}

/** Cut out anew: a part of a text keeps all of it in memory. */
function kept(match: Match): Match {
  const value = Buffer.from(Sensitive.reveal(match.value), "utf16le").toString("utf16le");
  return { ...match, value: new Sensitive(value) };
}

/** Equal values are the same one, however they are written. */
function normal({ detector, value }: Match): string {
  const raw = Sensitive.reveal(value);
  return detector.normalise?.(raw) ?? raw;
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

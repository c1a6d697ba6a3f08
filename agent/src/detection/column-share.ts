import type { TextContext } from "./engine.ts";
import type { Match } from "./match.ts";
import { Sensitive } from "./sensitive.ts";

/** A column or a list tells something from so many different values on, and if so many of them pass. */
export const LEAST_VALUES = 10;
const LEAST_SHARE = 0.8;
/** Nobody's column of four digits passes a check by its nature. */
const LEAST_CHARS = 6;

/** Of a detector in a column: different values that pass, all of their form, and the most that passed in one stretch. */
export interface ColumnCount {
  passing: number;
  all: number;
  most: number;
}

export interface TextColumns {
  at: (offset: number) => string | null;
  cells: (column: string) => Iterable<{ start: number; end: number }>;
  /** What was counted in the stretches of the text before this one; this one's counts are added. */
  counted: Map<string, ColumnCount>;
  /** The text is not all of the column: who has the rest of it judges it as a whole. */
  isLater?: true;
}

/** A document's columns have no bound, what is remembered of them has. */
const MAX_COUNTED = 10_000;

/**
 * One in eleven numbers of nine digits passes the eleven-test, so one alone is a hint. Where eight in ten different values
 * of a column, or of a list with one a line, pass, they are what they look like.
 */
export function raiseByColumn(matches: readonly Match[], text: string, context: TextContext): Match[] {
  if (context.columns?.isLater) return [...matches];
  const groups = Map.groupBy(
    matches.filter(canRise),
    (match) => `${match.detector.id}\0${placeOf(match, text, context)}`,
  );
  const raised = new Set<Match>();
  for (const [key, group] of groups) {
    const place = key.slice(key.indexOf("\0") + 1);
    if (place === "") continue;
    const known = place === LIST ? undefined : context.columns?.counted.get(key);
    if (group.length < LEAST_VALUES && !known) continue;
    const judged = judgeColumn(group, known, (forms) => {
      const values = [...valuesAt(place, text, context)].filter((value) => forms.has(formOf(value)));
      return new Set(values).size;
    });
    if (place !== LIST) remember(context, key, judged.count);
    if (judged.isRaised) for (const match of group) raised.add(match);
  }
  if (raised.size === 0) return [...matches];
  return matches.map((match) => (raised.has(match) ? raisedByColumn(match) : match));
}

/**
 * Whether a column is what the matches of one detector in it say. `known`: what was counted in the stretches before this
 * one; `differentOf`: how many different values of some forms this one has.
 */
export function judgeColumn(
  group: readonly Match[],
  known: ColumnCount | undefined,
  differentOf: (forms: ReadonlySet<string>) => number,
): { count: ColumnCount; isRaised: boolean } {
  const passing = new Set(group.map(({ value }) => Sensitive.reveal(value)));
  const count = {
    passing: passing.size + (known?.passing ?? 0),
    all: Math.max(passing.size, differentOf(new Set([...passing].map(formOf)))) + (known?.all ?? 0),
    most: Math.max(passing.size, known?.most ?? 0),
  };
  return { count, isRaised: count.most >= LEAST_VALUES && count.passing / count.all >= LEAST_SHARE };
}

export const raisedByColumn = (match: Match): Match => ({
  ...match,
  confidence: match.detector.confidence.context,
  reasons: [...match.reasons, "most values of its column pass"],
});

export const canRise = ({ detector, confidence, known, length }: Match): boolean =>
  !known &&
  !detector.topic &&
  detector.checksum !== undefined &&
  length >= LEAST_CHARS &&
  confidence < detector.confidence.context;

const LIST = "\u0001";
const LIST_EDGE_CHARS = 40;
/** What may stand around a value that has a line to itself. */
const BEFORE_VALUE = /[\s"'-]/;
const BEHIND_VALUE = /[\s"',;]/;

/** The column, or `LIST` where the value has a line to itself; else nothing. */
function placeOf({ offset, length }: Match, text: string, { columns, fieldAt, fields }: TextContext): string {
  const column = columns ? columns.at(offset) : fields ? fieldAt?.(offset) : null;
  if (column) return column;
  const isAlone =
    holdsToLineEnd(text, offset - 1, -1, BEFORE_VALUE) &&
    holdsToLineEnd(text, offset + length, 1, BEHIND_VALUE);
  return isAlone ? LIST : "";
}

/** A program's line of a megabyte can hold thousands of matches: no further is looked than a list's indent goes. */
function holdsToLineEnd(text: string, from: number, step: 1 | -1, allowed: RegExp): boolean {
  for (let at = from; at !== from + step * LIST_EDGE_CHARS; at += step) {
    const character = text[at];
    if (character === undefined || character === "\n") return true;
    if (!allowed.test(character)) return false;
  }
  return true;
}

function* valuesAt(
  place: string,
  text: string,
  { columns, fields }: TextContext,
): Generator<string, void, undefined> {
  if (place === LIST) for (const line of text.split("\n")) yield line.replace(/^[\s"'-]+|[\s"',;]+$/g, "");
  else {
    const cells = columns ? columns.cells(place) : fields?.((name) => name === place);
    for (const { start, end } of cells ?? []) yield text.slice(start, end);
  }
}

function remember({ columns }: TextContext, key: string, count: ColumnCount): void {
  if (columns && (columns.counted.has(key) || columns.counted.size < MAX_COUNTED))
    columns.counted.set(key, count);
}

/** Digits and letters by kind: values of another form are something else, and say nothing. */
export const formOf = (value: string): string => value.replace(/\d/g, "9").replace(/\p{L}/gu, "A");

import type { TextContext } from "./engine.ts";
import type { Match } from "./match.ts";
import { Sensitive } from "./sensitive.ts";

/** A column or a list tells something from so many different values on, and if so many of them pass. */
const LEAST_VALUES = 10;
const LEAST_SHARE = 0.8;
/** Nobody's column of four digits passes a check by its nature. */
const LEAST_CHARS = 6;

/** Of a detector in a column: different values that pass, all of their form, and the most that passed in one stretch. */
interface ColumnCount {
  passing: number;
  all: number;
  most: number;
}

export interface TextColumns {
  at: (offset: number) => string | null;
  cells: (column: string) => Iterable<{ start: number; end: number }>;
  /** What was counted in the stretches of the text before this one; this one's counts are added. */
  counted: Map<string, ColumnCount>;
}

/** A document's columns have no bound, what is remembered of them has. */
const MAX_COUNTED = 10_000;

/**
 * One in eleven numbers of nine digits passes the eleven-test, so one alone is a hint. Where eight in ten different values
 * of a column, or of a list with one a line, pass, they are what they look like.
 */
export function raiseByColumn(matches: readonly Match[], text: string, context: TextContext): Match[] {
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
    const passing = new Set(group.map(({ value }) => Sensitive.reveal(value)));
    const forms = new Set([...passing].map(formOf));
    const all = new Set([...valuesAt(place, text, context)].filter((value) => forms.has(formOf(value))));
    const count = {
      passing: passing.size + (known?.passing ?? 0),
      all: Math.max(passing.size, all.size) + (known?.all ?? 0),
      most: Math.max(passing.size, known?.most ?? 0),
    };
    if (place !== LIST) remember(context, key, count);
    if (count.most >= LEAST_VALUES && count.passing / count.all >= LEAST_SHARE)
      for (const match of group) raised.add(match);
  }
  if (raised.size === 0) return [...matches];
  return matches.map((match) =>
    raised.has(match)
      ? {
          ...match,
          confidence: match.detector.confidence.context,
          reasons: [...match.reasons, "most values of its column pass"],
        }
      : match,
  );
}

const canRise = ({ detector, confidence, known, length }: Match): boolean =>
  !known &&
  !detector.topic &&
  detector.checksum !== undefined &&
  length >= LEAST_CHARS &&
  confidence < detector.confidence.context;

const LIST = "\u0001";

/** The column, or `LIST` where the value has a line to itself; else nothing. */
function placeOf({ offset, length }: Match, text: string, { columns, fieldAt, fields }: TextContext): string {
  const column = columns ? columns.at(offset) : fields ? fieldAt?.(offset) : null;
  if (column) return column;
  const before = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  const lineEnd = text.indexOf("\n", offset + length);
  const after = text.slice(offset + length, lineEnd < 0 ? undefined : lineEnd);
  return /^[\s"'-]*$/.test(before.slice(-40)) && /^[\s"',;]*$/.test(after.slice(0, 40)) ? LIST : "";
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
const formOf = (value: string): string => value.replace(/\d/g, "9").replace(/\p{L}/gu, "A");

import type { Dialect } from "./delimited-cells.ts";

const DELIMITERS = [";", ",", "\t", "|"];
const NAMED = /\.(?:csv|tsv|psv|tab)$/i;
/** A heading longer than this is a line of something else, except in a file that calls itself a table. */
const MAX_HEADING_CHARS = 8_192;
const SAMPLE_CHARS = 64 * 1024;
const SAMPLE_RECORDS = 50;
/** A file that does not call itself a table is one if its records agree from the first on. */
const LEAST_RECORDS = 3;
const LEAST_PAIRS = 6;
const MOST_DIFFERENT = 0.1;
const LEAST_FILLED = 0.3;
/** What some programs write ahead of the heading to say how the file is to be read. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;
const MAX_NAME_CHARS = 80;
const VALUE = /@|\d{5}|^[-+]?\d+(?:[.,]\d+)+$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/;
/** Lines of JSON agree in their commas too, and those of source code now and then. */
const OTHER_SYNTAX =
  /^\s*(?:[[{<]|\/[/*]|#!|#include|["']use strict|(?:import|export|const|let|var|using|function|class) )/;
const LETTER = /\p{L}/u;

/**
 * How a table is written, by its first characters; null if it is none. `name` is the file's: one that calls itself a table
 * is read as one even if it is small or begins with a title.
 */
export function delimitedDialect(start: string, name: string): Dialect | null {
  const isNamed = NAMED.test(name);
  const told = start.startsWith("sep=") || start.startsWith("SEP=") ? SEPARATOR_LINE.exec(start) : null;
  const from = told ? told[0].length : 0;
  const sample = start.slice(from, from + SAMPLE_CHARS);
  const newline = sample.indexOf("\n");
  const recordEnd = newline >= 0 || !sample.includes("\r") ? "\n" : "\r";
  const firstEnd = newline >= 0 ? newline : sample.indexOf(recordEnd);
  if (!isNamed && !told && (firstEnd < 0 || firstEnd > MAX_HEADING_CHARS || OTHER_SYNTAX.test(sample)))
    return null;
  const first = firstEnd < 0 ? sample : sample.slice(0, firstEnd);
  const secondEnd = sample.indexOf(recordEnd, firstEnd + 1);
  const second = firstEnd < 0 ? "" : sample.slice(firstEnd + 1, secondEnd < 0 ? undefined : secondEnd);
  const candidates = told?.[1]
    ? [told[1]]
    : DELIMITERS.filter((one) => isNamed || (first.includes(one) && mayAgree(first, second, one)));
  let best: { delimiter: string; table: Found } | null = null;
  for (const delimiter of candidates) {
    const table = tableIn(sample, delimiter, recordEnd, isNamed || told !== null);
    if (table && (!best || table.weight > best.table.weight)) best = { delimiter, table };
  }
  const dialect = { recordEnd, quotes: true };
  if (!best) {
    // One column has no delimiter: the file's name says that its first line is a heading.
    const names = [cellText(first)];
    if (!isNamed || firstEnd < 0 || !isHeading(names)) return null;
    return { ...dialect, delimiter: recordEnd, names, bodyStart: from + firstEnd + 1 };
  }
  const { heading, headingStart, headingEnd } = best.table;
  const hasNames = isHeading(heading);
  return {
    ...dialect,
    delimiter: best.delimiter,
    names: hasNames ? heading : heading.map(() => ""),
    bodyStart: from + (hasNames ? headingEnd : headingStart),
  };
}

interface Found {
  heading: string[];
  headingStart: number;
  headingEnd: number;
  /** Share of the records that agree, times the number of their columns. */
  weight: number;
}

function tableIn(sample: string, delimiter: string, recordEnd: string, isNamed: boolean): Found | null {
  const records: { cells: string[]; start: number; end: number }[] = [];
  for (const record of recordsOf(sample, delimiter, recordEnd)) {
    if (record.cells.every((cell) => cell === "")) continue;
    records.push(record);
    const [one] = records;
    // Most texts are no tables, and their first lines tell.
    if (!isNamed && (record.cells.length < 2 || record.cells.length !== one?.cells.length))
      if (records.length <= LEAST_RECORDS) return null;
    if (records.length === SAMPLE_RECORDS) break;
  }
  const columns = mostCommon(records.map(({ cells }) => cells.length));
  const agreeing = records.filter(({ cells }) => cells.length === columns);
  const [top] = agreeing;
  if (
    !top ||
    columns < 2 ||
    !hasTwoColumns(
      agreeing.map(({ cells }) => cells),
      columns,
      isNamed ? 0 : LEAST_FILLED,
    )
  )
    return null;
  const share = agreeing.length / records.length;
  if (!isNamed) {
    const least = columns === 2 && delimiter !== "\t" ? LEAST_PAIRS : LEAST_RECORDS;
    if (records.length < least || 1 - share > MOST_DIFFERENT) return null;
  }
  const weight = share * Math.min(columns, 16);
  return { heading: top.cells, headingStart: top.start, headingEnd: top.end, weight };
}

/** Lines that all end in `;` are no table of two columns: in most records two at least are filled. */
function hasTwoColumns(records: readonly string[][], columns: number, least: number): boolean {
  let filled = 0;
  for (let i = 0; i < columns && filled < 2; i++)
    if (records.filter((cells) => cells[i] !== "").length > records.length * least) filled++;
  return filled >= 2;
}

/** Whether a line could be a record like the first one; with quotation marks only a closer look tells. */
function mayAgree(first: string, second: string, delimiter: string): boolean {
  if (first.includes('"') || second.includes('"')) return true;
  return first.split(delimiter).length === second.split(delimiter).length;
}

function* recordsOf(
  text: string,
  delimiter: string,
  recordEnd: string,
): Generator<{ cells: string[]; start: number; end: number }, void, undefined> {
  let start = 0;
  let cells: string[] = [];
  let cellStart = 0;
  for (let i = 0; i <= text.length; i++) {
    const character = i < text.length ? text[i] : recordEnd;
    if (character === '"' && text.slice(cellStart, i).trim() === "") {
      // The cell ends at a quotation mark that is not one of two.
      let close = text.indexOf('"', i + 1);
      while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
      if (close >= 0) i = close;
      continue;
    }
    if (character !== delimiter && character !== recordEnd) continue;
    cells.push(cellText(text.slice(cellStart, i)));
    cellStart = i + 1;
    if (character !== recordEnd) continue;
    // The sample may end inside a record.
    if (i < text.length || text.length < SAMPLE_CHARS)
      yield { cells, start, end: Math.min(i + 1, text.length) };
    cells = [];
    start = cellStart;
  }
}

function cellText(raw: string): string {
  const cell = raw.trim();
  const inner = cell.length > 1 && cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1) : cell;
  return inner.replaceAll('""', '"').replace(/\s+/g, " ").trim();
}

/** Names, and no values: short, most of them given, most of them words. */
export function isHeading(cells: readonly string[]): boolean {
  const given = cells.filter((cell) => cell !== "");
  if (given.length === 0 || given.length < cells.length / 2) return false;
  if (given.some((cell) => cell.length > MAX_NAME_CHARS || VALUE.test(cell))) return false;
  return given.filter((cell) => LETTER.test(cell)).length > given.length / 2;
}

function mostCommon(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  const [top] = [...times].sort(([a, m], [b, n]) => n - m || b - a);
  return top?.[0] ?? 0;
}

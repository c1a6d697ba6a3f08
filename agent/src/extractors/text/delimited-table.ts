const DELIMITERS = [";", ",", "\t", "|"];
const MAX_LINE_CHARS = 8_192;
/** A heading is a name: a letter first, and no sentence. */
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N} _.()/#'-]{0,63}$/u;

/** A stretch of text that belongs to a column. */
interface Cell {
  name: string;
  start: number;
  end: number;
}

/** The columns of a delimited table, for any part of it. */
export interface DelimitedTable {
  /** The heading of the column that an offset of a part stands in. */
  nameAt: (part: string, offset: number) => string | null;
  /** The cells of a part whose column is wanted; `isStart` says that the part begins with the heading. */
  cells: (part: string, isStart: boolean, wanted: (name: string) => boolean) => Iterable<Cell>;
}

/**
 * Reads the heading of a delimited table, so that a value in a column named `bsn` is known to be one wherever its row
 * stands. Null when the first line is no heading: fewer than two cells, or cells that are not names.
 */
export function delimitedTable(start: string): DelimitedTable | null {
  const heading = start.slice(0, MAX_LINE_CHARS).split(/\r?\n/, 1)[0] ?? "";
  const delimiter = DELIMITERS.find((one) => heading.includes(one));
  if (delimiter === undefined) return null;
  const names = heading.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
  if (!names.every((name) => NAME.test(name))) return null;
  return {
    nameAt: (part, offset) => names[cellIndex(part, offset, delimiter)] ?? null,
    cells: (part, isStart, wanted) => cellsOf(part, isStart, names, delimiter, wanted),
  };
}

/** Which cell of its line an offset stands in, from 0; -1 where the line begins too far back. */
function cellIndex(text: string, offset: number, delimiter: string): number {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  if (offset - lineStart > MAX_LINE_CHARS) return -1;
  let cell = 0;
  let quoted = false;
  for (let i = lineStart; i < offset; i++) {
    if (text[i] === '"') quoted = !quoted;
    else if (text[i] === delimiter && !quoted) cell++;
  }
  return cell;
}

function* cellsOf(
  text: string,
  isStart: boolean,
  names: readonly string[],
  delimiter: string,
  wanted: (name: string) => boolean,
): Generator<Cell, void, undefined> {
  const wants = names.map(wanted);
  if (!wants.includes(true)) return;
  // The first line is the heading, or may have begun before this part.
  const first = text.indexOf("\n") + 1;
  if (first === 0 || (isStart && first === text.length)) return;
  let column = 0;
  let start = first;
  let quoted = false;
  for (let i = first; i <= text.length; i++) {
    const character = text[i] ?? "\n";
    if (character === '"') quoted = !quoted;
    const ends = character === "\n" || (character === delimiter && !quoted);
    if (!ends) continue;
    if (wants[column] === true) {
      const cell = trimmed(text, start, i);
      if (cell.end > cell.start) yield { name: names[column] ?? "", ...cell };
    }
    column = character === "\n" ? 0 : column + 1;
    if (character === "\n") quoted = false;
    start = i + 1;
  }
}

/** Without blanks and the quotation marks around. */
function trimmed(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] ?? "")) start++;
  while (end > start && /\s/.test(text[end - 1] ?? "")) end--;
  return text[start] === '"' && text[end - 1] === '"' && end - start > 1
    ? { start: start + 1, end: end - 1 }
    : { start, end };
}

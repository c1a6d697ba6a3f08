const DELIMITERS = [";", ",", "\t", "|"];
const MAX_LINE_CHARS = 8_192;

/**
 * Reads the heading of a delimited table, so that a value in a column named `bsn` is known to be one wherever its row
 * stands: the result takes a part of the table and an offset in it. Null when the first line is no heading: fewer than
 * two cells, or cells that are not names.
 */
export function columnNames(start: string): ((text: string, offset: number) => string | null) | null {
  const heading = start.slice(0, MAX_LINE_CHARS).split(/\r?\n/, 1)[0] ?? "";
  const delimiter = DELIMITERS.find((one) => heading.includes(one));
  if (delimiter === undefined) return null;
  const names = heading.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
  if (!names.every((name) => /^[\p{L}_][\p{L}\p{N} _.()/-]{0,63}$/u.test(name))) return null;
  return (text, offset) => names[cellIndex(text, offset, delimiter)] ?? null;
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

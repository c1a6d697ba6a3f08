/** In a comment: what stands in this line, or in the next one, is known and shall not be reported. */
const MARK = "dataguardian:ignore";
const NEXT_LINE = "-next-line";

/** Whether the place is in a line that its author has marked. */
export function isIgnoredInline(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const lineEnd = text.indexOf("\n", offset);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
  if (holdsMark(line, "")) return true;
  if (lineStart === 0) return false;
  return holdsMark(text.slice(text.lastIndexOf("\n", lineStart - 2) + 1, lineStart), NEXT_LINE);
}

/** Most texts hold no mark at all: one search spares the look at each match. */
export function hasIgnoreMark(text: string): boolean {
  return text.includes(MARK);
}

function holdsMark(line: string, suffix: string): boolean {
  for (let at = line.indexOf(MARK); at >= 0; at = line.indexOf(MARK, at + 1)) {
    const isNext = line.startsWith(NEXT_LINE, at + MARK.length);
    if (isNext === (suffix === NEXT_LINE)) return true;
  }
  return false;
}

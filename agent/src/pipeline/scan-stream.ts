import type { Match } from "../detection/match.ts";
import type { TextContext, TextScan } from "../detection/scan-text.ts";
import { hasIgnoreMark, isIgnoredInline } from "./inline-ignore.ts";
import { LineCounter, type TextWindow } from "./line-counter.ts";

/** Longer than any match with the text that its check looks at, in UTF-16 units. */
const MAX_MATCH_CHARS = 16 * 1024;
/** Text kept before a cut: every boundary and context word that a match after the cut depends on. */
const LEAD_CHARS = 1024;
/** How far back a line end is looked for, to cut there: few matches cross a line end, and those are seen. */
const LINE_END_CHARS = 8 * 1024;

/** A match with its place in the whole text; line and column from 1, offset and length in UTF-16 units. */
export interface StreamMatch {
  match: Match;
  place: { line: number; column: number; offset: number; length: number };
  /** The author of the text says in a comment that it is known. */
  ignored: boolean;
}

/** Scans a text that is there whole. */
export function scanWhole(text: string, scan: TextScan, context?: TextContext): StreamMatch[] {
  return [...placed(scan(text, context), { text, offset: 0 }, 0, text.length, new LineCounter())];
}

/**
 * Scans text that arrives in pieces, holding about `chunkChars` of it. It finds what one scan of the whole text would
 * find: windows overlap, and each match belongs to the one window that sees all of it.
 */
export async function* scanStream(
  pieces: AsyncIterable<string> | Iterable<string>,
  chunkChars: number,
  scan: TextScan,
  contextOf: (window: TextWindow) => TextContext = () => ({}),
): AsyncGenerator<StreamMatch, void, undefined> {
  const lines = new LineCounter();
  let text = "";
  let offset = 0;
  /** Where in `text` the part begins that no earlier window has reported. */
  let from = 0;
  for await (const piece of pieces) {
    text += piece;
    while (text.length - from >= chunkChars + MAX_MATCH_CHARS) {
      const end = Math.min(text.length, from + chunkChars + MAX_MATCH_CHARS);
      const window = { text: text.slice(0, end), offset };
      const matches = scan(window.text, contextOf(window));
      const cut = cutPoint(window.text, end - MAX_MATCH_CHARS, from, matches);
      yield* placed(matches, window, from, cut, lines);
      lines.read(window, offset + cut);
      const keep = Math.max(0, cut - LEAD_CHARS);
      text = text.slice(keep);
      offset += keep;
      from = cut - keep;
    }
  }
  const window = { text, offset };
  yield* placed(scan(text, contextOf(window)), window, from, text.length, lines);
}

function* placed(
  matches: readonly Match[],
  window: TextWindow,
  from: number,
  to: number,
  lines: LineCounter,
): Generator<StreamMatch, void, undefined> {
  const marked = matches.length > 0 && hasIgnoreMark(window.text);
  for (const match of matches) {
    if (match.offset < from || match.offset >= to) continue;
    const offset = match.offset + window.offset;
    const place = { ...lines.at(offset, window), offset, length: match.length };
    yield { match, place, ignored: marked && isIgnoredInline(window.text, match.offset) };
  }
}

/** The place up to which this window reports: after a line end if one is near, and never inside a match. */
function cutPoint(text: string, target: number, from: number, matches: readonly Match[]): number {
  const lineEnd = text.lastIndexOf("\n", target - 1) + 1;
  let cut = lineEnd > Math.max(from, target - LINE_END_CHARS) ? lineEnd : target;
  for (const match of matches.toReversed()) {
    if (match.offset < cut && match.offset + match.length > cut) cut = match.offset;
  }
  return cut > from ? cut : target;
}

import type { ObservationType } from "@dataguardian/shared/catalog";
import type { Language } from "./language.ts";

/** A place in source code where personal data is at risk. Offset and length in UTF-16 units. */
export interface Smell {
  type: ObservationType;
  confidence: number;
  offset: number;
  length: number;
  reasons: readonly string[];
}

interface SourceText {
  path: string;
  text: string;
  /** Without comments and what strings say; offsets are those of `text`. */
  code: string;
  language: Language;
}

export type SmellFinder = (source: SourceText) => Iterable<Smell>;

const MAX_ARGUMENT_CHARS = 2_000;

/** What stands between the bracket at `open` and its partner; `code` has no brackets in strings. */
export function argumentsAt(code: string, open: number): { start: number; end: number } {
  let depth = 0;
  const last = Math.min(code.length, open + MAX_ARGUMENT_CHARS);
  for (let at = open; at < last; at++) {
    const character = code[at];
    if (character === "(") depth++;
    else if (character === ")" && --depth === 0) return { start: open + 1, end: at };
  }
  const lineEnd = code.indexOf("\n", open);
  return { start: open + 1, end: lineEnd < 0 ? code.length : lineEnd };
}

import type { ObservationType } from "@dataguardian/shared/catalog";
import { codeOnly } from "./code-only.ts";
import type { Language } from "./language.ts";

/** A place in source code where personal data is at risk. Offset and length in UTF-16 units. */
export interface Smell {
  type: ObservationType;
  confidence: number;
  offset: number;
  length: number;
  reasons: readonly string[];
}

export class SourceText {
  readonly text: string;
  readonly language: Language;
  #code: string | undefined;

  constructor(text: string, language: Language) {
    this.text = text;
    this.language = language;
  }

  /** Without comments and what strings say; offsets are those of `text`. Costly: most sources hold nothing that asks for it. */
  get code(): string {
    return (this.#code ??= codeOnly(this.text, this.language));
  }
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

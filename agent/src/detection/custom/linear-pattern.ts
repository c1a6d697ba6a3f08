import { RE2JS } from "re2js";

/** What the engine asks of a pattern; `RegExp` is one. */
export interface Searcher {
  lastIndex: number;
  exec(text: string): { index: number; 0: string } | null;
}

/** A pattern that was given by somebody else. Whatever it is, it takes time in proportion to the text. */
export class LinearPattern implements Searcher {
  lastIndex = 0;
  readonly #pattern: RE2JS;

  /** Throws an error with a sentence when RE2 does not know the syntax: look-behind and back-references it has not. */
  constructor(source: string, ignoreCase: boolean) {
    this.#pattern = RE2JS.compile(source, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  }

  exec(text: string): { index: number; 0: string } | null {
    if (this.lastIndex > text.length) return null;
    const matcher = this.#pattern.matcher(text);
    if (!matcher.find(this.lastIndex)) return null;
    const found = matcher.group(0) ?? "";
    const index = matcher.start(0);
    this.lastIndex = index + Math.max(1, found.length);
    return { index, 0: found };
  }

  /** Whether the pattern can match nothing at all, which would match everywhere. */
  get matchesNothing(): boolean {
    return this.#pattern.matcher("").find();
  }
}

import { SKIP_REASONS } from "../../sources/file-source.ts";
import type { Part } from "../part.ts";

const MIN_TOKEN_CHARS = 6;
const MAX_TEXT_CHARS = 4 * 1024 * 1024;
const ADDRESS = /[^\s@]@[^\s@]+\.[^\s@]/;
const MANY_DIGITS = /(?:\d[^\d]{0,2}){8}/;
/** Blank lines between tokens: what one says is no context of the next. */
const APART = "\n\n\n";

/**
 * The entries of a vocabulary that may name a person by themselves, as a text. A vocabulary is a hundred thousand fragments of
 * words in no order: read as a running text, neighbours would make up names and numbers that nobody has.
 */
export class TokenText {
  readonly #kept: string[] = [];
  #chars = 0;
  #isCut = false;

  add(token: string): void {
    if (token.length < MIN_TOKEN_CHARS) return;
    if (!ADDRESS.test(token) && !MANY_DIGITS.test(token)) return;
    if (this.#chars > MAX_TEXT_CHARS) {
      this.#isCut = true;
      return;
    }
    // A space that stands before a word is written as a sign of its own.
    const text = token.replace(/[\u2581\u0120]/g, " ").trim();
    this.#kept.push(text);
    this.#chars += text.length;
  }

  /** The text under `key`, and that there was more than is looked at, if so. */
  *parts(key: string): Generator<Part, void, undefined> {
    if (this.#kept.length > 0) yield { t: "text", text: this.#kept.join(APART), place: { key } };
    if (this.#isCut) yield { t: "skip", reason: SKIP_REASONS.tooLargeToHold, member: key };
  }
}

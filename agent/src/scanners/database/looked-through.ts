import type { Match } from "../../detection/match.ts";
import { fieldWords } from "../../detection/places/field-names.ts";
import type { TextScan } from "../../detection/scan-text.ts";
import { ColumnTextBuilder } from "../../sources/database/column-text.ts";
import { CellTexts } from "./cell-texts.ts";

/** Looks at values of one name with every detector, all of them as one text. */
export class LookedThrough {
  readonly #name: string;
  readonly #scanText: TextScan;
  /** The name in words, as detection reads it. */
  readonly #heading: string;
  /** The last value that was looked at by itself. */
  #alone: { value: string; matches: readonly Match[] } = { value: "", matches: [] };

  constructor(name: string, scanText: TextScan) {
    this.#name = name;
    this.#scanText = scanText;
    this.#heading = fieldWords(name);
  }

  /** What is in the values, by their number. */
  look(values: readonly string[]): Map<number, Match[]> {
    const builder = new ColumnTextBuilder();
    for (const value of values) builder.add(value);
    const cells = new CellTexts(builder.finish());
    const found = new Map<number, Match[]>();
    for (const seen of this.#scanText(cells.text, cells.context(this.#name))) {
      const at = cells.rowAt(seen.offset);
      // Two values that follow each other are none.
      if (at < 0 || seen.offset + seen.length > cells.end(at)) continue;
      const match = this.#byItself(seen, values[at] as string);
      if (!match) continue;
      const matches = found.get(at);
      if (matches) matches.push(match);
      else found.set(at, [match]);
    }
    return found;
  }

  /** Detection reads the values as one text: what it took from a word or a person in another one does not count. */
  #byItself(match: Match, value: string): Match | null {
    const word = outsideWord(match);
    if (word === null || this.#heading.includes(word) || value.toLowerCase().includes(word)) return match;
    if (this.#alone.value !== value)
      this.#alone = { value, matches: this.#scanText(value, { fieldAt: () => this.#name }) };
    return this.#alone.matches.find(({ detector }) => detector === match.detector) ?? null;
  }
}

/** The word near a match that made it surer or less sure; a character of no text where it was a person. */
function outsideWord({ reasons }: Match): string | null {
  for (const reason of reasons) {
    if (reason.startsWith("linked to ")) return "\0";
    const word = wordIn(reason);
    if (word !== null) return word;
  }
  return null;
}

const MAX_REASONS = 10_000;
const words = new Map<string, string | null>();

/** Rows give the same few reasons over and over. */
function wordIn(reason: string): string | null {
  let word = words.get(reason);
  if (word === undefined) {
    word = /^(?:context word|word against it) '(.+)'$/.exec(reason)?.[1] ?? null;
    if (words.size >= MAX_REASONS) words.clear();
    words.set(reason, word);
  }
  return word;
}

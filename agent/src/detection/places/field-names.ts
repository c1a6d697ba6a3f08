import { ANY_SEPARATOR } from "./keyword-index.ts";
import { isDigit, isLetter, isUpper } from "./symbols.ts";

/** A name of a setting, label or column as a detector gives it: words, with `*` where letters may go on. */
export interface FieldName {
  words: string;
  openStart: boolean;
  openEnd: boolean;
}

const UNDERSCORE = 0x5f;
const DASH = 0x2d;
const DOT = 0x2e;

export function readFieldName(name: string): FieldName {
  return {
    words: name.replace(/^\*|\*$/g, ""),
    openStart: name.startsWith("*"),
    openEnd: name.endsWith("*"),
  };
}

/** The ways to write a name of several words, in small letters: joined, and with one of the usual separators. */
export function spellings({ words }: FieldName): string[] {
  if (!words.includes(" ")) return [words];
  return [words.replaceAll(" ", ""), words.replaceAll(" ", String.fromCharCode(ANY_SEPARATOR))];
}

/** Whether a name begins at `start`: not inside a word, though a capital after a small letter begins one too. */
export function beginsWord(units: Uint16Array, start: number): boolean {
  const before = units[start - 1] ?? 0;
  if (isDigit(before)) return false;
  return !isLetter(before) || (isUpper(units[start] ?? 0) && !isUpper(before));
}

/** Where the name that ends at `end` is done: digits may go on (`address2`), letters, `_` and `-` not. -1 if it is not. */
export function endsWord(units: Uint16Array, end: number): number {
  let i = end;
  while (isDigit(units[i] ?? 0) && i < end + 3) i++;
  const unit = units[i] ?? 0;
  return unit === UNDERSCORE || unit === DASH || isLetter(unit) ? -1 : i;
}

const MAX_TAIL = 40;

/** The end of the identifier that goes on at `end`. */
export function tailEnd(units: Uint16Array, end: number): number {
  let i = end;
  for (; i < end + MAX_TAIL; i++) {
    const unit = units[i] ?? 0;
    if (!isLetter(unit) && !isDigit(unit) && unit !== UNDERSCORE && unit !== DASH && unit !== DOT) break;
  }
  return i;
}

/** A column's heading or key in the form of `FieldName.words`, with a space on either side. */
export function fieldWords(heading: string): string {
  const words = heading
    .replace(/\p{L}{5,}/gu, (word) => word.replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 "))
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ");
  return ` ${words.trim()} `;
}

/** Whether a column of this heading is one of the name. */
export function namesField({ words, openStart, openEnd }: FieldName, heading: string): boolean {
  const joined = ` ${words.replaceAll(" ", "")} `;
  return [` ${words} `, joined].some((whole) => {
    const wanted = whole.slice(openStart ? 1 : 0, openEnd ? -1 : undefined);
    return heading.includes(wanted);
  });
}

import { isDigit, isLetter, isUpper } from "./symbols.ts";

const MAX_LETTERS = 24;
const MAX_PREFIX_WORD = 6;
const MAX_HEX_GROUPS = 40;
const COLON = 0x3a;
const DASH = 0x2d;
const SPACE = 0x20;
const DOT = 0x2e;

const isHex = (unit: number) =>
  isDigit(unit) || (unit >= 0x41 && unit <= 0x46) || (unit >= 0x61 && unit <= 0x66);

/**
 * Where an identifier can begin that has its first digit of a word at `at`: with the letters in front of it, with a word
 * of a few capitals before it (`AB 12 34 56 C`), or with the groups of an address in hexadecimal digits (`fe:ab:01`).
 * Fills `starts`, three at most, and returns how many there are.
 */
export function numberStarts(units: Uint16Array, at: number, starts: Int32Array): number {
  const unitAt = (i: number) => units[i] ?? 0;
  let word = at;
  while (word > 0 && isLetter(unitAt(word - 1))) {
    word--;
    if (at - word > MAX_LETTERS) return 0;
  }
  const before = unitAt(word - 1);
  // A digit before the letters: the word has been looked at from its first digit on.
  if (isDigit(before)) return 0;
  starts[0] = word;
  let count = 1;
  if (before === SPACE || before === DASH || before === DOT) {
    let prefix = word - 1;
    while (prefix > 0 && isUpper(unitAt(prefix - 1)) && word - prefix <= MAX_PREFIX_WORD) prefix--;
    // In small letters, two at most: before most numbers stands a word of the sentence.
    if (prefix === word - 1)
      while (prefix > 0 && isLetter(unitAt(prefix - 1)) && word - prefix <= 3) prefix--;
    if (prefix < word - 1 && word - prefix <= MAX_PREFIX_WORD + 1) starts[count++] = prefix;
  }
  if ((before === COLON || before === DASH) && isHex(unitAt(word - 2))) {
    let groups = word - 1;
    while (
      groups > 0 &&
      word - groups < MAX_HEX_GROUPS &&
      (isHex(unitAt(groups - 1)) || unitAt(groups - 1) === before)
    )
      groups--;
    starts[count++] = groups;
  } else if (before === COLON && unitAt(word - 2) === COLON) starts[count++] = word - 2;
  return count;
}

const MAX_RUN = 26;

/** Whether the run of digits, spaces, dots, dashes, slashes and brackets at `at` has so many digits. */
export function hasDigits(units: Uint16Array, at: number, leastDigits: number): boolean {
  if (isLetter(units[at - 1] ?? 0)) return false;
  let digits = 0;
  for (let i = at; i < at + MAX_RUN; i++) {
    const unit = units[i] ?? 0;
    if (isDigit(unit)) {
      if (++digits >= leastDigits) return true;
    } else if (!(unit === SPACE || (unit >= 0x28 && unit <= 0x29) || (unit >= 0x2d && unit <= 0x2f)))
      return false;
  }
  return false;
}

import { isDigit, isWordCharacter } from "./symbols.ts";

/** The engine's arrays hold zeros behind the text; before it there is nothing. */
const unitAt = (units: Uint16Array, at: number) => units[at] ?? 0;

const setOf = (characters: string): Uint8Array => {
  const set = new Uint8Array(0x1_0000);
  for (const character of characters) set[character.charCodeAt(0)] = 1;
  return set;
};
/** Amounts, versions, escapes and addresses: what follows one of these is no identifier. */
const NOT_BEFORE = setOf("_+$€£¥\\%^~");
const NOT_AFTER = setOf("_%@°€$£");
/** A decimal point, a time's colon, a date's slash, where a digit stands on the other side as well. */
const JOINS_DIGITS = setOf(".:/");
/** A comma joins groups of at most three digits; a longer run, and what begins with a letter, stands in a row of values. */
const COMMA = 0x2c;
const MAX_GROUP = 3;
const DASH = 0x2d;
const SPACE = 0x20;
const HASH = 0x23;
const AMPERSAND = 0x26;

/** Whether a number can begin at `start`: it is not the rest of a longer number, word, amount or dashed code. */
export function isFreeBefore(units: Uint16Array, start: number): boolean {
  const unit = unitAt(units, start - 1);
  if (isWordCharacter(unit) || NOT_BEFORE[unit] === 1) return false;
  const before = unitAt(units, start - 2);
  if (JOINS_DIGITS[unit] === 1) return !isDigit(before);
  if (unit === COMMA)
    return !isDigit(before) || !isDigit(unitAt(units, start)) || digitsFrom(units, start, 1) > MAX_GROUP;
  if (unit === DASH) return !isWordCharacter(before) && before !== SPACE;
  return !(unit === HASH && before === AMPERSAND);
}

/** Whether a number can end before `end`. */
export function isFreeAfter(units: Uint16Array, end: number): boolean {
  const unit = unitAt(units, end);
  if (isWordCharacter(unit) || NOT_AFTER[unit] === 1) return false;
  const after = unitAt(units, end + 1);
  if (JOINS_DIGITS[unit] === 1) return !isDigit(after);
  if (unit === COMMA) return !isDigit(after) || digitsFrom(units, end - 1, -1) > MAX_GROUP;
  return unit !== DASH || !isWordCharacter(after);
}

/** Length of the run of digits from `at` on, forwards or backwards; what is longer than a group is not counted out. */
function digitsFrom(units: Uint16Array, at: number, step: 1 | -1): number {
  let count = 0;
  while (count <= MAX_GROUP && isDigit(unitAt(units, at + step * count))) count++;
  return count;
}

/** Whether a number that is written in groups goes on, with another group before or behind it. */
export function goesOnInGroups(units: Uint16Array, start: number, end: number): boolean {
  const goesOn =
    (unitAt(units, start - 1) === SPACE && isDigit(unitAt(units, start - 2))) ||
    (unitAt(units, end) === SPACE && isDigit(unitAt(units, end + 1)));
  if (!goesOn) return false;
  for (let i = start; i < end; i++) if (units[i] === SPACE) return true;
  return false;
}

/** Whether a word or phrase stands by itself. */
export function isWholeWord(units: Uint16Array, start: number, end: number): boolean {
  return !isWordCharacter(unitAt(units, start - 1)) && !isWordCharacter(unitAt(units, end));
}

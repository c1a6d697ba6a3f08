import { isDigit, isLetter, isUpper } from "../places/symbols.ts";

/** Abbreviations such as KvK, MwSt and PhD are one word, whatever their capitals. */
const MAX_ABBREVIATION = 4;

const isInWord = (unit: number) => isLetter(unit) || isDigit(unit);

/**
 * Reports the words of a stretch, from start to end of each. Identifiers are taken apart where a capital follows a small
 * letter: `klantBsn` holds `bsn`.
 */
export function eachWord(
  units: Uint16Array,
  from: number,
  to: number,
  report: (start: number, end: number) => void,
): void {
  for (let at = from; at < to;) {
    if (!isInWord(units[at] as number)) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < to && isInWord(units[end] as number)) end++;
    let start = at;
    if (end - at > MAX_ABBREVIATION) {
      for (let i = at + 1; i < end; i++) {
        if (!isUpper(units[i] as number) || isUpper(units[i - 1] as number)) continue;
        report(start, i);
        start = i;
      }
    }
    report(start, end);
    at = end;
  }
}

const LONGEST_WORD = 24;

/** A word that `at` cuts is read whole, within reason. */
export function wordStart(units: Uint16Array, at: number): number {
  let i = at;
  while (i > 0 && i > at - LONGEST_WORD && isInWord(units[i - 1] as number)) i--;
  return i;
}

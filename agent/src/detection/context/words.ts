import { isWordCharacter } from "../places/symbols.ts";

const LONGEST_WORD = 24;

/** A word that `at` cuts is read whole, within reason. */
export function wordStart(units: Uint16Array, at: number): number {
  let i = at;
  while (i > 0 && i > at - LONGEST_WORD && isWordCharacter(units[i - 1] as number)) i--;
  return i;
}

import { weightedSum } from "./weighted-sum.ts";

const LETTERS = "WABCDEFGHIJKLMNOPQRSTUV";

/**
 * The check letter of a PPS number, and of a VAT number, over seven digits and the letter behind the check letter, if any:
 * weights 8 to 2, and 9 for that letter (A = 1, W and nothing = 0), modulo 23.
 */
export function irishCheckLetter(digits: string, second = ""): string {
  const extra = second === "" || second === "W" ? 0 : second.charCodeAt(0) - 64;
  return LETTERS.charAt((weightedSum(digits, [8, 7, 6, 5, 4, 3, 2]) + 9 * extra) % 23);
}

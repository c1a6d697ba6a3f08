import { isRepeatedDigit } from "./repeated-digit.ts";
import { weightedSum } from "./weighted-sum.ts";

/** Brazil's driving licence (Resolução CONTRAN 886): weights 9 to 1 and 1 to 9 modulo 11. Takes eleven digits. */
export function brazilianCnh(digits: string): boolean {
  if (isRepeatedDigit(digits)) return false;
  const body = digits.slice(0, 9);
  const first = weightedSum(body, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11;
  let second = weightedSum(body, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11;
  // Where ten was left of the first, two is taken off the second.
  if (first === 10 && second !== 10) second = (second + 9) % 11;
  return Number(digits[9]) === first % 10 && Number(digits[10]) === second % 10;
}

import { weightedSum } from "./weighted-sum.ts";

/** The check digit of GS1's thirteen-digit numbers: weights 1 and 3 in turn, a multiple of ten. */
export function ean13(digits: string): boolean {
  return digits.length === 13 && weightedSum(digits, [1, 3]) % 10 === 0;
}

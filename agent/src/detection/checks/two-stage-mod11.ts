import { weightedSum } from "./weighted-sum.ts";

const FIRST = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const SECOND = [3, 4, 5, 6, 7, 8, 9, 1, 2];

/**
 * Estonian and Lithuanian check digit (EVS 585; Lithuanian act on the population register): modulo 11 by weights from 1
 * up, where that gives ten by weights from 3 up, and 0 where that gives ten again. Takes digits, the check last.
 */
export function twoStageMod11(digits: string): boolean {
  const body = digits.slice(0, -1);
  const first = weightedSum(body, FIRST) % 11;
  const rest = first < 10 ? first : weightedSum(body, SECOND) % 11;
  return rest % 10 === Number(digits.at(-1));
}

import { weightedSum } from "./weighted-sum.ts";

/** Kazakhstan's IIN and BIN (Government decree 565 of 2003): weights 1 to 11, or from 3 on, modulo 11. */
export function kazakhIin(digits: string): boolean {
  const body = digits.slice(0, 11);
  let rest = weightedSum(body, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
  if (rest === 10) rest = weightedSum(body, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11;
  return rest === Number(digits[11]);
}

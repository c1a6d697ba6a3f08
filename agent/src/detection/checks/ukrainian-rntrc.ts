import { weightedSum } from "./weighted-sum.ts";

/** Ukraine's taxpayer number (order 822 of 2017): weights −1, 5, 7, 9, 4, 6, 10, 5, 7 modulo 11. Takes ten digits. */
export function ukrainianRntrc(digits: string): boolean {
  const rest = weightedSum(digits.slice(0, 9), [-1, 5, 7, 9, 4, 6, 10, 5, 7]) % 11;
  return ((rest + 11) % 11) % 10 === Number(digits[9]);
}

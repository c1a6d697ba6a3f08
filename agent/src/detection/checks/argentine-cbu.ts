import { weightedSum } from "./weighted-sum.ts";

const checks = (block: string, weights: readonly number[]) =>
  (10 - (weightedSum(block.slice(0, -1), weights) % 10)) % 10 === Number(block.at(-1));

/** Argentina's CBU (BCRA): a block of eight digits and one of fourteen, each with its check modulo 10. */
export function argentineCbu(digits: string): boolean {
  return checks(digits.slice(0, 8), [7, 1, 3, 9]) && checks(digits.slice(8), [3, 9, 7, 1]);
}

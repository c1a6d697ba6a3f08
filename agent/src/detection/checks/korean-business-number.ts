import { weightedSum } from "./weighted-sum.ts";

/** Korea's business registration number (National Tax Service): weights 1-3-7-…-5 modulo 10. Takes ten digits. */
export function koreanBusinessNumber(digits: string): boolean {
  if (digits < "1010000000" || digits.slice(3, 5) === "00") return false;
  const carried = Math.floor((Number(digits[8]) * 5) / 10);
  return (weightedSum(digits, [1, 3, 7, 1, 3, 7, 1, 3, 5, 1]) + carried) % 10 === 0;
}

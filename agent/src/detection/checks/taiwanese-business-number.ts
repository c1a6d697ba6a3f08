import { weightedDigitSum } from "./weighted-sum.ts";

/** Taiwan's business number (Ministry of Finance, since 2023): digit sums of weights 1-2-1-2-1-2-4-1, modulo 5. */
export function taiwaneseBusinessNumber(digits: string): boolean {
  const sum = weightedDigitSum(digits, [1, 2, 1, 2, 1, 2, 4, 1]);
  // A seven in the seventh place makes 28, whose digits 2 and 8 add up to 10: 1 or 0.
  return digits !== "00000000" && (sum % 5 === 0 || (digits[6] === "7" && (sum + 1) % 5 === 0));
}

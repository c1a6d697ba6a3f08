import { weightedSum } from "./weighted-sum.ts";

/** What a series adds to the sum, and its letters by remainder. */
const SERIES: Readonly<Record<string, readonly [number, string]>> = {
  S: [0, "JZIHGFEDCBA"],
  T: [4, "JZIHGFEDCBA"],
  F: [0, "XWUTRQPNMLK"],
  G: [4, "XWUTRQPNMLK"],
  M: [3, "XWUTRQPNJLK"],
};

/** Singapore's NRIC and FIN: weights 2-7-6-5-4-3-2 modulo 11. Takes nine capitals and digits. */
export function singaporeNric(text: string): boolean {
  const [offset, letters] = SERIES[text.charAt(0)] ?? [0, ""];
  const digits = text.slice(1, 8);
  if (!/^\d{7}$/.test(digits)) return false;
  return letters.charAt((weightedSum(digits, [2, 7, 6, 5, 4, 3, 2]) + offset) % 11) === text.slice(8);
}

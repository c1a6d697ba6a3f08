import { weightedSum } from "./weighted-sum.ts";

/** Argentina's CUIT and CUIL (ARCA, ANSES): kind, weights 5-4-3-2-7-6-5-4-3-2 modulo 11. Takes eleven digits. */
export function argentineCuit(digits: string): boolean {
  if (!/^(?:2[03-7]|3[034]|5[015])/.test(digits)) return false;
  const rest = weightedSum(digits.slice(0, 10), [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return "01987654321"[rest === 0 ? 0 : rest === 1 ? 2 : rest] === digits[10];
}

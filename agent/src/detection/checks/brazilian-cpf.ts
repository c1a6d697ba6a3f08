import { isRepeatedDigit } from "./repeated-digit.ts";
import { weightedSum } from "./weighted-sum.ts";

/** Brazil's CPF (Receita Federal): two check digits, weights 10 to 2 and 11 to 2 modulo 11. Takes eleven digits. */
export function brazilianCpf(digits: string): boolean {
  if (isRepeatedDigit(digits)) return false;
  return [9, 10].every((length) => {
    const weights = Array.from({ length }, (_, i) => length + 1 - i);
    return ((weightedSum(digits.slice(0, length), weights) * 10) % 11) % 10 === Number(digits[length]);
  });
}

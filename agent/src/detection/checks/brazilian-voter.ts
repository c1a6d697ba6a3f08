import { weightedSum } from "./weighted-sum.ts";

/** Brazil's título de eleitor (Resolução TSE 23.659): eight digits, the state 01–28, two checks modulo 11. */
export function brazilianVoter(digits: string): boolean {
  const state = digits.slice(8, 10);
  if (state < "01" || state > "28") return false;
  const check = (sum: number) => {
    const rest = sum % 11;
    // São Paulo and Minas Gerais write a 1 where nothing is left.
    return rest === 0 && state <= "02" ? 1 : rest % 10;
  };
  const first = check(weightedSum(digits.slice(0, 8), [2, 3, 4, 5, 6, 7, 8, 9]));
  return digits[10] === String(first) && digits[11] === String(check(weightedSum(state + first, [7, 8, 9])));
}

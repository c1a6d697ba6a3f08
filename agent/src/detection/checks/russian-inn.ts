import { weightedSum } from "./weighted-sum.ts";

const WEIGHTS = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8] as const;

/** Russia's INN (Federal Tax Service, order ЕД-7-14/559): one check digit of ten, two of twelve, modulo 11 modulo 10. */
export function russianInn(digits: string): boolean {
  const checked = digits.length === 10 ? [9] : [10, 11];
  return checked.every(
    (at) => (weightedSum(digits.slice(0, at), WEIGHTS.slice(11 - at)) % 11) % 10 === Number(digits[at]),
  );
}

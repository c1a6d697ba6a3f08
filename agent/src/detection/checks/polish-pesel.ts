import { isBirthDate } from "./calendar-date.ts";
import { weightedSum } from "./weighted-sum.ts";

/** Centuries by the tens of the month, which grow by twenty: 1900, 2000, 2100, 2200, and 1800 last. */
const CENTURIES = [1900, 2000, 2100, 2200, 1800] as const;

/** Polish PESEL (act on the population register, art. 15): date of birth, number and sex, weights 1-3-7-9 modulo 10. */
export function polishPesel(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  const year = (CENTURIES[Math.floor(month / 20)] ?? 0) + Number(digits.slice(0, 2));
  return (
    isBirthDate(year, month % 20, Number(digits.slice(4, 6))) &&
    (weightedSum(digits.slice(0, 10), [1, 3, 7, 9]) + Number(digits[10])) % 10 === 0
  );
}

import { isCalendarDate } from "./calendar-date.ts";
import { weightedSum } from "./weighted-sum.ts";

/** Bulgarian EGN (Ordinance RD-02-20-9/2012, annex): date of birth, month + 20 before 1900 and + 40 from 2000, modulo 11. */
export function bulgarianEgn(digits: string): boolean {
  const year = Number(digits.slice(0, 2));
  const coded = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6));
  const century = coded > 40 ? 2000 : coded > 20 ? 1800 : 1900;
  const month = coded > 40 ? coded - 40 : coded > 20 ? coded - 20 : coded;
  const rest = weightedSum(digits.slice(0, 9), [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11;
  return isCalendarDate(century + year, month, day) && rest % 10 === Number(digits[9]);
}

import { isShortBirthDate } from "./calendar-date.ts";
import { weightedSum } from "./weighted-sum.ts";

/**
 * Norwegian fødselsnummer or D-number (folkeregisterforskriften § 2-2-1 to 2-2-3), two check digits modulo 11. Forty is
 * added to the day of a D-number; forty, sixty-five or eighty to the month of a person made up for tests. Takes eleven
 * digits.
 */
export function norwegianBirthNumber(digits: string): "real" | "synthetic" | null {
  if (weightedSum(digits.slice(0, 10), [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 !== 0) return null;
  if (weightedSum(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 !== 0) return null;
  const day = Number(digits.slice(0, 2)) % 40;
  const month = Number(digits.slice(2, 4));
  const year = Number(digits.slice(4, 6));
  if (isShortBirthDate(year, month, day)) return "real";
  return [40, 65, 80].some((added) => isShortBirthDate(year, month - added, day)) ? "synthetic" : null;
}

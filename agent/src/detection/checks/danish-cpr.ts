import { isCalendarDate } from "./calendar-date.ts";
import { weightedSum } from "./weighted-sum.ts";

/** The century by the seventh digit and the year (CPR-kontoret, "Personnummeret i CPR", table 1). */
function birthYear(seventh: number, year: number): number {
  if (seventh < 4) return 1900 + year;
  if (seventh === 4 || seventh === 9) return year < 37 ? 2000 + year : 1900 + year;
  return year < 58 ? 2000 + year : 1800 + year;
}

/**
 * Danish CPR number: date of birth and four digits. `checked` where weights 4-3-2-7-6-5-4-3-2-1 give a multiple of
 * eleven, which every number did until 2007. Null without a date of birth. Takes ten digits.
 */
export function danishCpr(digits: string): { checked: boolean } | null {
  const year = birthYear(Number(digits[6]), Number(digits.slice(4, 6)));
  if (!isCalendarDate(year, Number(digits.slice(2, 4)), Number(digits.slice(0, 2)))) return null;
  return { checked: weightedSum(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 };
}

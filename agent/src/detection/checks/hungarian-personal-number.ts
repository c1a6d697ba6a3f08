import { isBirthDate } from "./calendar-date.ts";
import { weightedSum } from "./weighted-sum.ts";

const UNTIL_1996 = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
const SINCE_1997 = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/**
 * Hungarian személyi azonosító (act XX of 1996, annex): sex and century, date of birth as YYMMDD, three digits and the
 * check digit modulo 11; the weights turned around in 1997. Takes eleven digits.
 */
export function hungarianPersonalNumber(digits: string): boolean {
  const kind = Number(digits[0]);
  const yearOfCentury = Number(digits.slice(1, 3));
  const century = kind === 3 || kind === 4 ? 2000 : 1900;
  const [month, day] = [Number(digits.slice(3, 5)), Number(digits.slice(5, 7))];
  if (kind < 1 || kind > 8 || !isBirthDate(century + yearOfCentury, month, day)) return false;
  const weights = century + yearOfCentury > 1996 ? SINCE_1997 : UNTIL_1996;
  return weightedSum(digits.slice(0, 10), weights) % 11 === Number(digits[10]);
}

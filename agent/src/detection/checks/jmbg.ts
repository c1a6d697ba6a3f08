import { isBirthDate } from "./calendar-date.ts";
import { weightedSum } from "./weighted-sum.ts";

/**
 * Unique master citizen number of Yugoslavia and its successor states: date of birth as DDMMYYY, region, order and the
 * check digit modulo 11. Returns the region, or null. Takes thirteen digits.
 */
export function jmbgRegion(digits: string): number | null {
  const three = Number(digits.slice(4, 7));
  const year = three < 800 ? 2000 + three : 1000 + three;
  if (!isBirthDate(year, Number(digits.slice(2, 4)), Number(digits.slice(0, 2)))) return null;
  const rest = (11 - (weightedSum(digits.slice(0, 12), [7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return rest === Number(digits[12]) ? Number(digits.slice(7, 9)) : null;
}

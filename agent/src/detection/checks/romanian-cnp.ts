import { isBirthDate } from "./calendar-date.ts";
import { weightedSum } from "./weighted-sum.ts";

/** By the first digit: sex and century; 7 to 9 are residents and foreigners, of any century. */
const CENTURIES = [0, 1900, 1900, 1800, 1800, 2000, 2000, 1900, 1900, 1900] as const;
/** The counties 01–46, the sectors of Bucharest 41–46 among them, 51 and 52; 47, 48, 70 and 80–83 are later additions. */
const COUNTIES = /^(?:0[1-9]|[1-3]\d|4[0-8]|5[12]|70|8[0-3])$/;

/** Romanian CNP (OUG 97/2005, Legea 105/1996): sex, date of birth, county, order, check digit modulo 11 where ten is 1. */
export function romanianCnp(digits: string): boolean {
  const first = Number(digits[0]);
  const year = (CENTURIES[first] ?? 0) + Number(digits.slice(1, 3));
  const [month, day] = [Number(digits.slice(3, 5)), Number(digits.slice(5, 7))];
  const real = isBirthDate(year, month, day) || (first > 6 && isBirthDate(year + 100, month, day));
  if (first === 0 || !real || !COUNTIES.test(digits.slice(7, 9))) return false;
  const rest = weightedSum(digits.slice(0, 12), [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return (rest === 10 ? 1 : rest) === Number(digits[12]);
}

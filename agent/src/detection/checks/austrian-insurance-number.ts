import { isShortBirthDate } from "./calendar-date.ts";
import { weightedSum } from "./weighted-sum.ts";

/**
 * Austrian Sozialversicherungsnummer (ASVG § 31): three digits, the check digit modulo 11, the date of birth as DDMMYY.
 * Months 13 to 15 are given out when a day's numbers run out. Takes ten digits.
 */
export function austrianInsuranceNumber(digits: string): boolean {
  const month = Number(digits.slice(6, 8));
  const isExtra = month > 12 && month < 16;
  const real = isShortBirthDate(Number(digits.slice(8)), isExtra ? 12 : month, Number(digits.slice(4, 6)));
  // The check digit itself weighs nothing.
  const sum = weightedSum(digits, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11;
  return real && digits[0] !== "0" && sum === Number(digits[3]);
}

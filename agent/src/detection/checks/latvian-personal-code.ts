import { isBirthDate } from "./calendar-date.ts";
import { weightedSum } from "./weighted-sum.ts";

/**
 * Latvian personas kods: date of birth as DDMMYY, century, three digits and a check digit; since July 2017 the code
 * begins with 32 and tells nothing. Takes eleven digits.
 */
export function latvianPersonalCode(digits: string): "dated" | "undated" | null {
  if (/^3[2-9]/.test(digits)) return "undated";
  const year = 1800 + Number(digits[6]) * 100 + Number(digits.slice(4, 6));
  if (!isBirthDate(year, Number(digits.slice(2, 4)), Number(digits.slice(0, 2)))) return null;
  const sum = 1 + weightedSum(digits.slice(0, 10), [10, 5, 8, 4, 2, 1, 6, 3, 7, 9]);
  return (sum % 11) % 10 === Number(digits[10]) ? "dated" : null;
}

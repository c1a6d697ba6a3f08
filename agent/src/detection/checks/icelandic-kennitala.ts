import { isBirthDate } from "./calendar-date.ts";
import { weightedSum } from "./weighted-sum.ts";

const CENTURIES: Readonly<Record<string, number>> = { "8": 1800, "9": 1900, "0": 2000 };

/**
 * Icelandic kennitala (Registers Iceland): date of birth or of founding, two digits, the check digit modulo 11 and the
 * century's. Forty is added to the day of an organisation. Takes ten digits.
 */
export function icelandicKennitala(digits: string): "person" | "organisation" | null {
  if (weightedSum(digits.slice(0, 9), [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 !== 0) return null;
  const year = (CENTURIES[digits.charAt(9)] ?? 0) + Number(digits.slice(4, 6));
  const day = Number(digits.slice(0, 2));
  if (!isBirthDate(year, Number(digits.slice(2, 4)), day > 40 ? day - 40 : day)) return null;
  return day > 40 ? "organisation" : "person";
}

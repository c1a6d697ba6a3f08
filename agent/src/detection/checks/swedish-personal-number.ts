import { isBirthDate, isShortBirthDate } from "./calendar-date.ts";
import { luhn } from "./luhn.ts";

/**
 * Swedish personnummer or samordningsnummer (folkbokföringslag § 18 and § 18 a): date of birth, three digits and Luhn's
 * over the last ten. Sixty is added to the day of a samordningsnummer. Takes ten digits, or twelve with the century.
 */
export function swedishPersonalNumber(digits: string): boolean {
  if (digits.length !== 10 && digits.length !== 12) return false;
  const ten = digits.slice(-10);
  const month = Number(ten.slice(2, 4));
  const day = Number(ten.slice(4, 6)) % 60;
  const year = Number(ten.slice(0, 2));
  const real =
    digits.length === 12
      ? isBirthDate(Number(digits.slice(0, 4)), month, day)
      : isShortBirthDate(year, month, day);
  return real && luhn(ten);
}

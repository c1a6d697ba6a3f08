import { isBirthDate } from "./calendar-date.ts";

/** How the date of birth of a Belgian national number reads. */
export interface BelgianNationalNumber {
  /** Months over 20 or 40 mark the BIS register, of people who are not in the population register. */
  register: "national" | "bis";
  /** A date is known in full, or only in part: zeros stand for what is not known. */
  birthDate: "full" | "partial";
}

/**
 * Royal decree of 3 April 1984, art. 1–4: date of birth as YYMMDD, an order number of three digits (up to 998 for residents), and 97 less the
 * remainder of the nine digits by 97; from the year 2000 on a 2 goes in front of them. Takes eleven digits.
 */
export function belgianNationalNumber(digits: string): BelgianNationalNumber | null {
  const order = Number(digits.slice(6, 9));
  if (digits.length !== 11 || order < 1) return null;
  const base = Number(digits.slice(0, 9));
  const check = Number(digits.slice(9));
  const years: number[] = [];
  const yearOfCentury = Number(digits.slice(0, 2));
  if (97 - (base % 97) === check) years.push(1900 + yearOfCentury);
  if (97 - ((2_000_000_000 + base) % 97) === check) years.push(2000 + yearOfCentury);
  if (years.length === 0) return null;

  const coded = Number(digits.slice(2, 4));
  const month = coded % 20;
  if (coded >= 60 || month > 12) return null;
  const register = coded < 20 ? "national" : "bis";
  const day = Number(digits.slice(4, 6));
  if (years.some((year) => isBirthDate(year, month, day))) return { register, birthDate: "full" };
  // Without a known month the day counts up when the order numbers run out.
  return month === 0 || day === 0 ? { register, birthDate: "partial" } : null;
}

import { isBirthDate } from "./calendar-date.ts";

const LAST_WITHOUT_CHECK = 53;

/**
 * Czech and Slovak rodné číslo (act 133/2000 Sb. § 13; act 301/1995 Z. z. § 2): date of birth, fifty added to a woman's
 * month, and twenty when a day's numbers ran out. Ten digits are a multiple of eleven; until 1985 some leave ten, and end
 * in 0. The nine digits of those born before 1954 have no check. Takes nine or ten digits.
 */
export function czechBirthNumber(digits: string): boolean {
  const year = Number(digits.slice(0, 2));
  const coded = Number(digits.slice(2, 4)) % 50;
  const day = Number(digits.slice(4, 6));
  if (digits.length === 9)
    return year <= LAST_WITHOUT_CHECK && isBirthDate(1900 + year, coded, day) && !digits.endsWith("000");
  const century = year > LAST_WITHOUT_CHECK ? 1900 : 2000;
  if (!isBirthDate(century + year, coded > 20 ? coded - 20 : coded, day)) return false;
  const rest = Number(digits.slice(0, 9)) % 11;
  return (century + year < 1986 ? rest % 10 : rest) === Number(digits[9]);
}

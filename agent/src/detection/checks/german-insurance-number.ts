import { isCalendarDate, isShortBirthDate } from "./calendar-date.ts";
import { weightedDigitSum } from "./weighted-sum.ts";

/** Of the pension insurers: regional offices, the former BfA, the railway and the miners' funds. */
const INSURERS = /^(?:0[2-489]|1\d|2[0-1]|2[3-689]|38|39|40|4[2-9]|[5-7]\d|8[0-29])/;

/** A = 01 … Z = 26, as both numbers count their letter. */
const letterDigits = (letter: string) => String(letter.charCodeAt(0) - 64).padStart(2, "0");

/**
 * Pension and social insurance number (VKVV § 2): insurer, date of birth as DDMMYY, a capital, two digits of series and
 * the check digit. When the series of a day run out, the day counts on from 51.
 */
export function germanPensionNumber(number: string): boolean {
  if (!/^\d{8}[A-Z]\d{3}$/.test(number) || !INSURERS.test(number)) return false;
  const day = Number(number.slice(2, 4));
  const [month, year] = [Number(number.slice(4, 6)), Number(number.slice(6, 8))];
  const real = isShortBirthDate(year, month, day) || (day > 50 && isCalendarDate(2000, month, day - 50));
  if (!real) return false;
  const digits = number.slice(0, 8) + letterDigits(number.charAt(8)) + number.slice(9, 11);
  return weightedDigitSum(digits, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10 === Number(number.at(-1));
}

/** Lasting part of the health insurance number (§ 290 SGB V): a capital, eight digits and the check digit. */
export function germanHealthInsuranceNumber(number: string): boolean {
  if (!/^[A-Z]\d{9}$/.test(number)) return false;
  const digits = letterDigits(number.charAt(0)) + number.slice(1, 9);
  return weightedDigitSum(digits, [1, 2]) % 10 === Number(number.at(-1));
}

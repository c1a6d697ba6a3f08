/** Nobody alive was born before it. */
const OLDEST = 1890;
const THIS_YEAR = new Date().getUTCFullYear();

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the day exists in the Gregorian calendar. Months count from 1. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0));
}

/** Whether somebody can have been born on the day. */
export function isBirthDate(year: number, month: number, day: number): boolean {
  return year >= OLDEST && year <= THIS_YEAR && isCalendarDate(year, month, day);
}

/** The same with two digits of the year: in this century or the last. */
export function isShortBirthDate(yearOfCentury: number, month: number, day: number): boolean {
  return isBirthDate(1900 + yearOfCentury, month, day) || isBirthDate(2000 + yearOfCentury, month, day);
}

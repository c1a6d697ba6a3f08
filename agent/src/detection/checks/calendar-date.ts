/** Nobody alive was born before it. */
const OLDEST = 1890;
const THIS_YEAR = new Date().getUTCFullYear();

/** Whether the day exists in the Gregorian calendar. Months count from 1. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  // Day 0 of the next month is the last of this one; years under 100 would mean 19xx, so 400 years are added.
  return day <= new Date(Date.UTC(year + 400, month, 0)).getUTCDate();
}

/** Whether somebody can have been born on the day. */
export function isBirthDate(year: number, month: number, day: number): boolean {
  return year >= OLDEST && year <= THIS_YEAR && isCalendarDate(year, month, day);
}

/** The same with two digits of the year: in this century or the last. */
export function isShortBirthDate(yearOfCentury: number, month: number, day: number): boolean {
  return isBirthDate(1900 + yearOfCentury, month, day) || isBirthDate(2000 + yearOfCentury, month, day);
}

/** A count of seconds or milliseconds since 1970 that falls between the years 2017 and 2033. */
const EPOCH = /^1[5-9]\d{8}(?:\d{3})?$/;
/** A date and a time of day: 202411251430, or 241125143059. */
const DATE_AND_TIME =
  /^(?:20[0-4]\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])|\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]))(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?$/;

/** Whether digits read as a moment as computers write it, which many numbers that hold a date of birth resemble. */
export function isClockReading(digits: string): boolean {
  return EPOCH.test(digits) || (digits.length === 12 && DATE_AND_TIME.test(digits));
}

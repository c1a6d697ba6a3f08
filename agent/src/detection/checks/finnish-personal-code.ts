import { isCalendarDate } from "./calendar-date.ts";

const CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
/** The marks of a century; the letters beyond `-` and `A` came in 2023. */
const CENTURIES: Readonly<Record<string, number>> = {
  "+": 1800,
  A: 2000,
  B: 2000,
  C: 2000,
  D: 2000,
  E: 2000,
  F: 2000,
};

/**
 * Finnish henkilötunnus (decree 128/2010, changed by 690/2022): date of birth, the century's mark, three digits from 002
 * and the check character, by the nine digits modulo 31. Takes capitals.
 */
export function finnishPersonalCode(code: string): boolean {
  const parts = /^(\d\d)(\d\d)(\d\d)([-+A-FU-Y])(\d{3})(.)$/.exec(code);
  if (!parts) return false;
  const [, day, month, year, mark = "", order, check = ""] = parts;
  return (
    Number(order) > 1 &&
    isCalendarDate((CENTURIES[mark] ?? 1900) + Number(year), Number(month), Number(day)) &&
    CHECKS[Number(`${day}${month}${year}${order}`) % 31] === check
  );
}

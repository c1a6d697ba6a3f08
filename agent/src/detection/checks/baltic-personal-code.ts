import { isBirthDate } from "./calendar-date.ts";
import { twoStageMod11 } from "./two-stage-mod11.ts";

/** Estonian isikukood and Lithuanian asmens kodas: sex and century, date of birth as YYMMDD, order, two-stage modulo 11. */
export function balticPersonalCode(digits: string): boolean {
  const first = Number(digits[0]);
  const year = 1800 + Math.floor((first - 1) / 2) * 100 + Number(digits.slice(1, 3));
  return (
    first > 0 &&
    first < 7 &&
    isBirthDate(year, Number(digits.slice(3, 5)), Number(digits.slice(5, 7))) &&
    twoStageMod11(digits)
  );
}

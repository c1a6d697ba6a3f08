import { isBirthDate } from "./calendar-date.ts";
import { luhn } from "./luhn.ts";
import { verhoeff } from "./verhoeff.ts";

/**
 * Règlement grand-ducal du 28 novembre 2013, art. 1: date of birth as YYYYMMDD, three digits of order, a Luhn and a
 * Verhoeff check, each over the first eleven digits. Zeros stand for a month or day that is not known.
 */
export function luxembourgMatricule(digits: string): boolean {
  if (digits.length !== 13) return false;
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number);
  if (!isBirthDate(year ?? 0, month || 1, day || 1)) return false;
  return luhn(digits.slice(0, 12)) && verhoeff(digits.slice(0, 11) + digits.slice(12));
}

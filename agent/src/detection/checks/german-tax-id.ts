import { mod11Of10 } from "./mod11-10.ts";

/**
 * § 139b AO, § 1 StIdV: eleven digits, the first no 0. Of the first ten exactly one digit stands twice or three times
 * and each other at most once, and three times never in a row; the last is the check of ISO/IEC 7064 MOD 11,10.
 */
export function germanTaxId(digits: string): boolean {
  if (digits.length !== 11 || digits.startsWith("0")) return false;
  const counts = new Map<string, number>();
  for (const digit of digits.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  if (repeated.length !== 1 || (repeated[0] ?? 0) > 3) return false;
  return !/(\d)\1\1/.test(digits.slice(0, 10)) && mod11Of10(digits);
}

import { weightedSum } from "./weighted-sum.ts";

const TEN_DOWN = [10, 9, 8, 7, 6, 5, 4, 3, 2] as const;

/**
 * NHS and CHI numbers (NHS Data Dictionary, "NHS NUMBER"): weights 10 to 2 over nine digits; the tenth is what is missing
 * to a multiple of 11, 0 for 11, and a number with 10 is never given out. Takes ten digits.
 */
export function nhsNumber(digits: string): boolean {
  const check = 11 - (weightedSum(digits.slice(0, 9), TEN_DOWN) % 11);
  return digits.length === 10 && check !== 10 && check % 11 === Number(digits[9]);
}

const UTR_CHECKS = "21987654321";

/** Unique Taxpayer Reference: the first of ten digits follows from the other nine, weighted, modulo 11. */
export function taxpayerReference(digits: string): boolean {
  const sum = weightedSum(digits.slice(1), [6, 7, 8, 9, 10, 5, 4, 3, 2]);
  return digits.length === 10 && UTR_CHECKS[sum % 11] === digits[0];
}

/** VAT number: weights 8 to 2, less 97 until negative; since 2010 also with 55 more. Takes nine digits. */
export function britishVat(digits: string): boolean {
  const sum = weightedSum(digits.slice(0, 7), [8, 7, 6, 5, 4, 3, 2]) + Number(digits.slice(7));
  return digits.length === 9 && (sum % 97 === 0 || (sum + 55) % 97 === 0);
}

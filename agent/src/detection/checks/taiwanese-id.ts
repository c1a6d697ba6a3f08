import { weightedSum } from "./weighted-sum.ts";

/** The places in the order of their numbers, from 10 on. */
const PLACES = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

/**
 * Taiwan's national id and residents' UI number: the place as two digits, weights 1-9-8-…-1-1 modulo 10. In residents'
 * numbers until 2020 the second character is A to D. Takes ten capitals and digits.
 */
export function taiwaneseId(text: string): boolean {
  if (!/^[A-Z][1289A-D]\d{8}$/.test(text)) return false;
  const place = String(10 + PLACES.indexOf(text.charAt(0)));
  const second = PLACES.indexOf(text.charAt(1));
  const digits = place + (second < 0 ? text.charAt(1) : String(second)) + text.slice(2);
  return weightedSum(digits, [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]) % 10 === 0;
}

import { weightedSum } from "./weighted-sum.ts";

/** What the kind of holder adds. */
const HOLDERS: Readonly<Record<string, number>> = { V: 4, E: 8, J: 12, P: 16, G: 20, C: 12 };

/** Venezuela's RIF (SENIAT): a letter, weights 3-2-7-6-5-4-3-2 modulo 11. Takes a capital and nine digits. */
export function venezuelanRif(text: string): boolean {
  const holder = HOLDERS[text.charAt(0)];
  if (holder === undefined) return false;
  const rest = (holder + weightedSum(text.slice(1, 9), [3, 2, 7, 6, 5, 4, 3, 2])) % 11;
  return "00987654321".charAt(rest) === text.charAt(9);
}

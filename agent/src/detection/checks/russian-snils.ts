import { weightedSum } from "./weighted-sum.ts";

/** The numbers up to it carry no check. */
const FIRST_CHECKED = "001001998";

/** Russia's SNILS (Social Fund, decree 792п): weights 9 to 1 modulo 101. Takes eleven digits. */
export function russianSnils(digits: string): boolean {
  const body = digits.slice(0, 9);
  return (
    body > FIRST_CHECKED &&
    (weightedSum(body, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === Number(digits.slice(9))
  );
}

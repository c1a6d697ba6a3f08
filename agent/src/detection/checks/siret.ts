import { luhn } from "./luhn.ts";

/** La Poste has more offices than five digits with a Luhn check can number. */
const LA_POSTE = "356000000";

/**
 * SIRET: a SIREN and a number of the establishment, both with the Luhn check. The offices of La Poste are an exception:
 * the sum of their digits is a multiple of five. Takes fourteen digits.
 */
export function siret(digits: string): boolean {
  if (digits.length !== 14 || !luhn(digits.slice(0, 9))) return false;
  if (luhn(digits)) return true;
  return digits.startsWith(LA_POSTE) && [...digits].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
}

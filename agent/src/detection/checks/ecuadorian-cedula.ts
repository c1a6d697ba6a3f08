import { luhn } from "./luhn.ts";

/** Ecuador's cédula (Registro Civil): province 01–24 or 30, a third digit below six, Luhn. Takes ten digits. */
export function ecuadorianCedula(digits: string): boolean {
  return /^(?:0[1-9]|1\d|2[0-4]|30)[0-5]/.test(digits) && luhn(digits);
}

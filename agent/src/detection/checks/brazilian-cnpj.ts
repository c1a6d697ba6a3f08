import { isRepeatedDigit } from "./repeated-digit.ts";

const WEIGHTS = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2] as const;

/**
 * Brazil's CNPJ: two check digits modulo 11. Since July 2026 the first twelve may be letters, which count as their ASCII
 * code less 48 (Instrução Normativa RFB 2.229/2024). Takes fourteen capitals and digits.
 */
export function brazilianCnpj(text: string): boolean {
  if (!/^[0-9A-Z]{12}\d\d$/.test(text) || isRepeatedDigit(text)) return false;
  return [12, 13].every((length) => {
    let sum = 0;
    for (let i = 0; i < length; i++) sum += (text.charCodeAt(i) - 48) * (WEIGHTS[13 - length + i] ?? 0);
    const rest = sum % 11;
    return (rest < 2 ? 0 : 11 - rest) === Number(text[length]);
  });
}

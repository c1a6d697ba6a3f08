const WEIGHTS = [7, 3, 1] as const;

/**
 * The check digit of ICAO Doc 9303 part 3, 4.9: weights 7-3-1 over digits, capitals (A = 10 … Z = 35) and the filler
 * `<` (0), modulo 10. German documents use it for their own numbers too.
 */
function icaoCheckDigit(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const value = code === 60 ? 0 : code < 58 ? code - 48 : code - 55;
    sum += value * (WEIGHTS[i % 3] ?? 0);
  }
  return sum % 10;
}

/** Whether `digit` checks `text`; a filler stands for the zero of an empty field. */
export function icaoChecks(text: string, digit: string): boolean {
  return icaoCheckDigit(text) === (digit === "<" ? 0 : Number(digit));
}

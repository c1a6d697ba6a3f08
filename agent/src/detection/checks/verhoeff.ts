/** J. Verhoeff, Error Detecting Decimal Codes (1969): the dihedral group D5 and its permutation, row by position. */
const PERMUTATIONS = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 5, 7, 6, 2, 8, 3, 0, 9, 4],
  [5, 8, 0, 3, 7, 9, 6, 1, 4, 2],
  [8, 9, 1, 6, 0, 4, 3, 5, 2, 7],
  [9, 4, 5, 3, 1, 2, 6, 8, 7, 0],
  [4, 2, 8, 6, 5, 7, 3, 9, 0, 1],
  [2, 7, 9, 3, 8, 0, 6, 4, 1, 5],
  [7, 0, 4, 6, 9, 1, 3, 2, 5, 8],
] as const;

/** The product in D5: 0–4 turn the pentagon, 5–9 flip it. */
function multiply(a: number, b: number): number {
  const turn = a < 5 ? a + (b % 5) : a - (b % 5) + 5;
  return (turn % 5) + (a < 5 === b < 5 ? 0 : 5);
}

/** Whether the last digit is the Verhoeff check of the ones before it. Takes digits only. */
export function verhoeff(digits: string): boolean {
  let state = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    state = multiply(state, PERMUTATIONS[i % 8]?.[digit] ?? 0);
  }
  return digits.length > 0 && state === 0;
}

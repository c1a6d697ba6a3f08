/** What is left of 9a+8b+7c+6d+5e+4f+3g+2h−i modulo 11, from 0 to 10. Takes nine digits. */
export function elevenRemainder(digits: string): number {
  let sum = -(digits.charCodeAt(8) - 48);
  for (let i = 0; i < 8; i++) sum += (9 - i) * (digits.charCodeAt(i) - 48);
  return ((sum % 11) + 11) % 11;
}

/** The eleven-test of the BSN: 9a+8b+7c+6d+5e+4f+3g+2h−i is a multiple of 11. Takes nine digits. */
export function elevenTest(digits: string): boolean {
  return digits.length === 9 && elevenRemainder(digits) === 0;
}

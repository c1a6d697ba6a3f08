/** Luhn over digits and capitals (A = 10 … Z = 35), as on the Portuguese citizen card: from the left, even places double. */
export function luhnBase36(text: string): boolean {
  let sum = 0;
  for (let i = text.length - 1, double = false; i >= 0; i--, double = !double) {
    const value = Number.parseInt(text.charAt(i), 36);
    const doubled = value * 2;
    sum += double ? (doubled > 9 ? doubled - 9 : doubled) : value;
  }
  return text.length > 0 && sum % 10 === 0;
}

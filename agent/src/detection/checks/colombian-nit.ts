const WEIGHTS = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71] as const;

/** Colombia's NIT (DIAN, Orden Administrativa 4 of 1989): primes from the right, modulo 11. Takes digits only. */
export function colombianNit(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length - 1; i++)
    sum += Number(digits[digits.length - 2 - i]) * (WEIGHTS[i] ?? 0);
  const rest = sum % 11;
  return (rest < 2 ? rest : 11 - rest) === Number(digits.at(-1));
}

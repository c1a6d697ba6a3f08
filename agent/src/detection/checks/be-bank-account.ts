/** The old Belgian account number, twelve digits: the first ten modulo 97 are the last two, 97 for zero. */
export function beBankAccount(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false;
  const rest = Number(digits.slice(0, 10)) % 97 || 97;
  return rest === Number(digits.slice(10));
}

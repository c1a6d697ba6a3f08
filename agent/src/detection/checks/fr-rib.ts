/** Letters of an account count as digits: A and J are 1, B, K and S are 2, up to I, R and Z, which are 9. */
const VALUES = "12345678912345678923456789";

/**
 * The key of a French RIB, 23 characters (bank 5, branch 5, account 11, key 2): 97 minus 89·bank + 15·branch +
 * 3·account modulo 97.
 */
export function frRib(compact: string): boolean {
  if (!/^\d{10}[0-9A-Z]{11}\d{2}$/.test(compact)) return false;
  const digits = compact.replace(/[A-Z]/g, (letter) => VALUES[letter.charCodeAt(0) - 65] ?? "");
  const [bank, branch, account] = [digits.slice(0, 5), digits.slice(5, 10), digits.slice(10, 21)].map(Number);
  const sum = 89 * (bank ?? 0) + 15 * (branch ?? 0) + 3 * (account ?? 0);
  return 97 - (sum % 97) === Number(digits.slice(21));
}

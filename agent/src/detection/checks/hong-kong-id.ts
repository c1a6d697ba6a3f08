/** A missing first letter counts as a space. */
const SPACE = 36;

/** Hong Kong's identity card: weights 9 to 1 over letters (A = 10) and digits, modulo 11; the check may be A for ten. */
export function hongKongId(text: string): boolean {
  const [, letters = "", digits = ""] = /^([A-Z]{1,2})(\d{6}[\dA])$/.exec(text) ?? [];
  if (letters === "") return false;
  const values = Array.from(letters + digits, (one) => (one < "A" ? Number(one) : one.charCodeAt(0) - 55));
  if (letters.length === 1) values.unshift(SPACE);
  return values.reduce((sum, value, i) => sum + value * (9 - i), 0) % 11 === 0;
}

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** China's unified social credit code, GB 32100-2015: powers of three modulo 31. Takes eighteen capitals and digits. */
export function chineseCreditCode(text: string): boolean {
  let sum = 0;
  for (let i = 0, weight = 1; i < 17; i++, weight = (weight * 3) % 31) {
    const value = ALPHABET.indexOf(text.charAt(i));
    if (value < 0) return false;
    sum += value * weight;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31) === text.slice(17);
}

const ALPHABET = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
const STATES = new Set(
  "AS BC BS CC CL CM CS CH DF CX DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS NE".split(
    " ",
  ),
);

/** Mexico's CURP (Diario Oficial, 18 October 2021): sex, state, weights 18 to 2 modulo 10. Takes eighteen characters. */
export function mexicanCurp(text: string): boolean {
  if (!/^[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d$/.test(text) || !STATES.has(text.slice(11, 13))) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += ALPHABET.indexOf(text.charAt(i)) * (18 - i);
  return (10 - (sum % 10)) % 10 === Number(text[17]);
}

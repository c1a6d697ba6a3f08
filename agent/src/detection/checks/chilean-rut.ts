/** Chile's RUT and RUN (SII, Registro Civil): weights 2 to 7 from the right, modulo 11, K for ten. */
export function chileanRut(text: string): boolean {
  let sum = 0;
  for (let i = text.length - 2, weight = 2; i >= 0; i--, weight = weight === 7 ? 2 : weight + 1)
    sum += Number(text[i]) * weight;
  return "0123456789K".charAt((11 - (sum % 11)) % 11) === text.at(-1);
}

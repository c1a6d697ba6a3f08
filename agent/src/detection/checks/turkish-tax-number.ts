/** Turkey's vergi kimlik numarası (Gelir İdaresi Başkanlığı): powers of two modulo 9. Takes ten digits. */
export function turkishTaxNumber(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < 9; i++) {
    const shifted = (Number(digits[i]) + 9 - i) % 10;
    const product = (shifted * 2 ** (9 - i)) % 9;
    sum += shifted !== 0 && product === 0 ? 9 : product;
  }
  return (10 - (sum % 10)) % 10 === Number(digits[9]);
}

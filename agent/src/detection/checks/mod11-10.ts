/** ISO/IEC 7064 MOD 11,10: whether the last digit checks the ones before it. Takes digits only. */
export function mod11Of10(digits: string): boolean {
  let product = 10;
  for (let i = 0; i < digits.length - 1; i++) {
    const sum = (digits.charCodeAt(i) - 48 + product) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return digits.length > 1 && (product + digits.charCodeAt(digits.length - 1) - 48) % 10 === 1;
}

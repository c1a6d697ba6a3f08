/**
 * Number of a German driving licence (FeV, annex 8): authority, serial, check character and the count of copies. The
 * check is the sum of the first nine, letters from A = 10, times 9 down to 1, modulo 11; X stands for ten.
 */
export function germanLicenceNumber(number: string): boolean {
  if (!/^[A-Z\d]\d{2}[A-Z\d]{6}[\dX][A-Z\d]$/.test(number)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number.parseInt(number.charAt(i), 36) * (9 - i);
  const check = number.charAt(9);
  return sum % 11 === (check === "X" ? 10 : Number(check));
}

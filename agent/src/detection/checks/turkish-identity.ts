/** Turkey's T.C. kimlik numarası (law 5490): the tenth and eleventh digit check the ones before. Takes eleven digits. */
export function turkishIdentity(digits: string): boolean {
  if (digits.startsWith("0")) return false;
  let odd = 0;
  let even = 0;
  for (let i = 0; i < 9; i++) {
    if (i % 2 === 0) odd += Number(digits[i]);
    else even += Number(digits[i]);
  }
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return Number(digits[9]) === tenth && Number(digits[10]) === (odd + even + tenth) % 10;
}

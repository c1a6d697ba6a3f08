const VALUES: Readonly<Record<string, number>> = {
  ...Object.fromEntries([..."ABCDEFGH"].map((letter, i) => [letter, i + 1])),
  ...Object.fromEntries([..."JKLMN"].map((letter, i) => [letter, i + 1])),
  ...{ P: 7, R: 9 },
  ...Object.fromEntries([..."STUVWXYZ"].map((letter, i) => [letter, i + 2])),
  ...Object.fromEntries([..."0123456789"].map((digit) => [digit, Number(digit)])),
};
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** Whether the ninth character of a VIN is its check digit (49 CFR 565.15, obligatory in North America). */
export function vinCheckDigit(vin: string): boolean {
  if (vin.length !== 17) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const value = VALUES[vin.charAt(i)];
    if (value === undefined) return false;
    sum += value * (WEIGHTS[i] ?? 0);
  }
  return "0123456789X"[sum % 11] === vin[8];
}

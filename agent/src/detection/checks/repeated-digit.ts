/** One digit over and over: it passes many checksums, fills many forms, and is given to nobody. */
export function isRepeatedDigit(digits: string): boolean {
  const first = digits.charCodeAt(0);
  for (let i = 1; i < digits.length; i++) if (digits.charCodeAt(i) !== first) return false;
  return true;
}

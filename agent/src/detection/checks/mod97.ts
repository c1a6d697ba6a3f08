/** ISO/IEC 7064 MOD 97-10 over digits and capitals (A = 10 … Z = 35): the remainder, 1 when valid. */
export function mod97(text: string): number {
  let rest = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    rest = code < 58 ? (rest * 10 + code - 48) % 97 : (rest * 100 + code - 55) % 97;
  }
  return rest;
}

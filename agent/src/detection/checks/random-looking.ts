/** Bits per character, by the frequencies in the text itself. */
export function shannonEntropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** A run of one character, or of characters that follow each other: nobody draws that at random. */
const BY_HAND = /(.)\1{5}|0123456|1234567|abcdefg|xxxx/i;

/**
 * Whether a token can have been drawn at random: enough different characters for its length, and no run that a person
 * types. Tokens under 12 characters pass, they are too short to tell.
 */
export function randomLooking(token: string): boolean {
  if (BY_HAND.test(token)) return false;
  if (token.length < 12) return true;
  return shannonEntropy(token) >= Math.min(3, Math.log2(token.length) * 0.6);
}

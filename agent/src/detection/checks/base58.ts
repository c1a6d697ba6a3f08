import { createHash } from "node:crypto";

/** The alphabet of Bitcoin, without 0, O, I and l; Ripple orders it otherwise. */
const BITCOIN_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
export const RIPPLE_ALPHABET = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";

const digitsOf = (alphabet: string) => new Map([...alphabet].map((character, i) => [character, i]));
const DIGITS = {
  [BITCOIN_ALPHABET]: digitsOf(BITCOIN_ALPHABET),
  [RIPPLE_ALPHABET]: digitsOf(RIPPLE_ALPHABET),
} as const;

/** Bytes of a base58 text, or null if a character is not of the alphabet. Each leading zero digit is a zero byte. */
export function base58Decode(
  text: string,
  alphabet: keyof typeof DIGITS = BITCOIN_ALPHABET,
): Uint8Array | null {
  const digits = DIGITS[alphabet];
  // Little endian while it grows.
  const bytes: number[] = [];
  for (const character of text) {
    let carry = digits?.get(character);
    if (carry === undefined) return null;
    for (let i = 0; i < bytes.length; i++) {
      carry += (bytes[i] ?? 0) * 58;
      bytes[i] = carry & 0xff;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 0xff);
  }
  for (const character of text) {
    if (character !== alphabet[0]) break;
    bytes.push(0);
  }
  return Uint8Array.from(bytes.reverse());
}

/** Payload of Base58Check (version and data), or null: the last four bytes are the double SHA-256 of the rest. */
export function base58Check(
  text: string,
  alphabet: keyof typeof DIGITS = BITCOIN_ALPHABET,
): Uint8Array | null {
  const bytes = base58Decode(text, alphabet);
  if (!bytes || bytes.length < 5) return null;
  const payload = bytes.subarray(0, -4);
  const sum = createHash("sha256").update(createHash("sha256").update(payload).digest()).digest();
  return sum.subarray(0, 4).equals(bytes.subarray(-4)) ? payload : null;
}

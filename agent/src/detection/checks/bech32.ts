const ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const CHECKSUMS: Readonly<Record<number, "bech32" | "bech32m">> = { 1: "bech32", 0x2bc830a3: "bech32m" };

function polymod(values: readonly number[]): number {
  let rest = 1;
  for (const value of values) {
    const top = rest >>> 25;
    rest = ((rest & 0x1ffffff) << 5) ^ value;
    for (let i = 0; i < 5; i++) if ((top >> i) & 1) rest ^= GENERATOR[i] ?? 0;
  }
  return rest >>> 0;
}

export interface Bech32 {
  prefix: string;
  /** Groups of five bits, without the checksum. */
  words: readonly number[];
  encoding: "bech32" | "bech32m";
}

/** Reads Bech32 (BIP 173) and Bech32m (BIP 350); null if the checksum of both fails, or the case is mixed. */
export function bech32(text: string): Bech32 | null {
  const lower = text.toLowerCase();
  if (text !== lower && text !== text.toUpperCase()) return null;
  const separator = lower.lastIndexOf("1");
  if (separator < 1 || lower.length - separator < 7) return null;
  const prefix = lower.slice(0, separator);
  const words = [...lower.slice(separator + 1)].map((character) => ALPHABET.indexOf(character));
  if (words.includes(-1)) return null;
  const codes = [...prefix].map((character) => character.charCodeAt(0));
  const sum = polymod([...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31), ...words]);
  const encoding = CHECKSUMS[sum];
  return encoding ? { prefix, words: words.slice(0, -6), encoding } : null;
}

/**
 * Whether it is a witness address of BIP 141: version 0 with 20 or 32 bytes in Bech32, a later one with 2 to 40 bytes
 * in Bech32m.
 */
export function segwit(text: string, prefixes: readonly string[]): boolean {
  const decoded = text.length <= 90 ? bech32(text) : null;
  if (!decoded || !prefixes.includes(decoded.prefix)) return false;
  const [version = 32, ...program] = decoded.words;
  const bytes = Math.floor((program.length * 5) / 8);
  const padding = (program.length * 5) % 8;
  if (padding > 4 || ((program.at(-1) ?? 0) & ((1 << padding) - 1)) !== 0) return false;
  if (version === 0) return decoded.encoding === "bech32" && (bytes === 20 || bytes === 32);
  return version <= 16 && decoded.encoding === "bech32m" && bytes >= 2 && bytes <= 40;
}

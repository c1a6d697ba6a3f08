import { crc16Xmodem } from "./crc16-xmodem.ts";

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/** First byte: an account begins with G, a secret seed with S. */
const KINDS: Readonly<Record<number, "account" | "seed">> = { 0x30: "account", 0x90: "seed" };

/** What a StrKey of Stellar (SEP-0023, 56 characters) is; null if its CRC-16 fails. */
export function stellarStrkey(text: string): "account" | "seed" | null {
  if (text.length !== 56) return null;
  const bytes: number[] = [];
  let bits = 0;
  let rest = 0;
  for (const character of text) {
    const value = BASE32.indexOf(character);
    if (value < 0) return null;
    rest = ((rest << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((rest >> bits) & 0xff);
    }
  }
  const [low = 0, high = 0] = bytes.slice(33);
  if (crc16Xmodem(Uint8Array.from(bytes.slice(0, 33))) !== (high << 8) + low) return null;
  return KINDS[bytes[0] ?? 0] ?? null;
}

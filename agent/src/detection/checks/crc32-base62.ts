import { crc32 } from "node:zlib";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** CRC-32 of the text as six base62 digits, the tail of a GitHub token. */
export function crc32Base62(text: string): string {
  let rest = crc32(text);
  let digits = "";
  for (let i = 0; i < 6; i++, rest = Math.floor(rest / 62)) digits = ALPHABET[rest % 62] + digits;
  return digits;
}

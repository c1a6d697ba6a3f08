import { crc32 } from "node:zlib";

/** CRC-32 of the text as seven base36 digits, the tail of a routable GitLab token. */
export function crc32Base36(text: string): string {
  return crc32(text).toString(36).padStart(7, "0");
}

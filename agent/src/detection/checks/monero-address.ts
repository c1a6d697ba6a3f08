import { base58Decode } from "./base58.ts";
import { keccak256 } from "./keccak256.ts";

/** Blocks of eleven characters make eight bytes; the last block is shorter. */
const TAIL_BYTES: Readonly<Record<number, number>> = { 7: 5, 11: 8 };
/** Network bytes of the main net: standard, integrated and subaddress. */
const NETWORKS: readonly number[] = [18, 19, 42];

/** Whether it is a Monero address: 69 or 77 bytes, the last four the Keccak-256 of those before. */
export function moneroAddress(text: string): boolean {
  if (text.length !== 95 && text.length !== 106) return false;
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 11) {
    const block = text.slice(at, at + 11);
    const size = TAIL_BYTES[block.length];
    // The zeros that base58 would drop are part of the block, so decode to a number first.
    const decoded = base58Decode(block.replace(/^1+/, ""));
    if (size === undefined || decoded === null || decoded.length > size) return false;
    bytes.push(...new Uint8Array(size - decoded.length), ...decoded);
  }
  if (!NETWORKS.includes(bytes[0] ?? 0)) return false;
  const sum = keccak256(Uint8Array.from(bytes.slice(0, -4))).subarray(0, 4);
  return Buffer.from(sum).equals(Buffer.from(bytes.slice(-4)));
}

import { keccak256 } from "./keccak256.ts";

/** Whether the capitals of an Ethereum address (40 hexadecimal digits after `0x`) are the checksum of EIP-55. */
export function eip55(address: string): boolean {
  const hex = address.slice(2);
  const lower = hex.toLowerCase();
  const hash = Buffer.from(keccak256(Buffer.from(lower, "latin1"))).toString("hex");
  for (let i = 0; i < lower.length; i++) {
    const digit = lower.charAt(i);
    if (hex[i] !== (Number.parseInt(hash.charAt(i), 16) > 7 ? digit.toUpperCase() : digit)) return false;
  }
  return lower.length === 40;
}

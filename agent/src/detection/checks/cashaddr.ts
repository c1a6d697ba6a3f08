const ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const GENERATOR = [0x98f2bc8e61n, 0x79b76d99e2n, 0xf33e5fb3c4n, 0xae2eabe2a8n, 0x1e4f43e470n];

/** Whether the BCH code over 40 bits of a Bitcoin Cash address holds. `prefix` is `bitcoincash` unless it is written. */
export function cashaddr(address: string): boolean {
  const lower = address.toLowerCase();
  if (address !== lower && address !== address.toUpperCase()) return false;
  const colon = lower.indexOf(":");
  const prefix = colon < 0 ? "bitcoincash" : lower.slice(0, colon);
  const words = [...lower.slice(colon + 1)].map((character) => ALPHABET.indexOf(character));
  if (words.length !== 42 || words.includes(-1)) return false;
  let rest = 1n;
  for (const value of [...[...prefix].map((character) => character.charCodeAt(0) & 31), 0, ...words]) {
    const top = rest >> 35n;
    rest = ((rest & 0x07ffffffffn) << 5n) ^ BigInt(value);
    for (let i = 0n; i < 5n; i++) if ((top >> i) & 1n) rest ^= GENERATOR[Number(i)] ?? 0n;
  }
  return rest === 1n;
}

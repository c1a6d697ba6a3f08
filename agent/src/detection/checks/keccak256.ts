const MASK = (1n << 64n) - 1n;
const RATE_BYTES = 136;

/** Rotation of lane (x, y) at x + 5y: FIPS 202, section 3.2.2. */
const ROTATIONS = [
  0, 1, 62, 28, 27, 36, 44, 6, 55, 20, 3, 10, 43, 25, 39, 41, 45, 15, 21, 8, 18, 2, 61, 56, 14,
];

/** The constants of the iota step, from the shift register of FIPS 202, section 3.2.5. */
const ROUND_CONSTANTS: readonly bigint[] = (() => {
  let register = 1;
  const nextBit = () => {
    const bit = register & 1;
    register = (register << 1) ^ (register & 0x80 ? 0x171 : 0);
    return bit;
  };
  return Array.from({ length: 24 }, () => {
    let constant = 0n;
    for (let j = 0; j < 7; j++) if (nextBit()) constant |= 1n << ((1n << BigInt(j)) - 1n);
    return constant;
  });
})();

const rotate = (lane: bigint, by: number) =>
  by === 0 ? lane : ((lane << BigInt(by)) | (lane >> BigInt(64 - by))) & MASK;

function permute(state: bigint[]): void {
  const at = (i: number) => state[i] ?? 0n;
  for (const constant of ROUND_CONSTANTS) {
    const parity = [0, 1, 2, 3, 4].map((x) => at(x) ^ at(x + 5) ^ at(x + 10) ^ at(x + 15) ^ at(x + 20));
    for (let i = 0; i < 25; i++)
      state[i] = at(i) ^ (parity[(i + 4) % 5] ?? 0n) ^ rotate(parity[(i + 1) % 5] ?? 0n, 1);
    const moved: bigint[] = [];
    for (let y = 0; y < 5; y++)
      for (let x = 0; x < 5; x++)
        moved[y + 5 * ((2 * x + 3 * y) % 5)] = rotate(at(x + 5 * y), ROTATIONS[x + 5 * y] ?? 0);
    for (let y = 0; y < 25; y += 5)
      for (let x = 0; x < 5; x++) {
        const [here = 0n, next = 0n, beyond = 0n] = [
          moved[y + x],
          moved[y + ((x + 1) % 5)],
          moved[y + ((x + 2) % 5)],
        ];
        state[y + x] = here ^ (~next & MASK & beyond);
      }
    state[0] = at(0) ^ constant;
  }
}

/**
 * Keccak with 256 bits of output. `suffix` 0x01 gives the Keccak-256 of Ethereum and Monero, 0x06 gives SHA3-256.
 */
export function keccak256(message: Uint8Array, suffix: 0x01 | 0x06 = 0x01): Uint8Array {
  const padded = new Uint8Array(Math.floor(message.length / RATE_BYTES + 1) * RATE_BYTES);
  padded.set(message);
  padded[message.length] = suffix;
  padded[padded.length - 1] = (padded[padded.length - 1] ?? 0) | 0x80;
  const view = new DataView(padded.buffer);
  const state = Array.from({ length: 25 }, () => 0n);
  for (let block = 0; block < padded.length; block += RATE_BYTES) {
    for (let lane = 0; lane < RATE_BYTES / 8; lane++)
      state[lane] = (state[lane] ?? 0n) ^ view.getBigUint64(block + lane * 8, true);
    permute(state);
  }
  const digest = new Uint8Array(32);
  const out = new DataView(digest.buffer);
  for (let lane = 0; lane < 4; lane++) out.setBigUint64(lane * 8, state[lane] ?? 0n, true);
  return digest;
}

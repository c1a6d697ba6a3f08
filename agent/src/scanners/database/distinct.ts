/** How many different values there are, told without keeping one. */

/** 2^12 registers of a byte: right to within 1.6 % (Flajolet and others, HyperLogLog, 2007). */
const INDEX_BITS = 12;
const REGISTERS = 1 << INDEX_BITS;
const ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

/** A value as a number under a key of this scan alone. It is never stored: only how many zeros it begins with. */
export type ValueHash = (value: string) => readonly [index: number, rank: number];

/** Two lanes of MurmurHash3's mixing, begun with the key. */
export function keyedHash(key: Uint8Array): ValueHash {
  const seed = new DataView(key.buffer, key.byteOffset, key.byteLength);
  const [first, second] = [seed.getUint32(0), seed.getUint32(4)];
  return (value) => {
    let [a, b] = [first, second];
    for (let i = 0; i < value.length; i++) {
      const unit = value.charCodeAt(i);
      a = Math.imul(a ^ unit, 0x85ebca6b);
      a = (a << 13) | (a >>> 19);
      b = Math.imul(b ^ unit, 0xc2b2ae35);
      b = (b << 15) | (b >>> 17);
    }
    a = mixed(a ^ value.length);
    return [a >>> (32 - INDEX_BITS), Math.clz32(mixed(b ^ a)) + 1];
  };
}

function mixed(of: number): number {
  let h = of;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

export class DistinctCount {
  readonly #registers = new Uint8Array(REGISTERS);

  add([index, rank]: readonly [number, number]): void {
    if ((this.#registers[index] ?? 0) < rank) this.#registers[index] = rank;
  }

  get estimate(): number {
    let sum = 0;
    let empty = 0;
    for (const rank of this.#registers) {
      sum += 2 ** -rank;
      if (rank === 0) empty++;
    }
    const raw = (ALPHA * REGISTERS * REGISTERS) / sum;
    // Few values leave registers empty, and those tell more exactly.
    const few = raw <= 2.5 * REGISTERS && empty > 0;
    return Math.round(few ? REGISTERS * Math.log(REGISTERS / empty) : raw);
  }
}

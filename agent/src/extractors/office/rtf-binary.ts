/** A picture or an object in RTF. */
export interface BinaryGroup {
  /** `pict` or `objdata`. */
  word: string;
  /** The first word in it that has no number: `pngblip`, `jpegblip`, `emfblip`. */
  kind: string;
  data: BinaryText;
}

const MAX_BYTES = 64 * 1024 * 1024;
const FIRST_CAPACITY = 4_096;
/** By the byte of a hexadecimal digit, its value; 255 for any other. */
const DIGITS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const digit = Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(digit) ? 255 : digit;
});

/** Bytes that stand in the text in hexadecimal, or as they are. */
export class BinaryText {
  #bytes = Buffer.alloc(0);
  #count = 0;
  #high = -1;
  #isTooLarge = false;

  /** The bytes; null where there were more than one file in a document may have. */
  get bytes(): Buffer | null {
    return this.#isTooLarge ? null : this.#bytes.subarray(0, this.#count);
  }

  addHex(text: Uint8Array, from: number, to: number): void {
    if (!this.#makeRoom((to - from) / 2 + 1)) return;
    let { high, count } = { high: this.#high, count: this.#count };
    const bytes = this.#bytes;
    for (let at = from; at < to; at++) {
      const digit = DIGITS[text[at] ?? 0] ?? 255;
      if (digit === 255) continue;
      if (high < 0) high = digit;
      else {
        bytes[count++] = (high << 4) | digit;
        high = -1;
      }
    }
    this.#high = high;
    this.#count = count;
  }

  addBytes(bytes: Uint8Array): void {
    if (!this.#makeRoom(bytes.length)) return;
    this.#bytes.set(bytes, this.#count);
    this.#count += bytes.length;
  }

  #makeRoom(more: number): boolean {
    const needed = this.#count + Math.ceil(more);
    if (needed > MAX_BYTES) {
      this.#isTooLarge = true;
      this.#bytes = Buffer.alloc(0);
    }
    if (this.#isTooLarge) return false;
    if (needed > this.#bytes.length) {
      const larger = Buffer.alloc(
        Math.min(MAX_BYTES, Math.max(FIRST_CAPACITY, needed, this.#bytes.length * 2)),
      );
      this.#bytes.copy(larger, 0, 0, this.#count);
      this.#bytes = larger;
    }
    return true;
  }
}

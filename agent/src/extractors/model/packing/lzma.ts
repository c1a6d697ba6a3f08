import { type RandomBytes, SKIP_REASONS } from "../../../sources/file-source.ts";
import { ExtractError } from "../../extractor.ts";

const HEAD_BYTES = 13;
const WINDOW_BYTES = 256 * 1024;
const PIECE_BYTES = 256 * 1024;
/** The largest dictionary that xz's presets ask for. */
const MAX_DICTIONARY = 64 * 1024 * 1024;
const LEAST_DICTIONARY = 4 * 1024;
const HALF = 1024;
const TOP = 2 ** 24;

/** The properties that most files have, a dictionary of whole kibibytes, and the first byte of the coded data. */
export const isLzma = (head: Uint8Array): boolean =>
  head.length > HEAD_BYTES && head[0] === 0x5d && head[1] === 0 && head[2] === 0 && head[HEAD_BYTES] === 0;

/**
 * Unpacks LZMA's old form, `.lzma` (LZMA specification, in the LZMA SDK, public domain). The names are the specification's.
 * Throws `ExtractError`; what came out before counts.
 */
export function* unpackedLzma(bytes: RandomBytes): Generator<Uint8Array, void, undefined> {
  const head = Buffer.from(bytes.read(0, HEAD_BYTES));
  if (head.length < HEAD_BYTES) throw new ExtractError(SKIP_REASONS.damaged);
  const properties = head[0] ?? 0;
  if (properties >= 9 * 5 * 5) throw new ExtractError(SKIP_REASONS.damaged);
  const [literalContext, literalPosition, position] = [
    properties % 9,
    Math.floor(properties / 9) % 5,
    Math.floor(properties / 45),
  ];
  const size = Number(head.readBigUInt64LE(5));
  const isSizeKnown = head.readBigUInt64LE(5) !== 0xffff_ffff_ffff_ffffn;
  const dictionary = Math.max(
    LEAST_DICTIONARY,
    Math.min(head.readUInt32LE(1), isSizeKnown ? size : Infinity),
  );
  if (dictionary > MAX_DICTIONARY) throw new ExtractError(SKIP_REASONS.tooLargeToHold);
  yield* new LzmaDecoder(bytes, dictionary, isSizeKnown ? size : Infinity, {
    literalContext,
    literalPosition,
    position,
  }).pieces();
}

interface Properties {
  literalContext: number;
  literalPosition: number;
  position: number;
}

const probabilities = (count: number) => new Uint16Array(count).fill(HALF);

/** Bits by which lengths are coded: a choice of three ranges, the first two by the place in the text. */
class LengthCoder {
  readonly choice = probabilities(2);
  readonly low = probabilities(16 << 3);
  readonly mid = probabilities(16 << 3);
  readonly high = probabilities(256);
}

class LzmaDecoder {
  readonly #bytes: RandomBytes;
  #window: Uint8Array = new Uint8Array(0);
  #windowAt = HEAD_BYTES;
  #next = 0;
  #range = 0xffff_ffff;
  #code = 0;

  /** The dictionary, in a ring. */
  readonly #ring: Uint8Array;
  #ringAt = 0;
  #done = 0;
  readonly #size: number;
  /** What has not been given out yet; a step adds 273 bytes at most. */
  readonly #pending = new Uint8Array(PIECE_BYTES + 512);
  #waiting = 0;

  readonly #properties: Properties;
  readonly #literals: Uint16Array;
  readonly #isMatch = probabilities(12 << 4);
  readonly #isRep = probabilities(12);
  readonly #isRepG0 = probabilities(12);
  readonly #isRepG1 = probabilities(12);
  readonly #isRepG2 = probabilities(12);
  readonly #isRep0Long = probabilities(12 << 4);
  readonly #slots = probabilities(4 * 64);
  readonly #special = probabilities(128);
  readonly #align = probabilities(16);
  readonly #lengths = new LengthCoder();
  readonly #repLengths = new LengthCoder();

  constructor(bytes: RandomBytes, dictionary: number, size: number, properties: Properties) {
    this.#bytes = bytes;
    this.#ring = new Uint8Array(dictionary);
    this.#size = size;
    this.#properties = properties;
    this.#literals = probabilities(0x300 << (properties.literalContext + properties.literalPosition));
  }

  *pieces(): Generator<Uint8Array, void, undefined> {
    if (this.#byte() !== 0) throw new ExtractError(SKIP_REASONS.damaged);
    for (let i = 0; i < 4; i++) this.#code = ((this.#code << 8) | this.#byte()) >>> 0;
    const positions = (1 << this.#properties.position) - 1;
    let state = 0;
    let [rep0, rep1, rep2, rep3] = [0, 0, 0, 0];
    while (this.#done < this.#size) {
      const posState = this.#done & positions;
      if (this.#bit(this.#isMatch, (state << 4) + posState) === 0) {
        this.#put(this.#literal(state, rep0));
        state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
        if (this.#waiting >= PIECE_BYTES) yield this.#give();
        continue;
      }
      let length;
      if (this.#bit(this.#isRep, state) === 0) {
        [rep3, rep2, rep1] = [rep2, rep1, rep0];
        length = this.#length(this.#lengths, posState);
        state = state < 7 ? 7 : 10;
        rep0 = this.#distance(length);
        // The mark of the end.
        if (rep0 === 0xffff_ffff) break;
      } else if (this.#done === 0) throw new ExtractError(SKIP_REASONS.damaged);
      else {
        if (this.#bit(this.#isRepG0, state) === 0) {
          if (this.#bit(this.#isRep0Long, (state << 4) + posState) === 0) {
            state = state < 7 ? 9 : 11;
            this.#copy(rep0, 1);
            continue;
          }
        } else if (this.#bit(this.#isRepG1, state) === 0) [rep0, rep1] = [rep1, rep0];
        else if (this.#bit(this.#isRepG2, state) === 0) [rep0, rep1, rep2] = [rep2, rep0, rep1];
        else [rep0, rep1, rep2, rep3] = [rep3, rep0, rep1, rep2];
        length = this.#length(this.#repLengths, posState);
        state = state < 7 ? 8 : 11;
      }
      this.#copy(rep0, Math.min(length + 2, this.#size - this.#done));
      if (this.#waiting >= PIECE_BYTES) yield this.#give();
    }
    if (this.#waiting > 0) yield this.#give();
  }

  #literal(state: number, rep0: number): number {
    const { literalContext, literalPosition } = this.#properties;
    const before = this.#done > 0 ? this.#back(0) : 0;
    const context =
      ((this.#done & ((1 << literalPosition) - 1)) << literalContext) + (before >> (8 - literalContext));
    const base = 0x300 * context;
    let symbol = 1;
    if (state >= 7) {
      let match = this.#back(rep0);
      while (symbol < 0x100) {
        const matchBit = (match >> 7) & 1;
        match = (match << 1) & 0xff;
        const bit = this.#bit(this.#literals, base + ((1 + matchBit) << 8) + symbol);
        symbol = (symbol << 1) | bit;
        if (matchBit !== bit) break;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | this.#bit(this.#literals, base + symbol);
    return symbol & 0xff;
  }

  #length(coder: LengthCoder, posState: number): number {
    if (this.#bit(coder.choice, 0) === 0) return this.#tree(coder.low, posState << 3, 3);
    if (this.#bit(coder.choice, 1) === 0) return 8 + this.#tree(coder.mid, posState << 3, 3);
    return 16 + this.#tree(coder.high, 0, 8);
  }

  #distance(length: number): number {
    const slot = this.#tree(this.#slots, Math.min(length, 3) << 6, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) * 2 ** bits;
    if (slot < 14) return base + this.#reverseTree(this.#special, base - slot, bits);
    const direct = this.#direct(bits - 4) * 16;
    return base + direct + this.#reverseTree(this.#align, 0, 4);
  }

  #tree(model: Uint16Array, base: number, bits: number): number {
    let symbol = 1;
    for (let i = 0; i < bits; i++) symbol = (symbol << 1) | this.#bit(model, base + symbol);
    return symbol - (1 << bits);
  }

  #reverseTree(model: Uint16Array, base: number, bits: number): number {
    let node = 1;
    let symbol = 0;
    for (let i = 0; i < bits; i++) {
      const bit = this.#bit(model, base + node);
      node = (node << 1) | bit;
      symbol |= bit << i;
    }
    return symbol;
  }

  #bit(model: Uint16Array, at: number): 0 | 1 {
    const probability = model[at] ?? HALF;
    const bound = (this.#range >>> 11) * probability;
    let bit: 0 | 1 = 0;
    if (this.#code < bound) {
      model[at] = probability + ((2048 - probability) >> 5);
      this.#range = bound;
    } else {
      model[at] = probability - (probability >> 5);
      this.#code -= bound;
      this.#range -= bound;
      bit = 1;
    }
    this.#normalise();
    return bit;
  }

  #direct(bits: number): number {
    let value = 0;
    for (let i = 0; i < bits; i++) {
      this.#range >>>= 1;
      const bit = this.#code >= this.#range ? 1 : 0;
      if (bit === 1) this.#code -= this.#range;
      this.#normalise();
      value = value * 2 + bit;
    }
    return value;
  }

  #normalise(): void {
    if (this.#range >= TOP) return;
    this.#range = (this.#range << 8) >>> 0;
    this.#code = ((this.#code << 8) | this.#byte()) >>> 0;
  }

  #byte(): number {
    if (this.#next >= this.#window.length) {
      this.#windowAt += this.#window.length;
      this.#window = this.#bytes.read(this.#windowAt, WINDOW_BYTES);
      this.#next = 0;
      if (this.#window.length === 0) throw new ExtractError(SKIP_REASONS.damaged);
    }
    return this.#window[this.#next++] ?? 0;
  }

  #back(distance: number): number {
    const at = this.#ringAt - distance - 1;
    return this.#ring[at < 0 ? at + this.#ring.length : at] ?? 0;
  }

  #copy(distance: number, length: number): void {
    if (distance >= this.#done || distance >= this.#ring.length) throw new ExtractError(SKIP_REASONS.damaged);
    for (let i = 0; i < length; i++) this.#put(this.#back(distance));
  }

  #put(byte: number): void {
    this.#pending[this.#waiting++] = byte;
    this.#ring[this.#ringAt++] = byte;
    if (this.#ringAt === this.#ring.length) this.#ringAt = 0;
    this.#done++;
  }

  #give(): Uint8Array {
    const piece = this.#pending.slice(0, this.#waiting);
    this.#waiting = 0;
    return piece;
  }
}

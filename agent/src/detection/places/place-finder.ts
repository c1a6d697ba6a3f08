import { FILTER_FACTOR, FILTER_SHIFT } from "./keyword-index.ts";
import { AT_SIGN, BEFORE_WORDS, CAPITAL, CLASSES, DIGIT_OR_AT, FIRST_DIGIT, SEPARATOR } from "./symbols.ts";
import { PASS_MEMORY, passModule } from "./simd-pass.ts";

/** How many characters are looked at in one go. */
export const BLOCK_CHARS = 16 * 1024;

/** What a place is, in its two lowest bits: more than one at a character come in this order. */
export const KEYWORD_PLACE = 0;
export const WORD_PLACE = 1;
export const NUMBER_PLACE = 2;
const AT_SIGN_PLACE = 3;

/** A shorter text is read before its characters would have been handed over. */
const LEAST_FOR_VECTORS = 256;

/**
 * The one pass over a text: tells, block by block, where something may be. Its loop sees every character, so it only writes
 * down places and calls nothing; what is to be done there is done when the block has been read.
 */
export class PlaceFinder {
  /** Four times a place's distance from its block's start, plus what it is. */
  readonly places: Int32Array;
  readonly #filter: Uint8Array;
  readonly #vectors: VectorPass | null;
  #gram = 0;
  #last = SEPARATOR;

  /** `filter`: a bit by hash of four symbols (see `KeywordIndex`). `vectors`: off, to compare. */
  constructor(filter: Uint8Array, vectors = true) {
    this.#filter = filter;
    this.#vectors = vectors ? vectorPass(filter) : null;
    this.places = this.#vectors?.places ?? new Int32Array(2 * BLOCK_CHARS);
  }

  /** Before the first block of a text. */
  restart(): void {
    this.#gram = 0;
    this.#last = SEPARATOR;
  }

  /** Fills `places` for the block that begins at `from`, a text's first at 0; returns how many there are. */
  read(units: Uint16Array, from: number, to: number): number {
    const vectors = this.#vectors;
    if (!vectors || (from === 0 && to < LEAST_FOR_VECTORS)) return this.#readOneByOne(units, from, to);
    if (from === 0) vectors.carried.fill(SEPARATOR);
    vectors.units.set(units.subarray(from, to));
    return vectors.read(to - from);
  }

  #readOneByOne(units: Uint16Array, from: number, to: number): number {
    const places = this.places;
    const filter = this.#filter;
    const classes = CLASSES;
    const beforeWords = BEFORE_WORDS;
    let gram = this.#gram;
    let last = this.#last;
    let count = 0;
    for (let i = from; i < to; i++) {
      const kind = classes[units[i] as number] as number;
      const symbol = kind & 0x3f;
      gram = ((gram << 6) | symbol) & 0xff_ffff;
      const bit = Math.imul(gram, FILTER_FACTOR) >>> FILTER_SHIFT;
      const isGram = ((filter[bit >>> 3] as number) >>> (bit & 7)) & 1;
      // One question to nearly all characters: what there is to answer is rare.
      if ((isGram | (kind >>> 6)) !== 0) {
        const place = (i - from) << 2;
        if (isGram !== 0) places[count++] = place | KEYWORD_PLACE;
        if ((kind & CAPITAL) !== 0 && beforeWords[last] === 1) places[count++] = place | WORD_PLACE;
        if (kind >= DIGIT_OR_AT) {
          if (symbol === AT_SIGN) places[count++] = place | AT_SIGN_PLACE;
          else if (last < FIRST_DIGIT || last === AT_SIGN) places[count++] = place | NUMBER_PLACE;
        }
      }
      last = symbol;
    }
    this.#gram = gram;
    this.#last = last;
    return count;
  }
}

/** As much of it as is used: it belongs to a browser's types, and this runs in Node too. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  Instance: new (compiled: object) => {
    exports: { read: (length: number) => number; memory: { buffer: ArrayBuffer } };
  };
};

/** The pass that looks at sixteen characters at once, with its memory. */
interface VectorPass {
  read: (length: number) => number;
  places: Int32Array;
  units: Uint16Array;
  /** The last symbols of the block before. */
  carried: Uint8Array;
}

/** Compiled once for all engines. */
let compiled: object | undefined;

/** Null where WebAssembly may not be compiled, as in some browsers' pages, or knows no vectors. */
function vectorPass(filter: Uint8Array): VectorPass | null {
  try {
    compiled ??= new WebAssembly.Module(passModule());
    const { read, memory } = new WebAssembly.Instance(compiled).exports;
    const { buffer } = memory;
    const bytes = new Uint8Array(buffer);
    bytes.set(filter, PASS_MEMORY.filter);
    bytes.set(CLASSES, PASS_MEMORY.classes);
    bytes.set(BEFORE_WORDS, PASS_MEMORY.beforeWords);
    return {
      read,
      places: new Int32Array(buffer, PASS_MEMORY.places, 2 * BLOCK_CHARS),
      units: new Uint16Array(buffer, PASS_MEMORY.units, BLOCK_CHARS),
      carried: new Uint8Array(buffer, PASS_MEMORY.carried, 16),
    };
  } catch {
    return null;
  }
}

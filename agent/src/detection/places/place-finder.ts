import { FILTER_FACTOR, FILTER_SHIFT } from "./keyword-index.ts";
import { AT_SIGN, BEFORE_WORDS, CAPITAL, CLASSES, FIRST_DIGIT, SEPARATOR } from "./symbols.ts";

/** How many characters are looked at in one go. */
export const BLOCK_CHARS = 16 * 1024;

/** What a place is, in its two lowest bits: more than one at a character come in this order. */
export const KEYWORD_PLACE = 0;
export const WORD_PLACE = 1;
export const NUMBER_PLACE = 2;
const AT_SIGN_PLACE = 3;

/**
 * The one pass over a text: tells, block by block, where something may be. Its loop sees every character, so it only writes
 * down places and calls nothing; what is to be done there is done when the block has been read.
 */
export class PlaceFinder {
  /** Four times a place's distance from its block's start, plus what it is. */
  readonly places = new Int32Array(2 * BLOCK_CHARS);
  readonly #filter: Uint8Array;
  #gram = 0;
  #last = SEPARATOR;

  /** `filter`: a bit by hash of four symbols (see `KeywordIndex`). */
  constructor(filter: Uint8Array) {
    this.#filter = filter;
  }

  /** Before the first block of a text. */
  restart(): void {
    this.#gram = 0;
    this.#last = SEPARATOR;
  }

  /** Fills `places` for the block that begins at `from`; returns how many there are. */
  read(units: Uint16Array, from: number, to: number): number {
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
      if (((filter[bit >>> 3] as number) >>> (bit & 7)) & 1)
        places[count++] = ((i - from) << 2) | KEYWORD_PLACE;
      if (kind >= CAPITAL && beforeWords[last] === 1) places[count++] = ((i - from) << 2) | WORD_PLACE;
      if (symbol >= FIRST_DIGIT) {
        if (symbol === AT_SIGN) places[count++] = ((i - from) << 2) | AT_SIGN_PLACE;
        else if (last < FIRST_DIGIT || last === AT_SIGN) places[count++] = ((i - from) << 2) | NUMBER_PLACE;
      }
      last = symbol;
    }
    this.#gram = gram;
    this.#last = last;
    return count;
  }
}

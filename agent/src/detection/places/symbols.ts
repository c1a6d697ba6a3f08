/** By UTF-16 unit: the same in small letters, where that is one unit too. */
const LOWER: Uint16Array = (() => {
  const lower = new Uint16Array(0x1_0000);
  for (let code = 0; code < 0x1_0000; code++) {
    // Nothing from the middle of the CJK ideographs to the surrogates has a small letter: no need to ask.
    const small = code < 0x3000 || code > 0xa000 ? String.fromCharCode(code).toLowerCase() : "";
    lower[code] = small.length === 1 ? small.charCodeAt(0) : code;
  }
  return lower;
})();

export function toLower(code: number): number {
  return LOWER[code] as number;
}

/**
 * Characters as the keyword index sees them: 64 symbols, so that four fit into 24 bits. Letters lose their case, what
 * separates words is one symbol, and everything beyond ASCII shares nine. Digits and `@` come last: one comparison tells
 * them.
 */
export const SEPARATOR = 0;
const BEYOND_ASCII = [43, 44, 45, 46, 47, 48, 49, 50, 51] as const;
export const FIRST_DIGIT = 52;
export const AT_SIGN = 62;

/** Punctuation that stands inside keywords. */
const PUNCTUATION = "_-.:/%=+$<>#~*!&";

/** Symbol by UTF-16 unit. */
export const SYMBOLS: Uint8Array = (() => {
  // Neighbours in a script get different ones, and letters that of their small letter.
  const symbols = new Uint8Array(0x1_0000);
  for (let code = 0x80; code < 0x1_0000; code++)
    symbols[code] = (BEYOND_ASCII[0] as number) + ((LOWER[code] as number) % BEYOND_ASCII.length);
  for (let i = 0; i < 26; i++) symbols[0x61 + i] = symbols[0x41 + i] = 1 + i;
  for (let i = 0; i < PUNCTUATION.length; i++) symbols[PUNCTUATION.charCodeAt(i)] = 27 + i;
  for (let i = 0; i < 10; i++) symbols[0x30 + i] = FIRST_DIGIT + i;
  symbols[0x40] = AT_SIGN;
  // The Kelvin sign: the one unit beyond ASCII whose small letter is in it.
  symbols[0x212a] = 1 + 10;
  return symbols;
})();

export const GRAM_MASK = 0xff_ffff;

/** Four symbols of six bits, the newest last. */
export const roll = (gram: number, symbol: number): number => ((gram << 6) | symbol) & GRAM_MASK;

/** Set in `CLASSES` for a capital, and for a digit or `@`. */
export const CAPITAL = 0x40;
export const DIGIT_OR_AT = 0x80;

/** By symbol: 1 where a word can begin behind it. A name does not begin inside an identifier or a path. */
export const BEFORE_WORDS: Uint8Array = (() => {
  const set = new Uint8Array(64);
  set[SEPARATOR] = 1;
  for (const mark of ":=<>*!~") set[SYMBOLS[mark.charCodeAt(0)] ?? 0] = 1;
  return set;
})();

/** The symbols that no word holds: what can stand before the first letter of one. */
export const OUTSIDE_WORDS: readonly number[] = [
  SEPARATOR,
  ...BEYOND_ASCII,
  AT_SIGN,
  ...Array.from(PUNCTUATION, (_, i) => 27 + i),
];

const isUpperAscii = (code: number) => code >= 0x41 && code <= 0x5a;

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/**
 * By UTF-16 unit: 1 for a letter. Exact in ASCII, roughly so beyond, where letters begin at À. Scripts that put no spaces
 * between words have none here: a number that follows their characters stands by itself.
 */
const LETTERS: Uint8Array = (() => {
  const set = new Uint8Array(0x1_0000).fill(1, 0xc0);
  set
    .fill(0, 0x2000, 0x2c00)
    .fill(0, 0x0e00, 0x0e80)
    .fill(0, 0x2e80, 0xd800)
    .fill(0, 0xf900, 0xfb00)
    .fill(0, 0xfe10);
  set[0xd7] = set[0xf7] = 0;
  set.fill(1, 0x41, 0x5b).fill(1, 0x61, 0x7b);
  return set;
})();

export function isLetter(code: number): boolean {
  return LETTERS[code] === 1;
}

export function isUpper(code: number): boolean {
  return code < 0xc0 ? isUpperAscii(code) : toLower(code) !== code;
}

export function isWordCharacter(code: number): boolean {
  return isDigit(code) || isLetter(code);
}

/** Symbol by UTF-16 unit, with `CAPITAL` or `DIGIT_OR_AT` where it is one: what the engine's loop wants to know of a character. */
export const CLASSES: Uint8Array = (() => {
  const classes = SYMBOLS.slice();
  for (let unit = 0; unit < 0x1_0000; unit++) {
    const symbol = classes[unit] as number;
    classes[unit] = symbol | (isUpper(unit) ? CAPITAL : symbol >= FIRST_DIGIT ? DIGIT_OR_AT : 0);
  }
  return classes;
})();

/**
 * Characters as the keyword index sees them: 64 symbols, so that four fit into 24 bits. Letters lose their case, what
 * separates words is one symbol, and so is everything beyond ASCII. Digits and `@` come last: one comparison tells them.
 */
export const SEPARATOR = 0;
const BEYOND_ASCII = 50;
export const FIRST_DIGIT = 52;
export const AT_SIGN = 62;

/** Punctuation that stands inside keywords. */
const PUNCTUATION = "_-.:/%=+$<>#~*!&";

/** Symbol by UTF-16 unit. */
export const SYMBOLS: Uint8Array = (() => {
  const symbols = new Uint8Array(0x1_0000).fill(BEYOND_ASCII);
  symbols.fill(SEPARATOR, 0, 0x80);
  for (let i = 0; i < 26; i++) symbols[0x61 + i] = symbols[0x41 + i] = 1 + i;
  for (let i = 0; i < PUNCTUATION.length; i++) symbols[PUNCTUATION.charCodeAt(i)] = 27 + i;
  for (let i = 0; i < 10; i++) symbols[0x30 + i] = FIRST_DIGIT + i;
  symbols[0x40] = AT_SIGN;
  return symbols;
})();

/** Set in `CLASSES` for a capital. */
export const CAPITAL = 0x40;

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
  BEYOND_ASCII,
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

/** By UTF-16 unit: the same in small letters, where that is one unit too. */
const LOWER: Uint16Array = Uint16Array.from({ length: 0x1_0000 }, (_, code) => {
  const lower = code < 0xd800 || code > 0xdfff ? String.fromCharCode(code).toLowerCase() : "";
  return lower.length === 1 ? lower.charCodeAt(0) : code;
});

export function toLower(code: number): number {
  return LOWER[code] as number;
}

/** Symbol by UTF-16 unit, with `CAPITAL` where it is one: what the engine's loop wants to know of a character. */
export const CLASSES: Uint8Array = SYMBOLS.map((symbol, unit) => (isUpper(unit) ? symbol | CAPITAL : symbol));

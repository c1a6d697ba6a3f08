/** What may stand at one place of a picture. */
export interface PictureElement {
  /** UTF-16 units. */
  units: ReadonlySet<number>;
  optional: boolean;
}

const range = (from: string, to: string) =>
  Array.from({ length: to.charCodeAt(0) - from.charCodeAt(0) + 1 }, (_, i) => from.charCodeAt(0) + i);
const DIGITS = range("0", "9");
const CAPITALS = range("A", "Z");
const SMALL = range("a", "z");

/**
 * Reads a picture of an identifier (see `Detector.forms`): `9` a digit, `A` a capital, `X` either, a small letter that
 * letter in either case, `{m,n}` or `{n}` repetition of the element before it, anything else itself.
 */
export function readPicture(picture: string, anyCase: boolean): PictureElement[] {
  const elements: PictureElement[] = [];
  const known = anyCase ? UNITS_OF_ANY_CASE : UNITS;
  for (const [, symbol = "", least, most] of picture.matchAll(/(.)(?:\{(\d+)(?:,(\d+))?\})?/gsu)) {
    let units = known.get(symbol);
    if (!units) known.set(symbol, (units = new Set(unitsOf(symbol, anyCase))));
    const minimum = least === undefined ? 1 : Number(least);
    const maximum = most === undefined ? minimum : Number(most);
    for (let i = 0; i < maximum; i++) elements.push({ units, optional: i >= minimum });
  }
  return elements;
}

/** By symbol: thousands of elements share a few sets. */
const UNITS = new Map<string, ReadonlySet<number>>();
const UNITS_OF_ANY_CASE = new Map<string, ReadonlySet<number>>();

function unitsOf(symbol: string, anyCase: boolean): readonly number[] {
  const letters = anyCase ? [...CAPITALS, ...SMALL] : CAPITALS;
  if (symbol === "9") return DIGITS;
  if (symbol === "A") return letters;
  if (symbol === "X") return [...DIGITS, ...letters];
  const cases = new Set([symbol, symbol.toUpperCase()].filter((one) => one.length === 1));
  return /\p{Ll}/u.test(symbol) ? Array.from(cases, (one) => one.charCodeAt(0)) : [symbol.charCodeAt(0)];
}

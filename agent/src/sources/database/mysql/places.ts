import { seededRandom } from "../seeded-random.ts";
import type { KeyColumn } from "./key-order.ts";

/** Digits that a place is drawn by: six bytes tell more places apart than are ever drawn. */
const DIGITS = 12;

/**
 * Places in a key that are spread evenly between its first and last value, in order: whole numbers, bytes, and hexadecimal text such as a
 * UUID. Null for a key whose values say nothing about how they are spread.
 */
export function placesBetween(
  { form }: KeyColumn,
  [first, last]: readonly [string, string],
  count: number,
  seed: number,
): string[] | null {
  const random = seededRandom(seed);
  const draw = (low: bigint, high: bigint) =>
    Array.from(
      { length: count },
      () => low + (BigInt(Math.floor(random() * 2 ** 32)) * (high - low + 1n)) / 2n ** 32n,
    )
      .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
      .filter((place, i, all) => i === 0 || place !== all[i - 1]);
  if (form === "number")
    return isWhole(first) && isWhole(last) ? draw(BigInt(first), BigInt(last)).map(String) : null;
  if (form === "time" || !isHex(first) || !isHex(last)) return null;
  const radix = form === "text" && !/[a-f]/i.test(first + last) ? 10 : 16;
  const sample = form === "text" ? first : "";
  return draw(begin(first, radix), begin(last, radix)).map((place) =>
    likeSample(place.toString(radix).padStart(DIGITS, "0"), sample),
  );
}

const isWhole = (text: string) => /^-?\d+$/.test(text);

const isHex = (text: string) => /^[\da-f-]{8,}$/i.test(text) && /[\da-f]/i.test(text);

function begin(text: string, radix: 10 | 16): bigint {
  const digits = text.replaceAll("-", "").slice(0, DIGITS).padEnd(DIGITS, "0");
  return BigInt(radix === 16 ? `0x${digits}` : digits);
}

/** Dashes and capitals where the key's own values have them: a place is compared as text. */
function likeSample(place: string, sample: string): string {
  let text = "";
  for (const digit of place) {
    while (sample[text.length] === "-") text += "-";
    text += digit;
  }
  return /[A-F]/.test(sample) ? text.toUpperCase() : text;
}

/** One kind of value in one language: how it is written, with and without fault, and what people call it. */
export interface Subject {
  type: string;
  language: string;
  labels: readonly string[];
  valid: (random: () => number) => string;
  /** Of the same form, and not one of these; null where form is all there is. */
  nearValid: ((random: () => number) => string) | null;
}

const CAPITALS = "ABCDEFGHJKLMNPRSTUVWXYZ";
const MOST_TRIES = 200_000;

export const pickFrom = <T>(random: () => number, of: readonly T[]): T =>
  of[Math.floor(random() * of.length)] as T;

/** A subject whose values follow a mask and are judged by somebody else's checker. */
export function labelled(
  type: string,
  language: string,
  labels: readonly string[],
  mask: string,
  accepts: (value: string) => boolean,
): Subject {
  const search = (wanted: boolean) => (random: () => number) => {
    for (let i = 0; i < MOST_TRIES; i++) {
      const value = fill(mask, random);
      if (accepts(value) === wanted) return value;
    }
    throw new Error(`no ${wanted ? "valid" : "near-valid"} ${type} of the form ${mask}`);
  };
  return { type, language, labels, valid: search(true), nearValid: search(false) };
}

function fill(mask: string, random: () => number): string {
  const digit = () => String(Math.floor(random() * 10));
  const two = (from: number, to: number) =>
    String(from + Math.floor(random() * (to - from + 1))).padStart(2, "0");
  return mask.replace(/[#@*ydf]/g, (sign) => {
    if (sign === "#") return digit();
    if (sign === "@") return pickFrom(random, [...CAPITALS]);
    if (sign === "*") return random() < 0.5 ? digit() : pickFrom(random, [...CAPITALS]);
    const [day, month, year] = [two(1, 28), two(1, 12), two(50, 99)];
    if (sign === "y") return `${year}${month}${day}`;
    return sign === "d" ? `${day}${month}${year}` : `19${year}${month}${day}`;
  });
}

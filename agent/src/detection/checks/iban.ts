import { IBAN_LENGTHS } from "./iban-lengths.ts";
import { IBAN_STRUCTURES } from "./iban-structures.ts";
import { mod97 } from "./mod97.ts";

const CLASSES: Readonly<Record<string, string>> = { n: "\\d", a: "[A-Z]", c: "[A-Z0-9]" };
const compiled = new Map<string, RegExp>();

function structureOf(country: string): RegExp | null {
  const known = compiled.get(country);
  if (known) return known;
  const structure = IBAN_STRUCTURES[country];
  if (structure === undefined) return null;
  const body = structure.replace(/(\d+)([nac])/g, (_, count: string, kind) => `${CLASSES[kind]}{${count}}`);
  // The registry gives out the check digits 02 to 98 only; 00, 01 and 99 can satisfy the sum as well.
  const pattern = new RegExp(`^${country}(?:0[2-9]|[1-8]\\d|9[0-8])${body}$`);
  compiled.set(country, pattern);
  return pattern;
}

/** Whether a compact IBAN in capitals has the length and structure of its country and passes mod 97. */
export function validIban(compact: string): boolean {
  const country = compact.slice(0, 2);
  return (
    compact.length === IBAN_LENGTHS[country] &&
    (structureOf(country)?.test(compact) ?? false) &&
    mod97(compact.slice(4) + compact.slice(0, 4)) === 1
  );
}

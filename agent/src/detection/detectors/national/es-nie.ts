import { spanishLetter } from "../../checks/spanish-control.ts";
import type { Candidate } from "../../candidate.ts";
import { identifier } from "../../define.ts";
import type { Verdict } from "../../detector.ts";

const FIRST: Readonly<Record<string, string>> = { X: "0", Y: "1", Z: "2" };
const EXAMPLES: ReadonlySet<string> = new Set(["X0000000T", "X1234567L", "Y1234567X", "Z1234567R"]);
const REASONS = ["control letter mod 23"] as const;

function check({ value, compact }: Candidate): Verdict | null {
  const digits = (FIRST[compact.charAt(0)] ?? "") + compact.slice(1, -1);
  if (spanishLetter(digits) !== compact.at(-1)) return null;
  if (EXAMPLES.has(compact)) return { reasons: REASONS, known: "published example number" };
  return /\p{Ll}| /u.test(value) ? { reasons: REASONS, confidence: 0.3 } : { reasons: REASONS };
}

export const esNie = identifier({
  id: "es-nie",
  entityType: "ES_NIE",
  format: "X, Y or Z, seven digits and a letter, with or without dashes.",
  checksum: "The letter follows from the number modulo 23, X, Y and Z being 0, 1 and 2.",
  forms: [..."xyz"].flatMap((letter) => [
    `${letter}9999999A`,
    `${letter}9999999-A`,
    `${letter}-9999999-A`,
    `${letter}-9999999A`,
    `${letter} 9999999 A`,
  ]),
  anyCase: true,
  contextWords: [
    "nie",
    "n.i.e",
    "nif",
    "número de identidad de extranjero",
    "numero de identidad de extranjero",
    "extranjero",
    "tarjeta de residencia",
    "permiso de residencia",
    "foreigner identity number",
    "foreigner identification number",
  ],
  check,
  confidence: { bare: 0.7, context: 0.97, against: 0.3 },
  references: ["Real Decreto 557/2011, art. 206", "Orden INT/2058/2008"],
  examples: {
    match: ["NIE: X-2482310-N", "extranjero con NIE Y7310482S", "Z4820915M", "NIE X0000000T"],
    ignore: ["NIE X2482310A", "W2482310A", "ref-X5930182T9", "nie y-4410982-a"],
  },
});

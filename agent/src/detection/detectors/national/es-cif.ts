import { spanishOrganisationControl } from "../../checks/spanish-control.ts";
import type { Candidate } from "../../candidate.ts";
import type { Verdict } from "../../detector.ts";
import { organisation } from "./kinds.ts";

/** Kinds of organisation whose control is a letter, and those whose control is a digit; the others may have either. */
const LETTER_ONLY = /^[NPQRSW]/;
const DIGIT_ONLY = /^[ABEH]/;

function check({ compact }: Candidate): Verdict | null {
  if (!/^[ABCDEFGHJNPQRSUVW]/.test(compact)) return null;
  const [digit, letter] = spanishOrganisationControl(compact.slice(1, -1));
  const control = compact.at(-1);
  const valid =
    (control === digit && !LETTER_ONLY.test(compact)) || (control === letter && !DIGIT_ONLY.test(compact));
  return valid ? { reasons: ["control character of an organisation's NIF"] } : null;
}

export const esCif = organisation({
  id: "es-cif",
  entityType: "ES_CIF",
  format: "A letter for the kind of organisation, seven digits, and a control digit or letter.",
  checksum: "Luhn sum of the digits, as a digit or a letter.",
  forms: ["A9999999X", "A-9999999-X", "A-9999999X", "A-99999999", "A9999999-X", "A-99.999.999"],
  contextWords: [
    "cif",
    "c.i.f",
    "nif",
    "n.i.f",
    "razón social",
    "razon social",
    "código de identificación fiscal",
  ],
  check,
  references: ["Orden EHA/451/2008"],
  examples: {
    match: ["CIF: B73104820", "C.I.F. A-58392077", "NIF de la fundación G48201933"],
    ignore: ["CIF B73104821", "B73104820", "CIF I73104824"],
  },
});

import { spanishLetter, spanishOrganisationControl } from "../../checks/spanish-control.ts";
import { organisation } from "./kinds.ts";

/** The letter of foreigners as a digit; K, L and M do not count. */
const SPELLED: Readonly<Record<string, string>> = { X: "0", Y: "1", Z: "2", K: "", L: "", M: "" };

function holds(nif: string): boolean {
  const first = nif.charAt(0);
  const control = nif.charAt(8);
  if (/\d/.test(first)) return spanishLetter(nif.slice(0, 8)) === control;
  const spelled = SPELLED[first];
  if (spelled !== undefined) return spanishLetter(spelled + nif.slice(1, 8)) === control;
  return /^[A-HJNP-SUVW]/.test(first) && spanishOrganisationControl(nif.slice(1, 8)).includes(control);
}

export const esVat = organisation({
  id: "es-vat",
  entityType: "ES_VAT",
  format: "ES and a NIF: of a person the DNI or NIE, of an organisation the CIF.",
  checksum: "That of the NIF.",
  forms: ["esA9999999X", "es99999999A", "es-A9999999X", "es-99999999A", "es 99999999A", "es A9999999X"],
  check: ({ compact, value }) => {
    // `es` is a word of Spanish.
    if (!value.startsWith("ES")) return null;
    const nif = compact.slice(2);
    return /^[A-Z\d]\d{7}[A-Z\d]$/.test(nif) && holds(nif)
      ? { reasons: ["control character of a NIF"] }
      : null;
  },
  contextWords: ["iva", "vat", "vat number", "vat id", "nif", "nif iva", "cif", "btw", "tva", "ust id"],
  confidence: { bare: 0.88, context: 0.96, against: 0.5 },
  references: ["Real Decreto 1065/2007, art. 25"],
  examples: {
    match: ["VAT ESB58378431", "NIF-IVA: ES54362315K", "ESX2482300W"],
    ignore: ["VAT ESB58378432", "XESB58378431", "mi NIF es 54362315K", "ES54362315L"],
  },
});

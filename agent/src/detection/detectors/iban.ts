import { IBAN_LENGTHS } from "../checks/iban-lengths.ts";
import { mod97 } from "../checks/mod97.ts";
import type { Detector, Verdict } from "../detector.ts";

/** The registry's own examples and others that documentation repeats. Compact form. */
const KNOWN: ReadonlySet<string> = new Set([
  "NL91ABNA0417164300",
  "NL02ABNA0123456789",
  "NL20INGB0001234567",
  "NL39RABO0300065264",
  "DE89370400440532013000",
  "BE68539007547034",
  "FR1420041010050500013M02606",
  "FR7630006000011234567890189",
  "GB29NWBK60161331926819",
  "GB82WEST12345698765432",
  "GB33BUKB20201555555555",
  "ES9121000418450200051332",
  "IT60X0542811101000000123456",
  "CH9300762011623852957",
  "AT611904300234573201",
  "LU280019400644750000",
]);

const compactIban = (value: string) => value.replace(/[ -]/g, "").toUpperCase();

/** Reads exactly as many characters as the country's IBANs have, so that a following capital is not drawn in. */
function check({ value, after }: { value: string; after: string }): Verdict | null {
  const wanted = IBAN_LENGTHS[value.slice(0, 2).toUpperCase()];
  if (wanted === undefined) return null;
  let end = 0;
  for (let taken = 0; taken < wanted; end++) {
    if (end >= value.length) return null;
    if (value[end] !== " " && value[end] !== "-") taken++;
  }
  if (/^[A-Za-z0-9]/.test(value.slice(end) || after)) return null;
  const compact = compactIban(value.slice(0, end));
  // The registry gives out 02 to 98 only; 00, 01 and 99 can satisfy the sum as well.
  if (!/^..(?:0[2-9]|[1-8]\d|9[0-8])/.test(compact)) return null;
  if (mod97(compact.slice(4) + compact.slice(0, 4)) !== 1) return null;
  const reasons = ["checksum mod 97", `length for ${compact.slice(0, 2)}`];
  if (KNOWN.has(compact))
    return { reasons, length: end, known: "example number of the IBAN registry or a bank" };
  return { reasons, length: end };
}

export const iban = {
  id: "iban",
  entityType: "IBAN",
  rule: "pii.financial.iban",
  category: "financial",
  severity: "medium",
  trigger: /[A-Za-z]{2}\d{2}(?=[ -]?[A-Za-z0-9]{4})/g,
  reach: { before: 2, after: 48 },
  pattern: /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]){11,30}/g,
  contextWords: ["iban", "rekening", "rekeningnummer", "bankrekening", "bank account"],
  check,
  confidence: { bare: 0.9, context: 0.98 },
  normalise: compactIban,
  visible: { head: 2, tail: 2 },
  references: ["ISO 13616-1", "SWIFT IBAN registry", "ISO/IEC 7064 MOD 97-10"],
  examples: {
    match: [
      "NL91 ABNA 0417 1643 00",
      "iban: NL93RABO0314159265",
      "naar DE89370400440532013000 FAO",
      "nl93rabo0314159265",
    ],
    ignore: [
      "NL91ABNA0417164301",
      "NL91 ABNA 0417 1643 0",
      "XX91ABNA0417164300",
      "DE00000000000000000066",
      "aNL91ABNA0417164300",
      "NL91ABNA0417164300A",
    ],
  },
} as const satisfies Detector;

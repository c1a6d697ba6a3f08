import { luhn } from "../../checks/luhn.ts";
import type { Candidate } from "../../candidate.ts";
import type { Verdict } from "../../detector.ts";
import { organisation } from "./kinds.ts";

/** Provincial offices 001 to 100, 120 and 121, and 888 and 999 for taxpayers abroad. */
function check({ value, compact }: Candidate): Verdict | null {
  const digits = compact.slice(-11);
  const office = Number(digits.slice(7, 10));
  const known = (office >= 1 && office <= 100) || [120, 121, 888, 999].includes(office);
  if (!known || /^0{7}/.test(digits) || !luhn(digits)) return null;
  const reasons = ["checksum Luhn", "office code"];
  if (digits === "12345678903") return { reasons, known: "published example number" };
  return /^it/i.test(value) ? { reasons, confidence: 0.6 } : { reasons };
}

export const itPartitaIva = organisation({
  id: "it-partita-iva",
  provesItself: true,
  entityType: "IT_PIVA",
  format:
    "Eleven digits: seven of the taxpayer, three of the office, one control digit; also with IT in front.",
  checksum: "Luhn; the office must exist.",
  forms: ["99999999999", "it99999999999", "it 99999999999"],
  contextWords: [
    "partita iva",
    "p. iva",
    "p.iva",
    "p iva",
    "piva",
    "part. iva",
    "partitaiva",
    "iva",
    "codice fiscale",
    "p.i",
  ],
  check,
  references: ["DPR 633/1972, art. 35", "https://www.agenziaentrate.gov.it"],
  examples: {
    match: ["P.IVA 07182040159", "Partita IVA: IT03918270582", "partita_iva=02650190370"],
    ignore: ["P.IVA 07182040151", "07182040159", "partita iva 00000000000"],
  },
});

import { weightedSum } from "../../checks/weighted-sum.ts";
import { identifier } from "../../define.ts";

/** Dutch account numbers before IBAN; they live on inside it, and in old files. */
export const nlBankAccount = identifier({
  id: "nl-bank-account",
  entityType: "NL_BANK11",
  rule: "pii.financial.iban",
  category: "financial",
  format: "Nine or ten digits.",
  checksum: "The eleven-test with the weights 10 down to 1.",
  forms: [
    "999999999",
    "9999999999",
    "99.99.99.999",
    "99 99 99 999",
    "9999.99.999",
    "9999 99 999",
    "999.99.99.999",
  ],
  check: ({ compact }) => {
    if (/^(?:0{4}|(\d)\1+$)/.test(compact)) return null;
    const sum = weightedSum(compact.padStart(10, "0"), [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    return sum % 11 === 0 ? { reasons: ["checksum 11-proef of banks"] } : null;
  },
  contextWords: [
    ...["rekeningnummer", "rekening nummer", "rekeningnr", "rekening nr", "rekening", "bankrekening"],
    ...["bankrekeningnummer", "bank rekening", "bankrekeningnr", "banknummer", "tegenrekening", "reknr"],
    ...["giro", "gironummer", "girorekening", "bank account", "account number", "bank account number"],
    ...["salarisrekening", "spaarrekening", "betaalrekening", "t n v"],
  ],
  againstWords: ["bsn", "burgerservicenummer", "sofinummer", "rsin", "kvk", "tel", "telefoon", "btw"],
  confidence: { bare: 0, context: 0.96, against: 0 },
  references: ["De Nederlandsche Bank / Betaalvereniging Nederland, BBAN in the SWIFT IBAN registry: NL"],
  examples: {
    match: ["rekeningnummer 73.19.04.826", "Bankrekening: 150237480", "rekeningnummer: 4826173903"],
    ignore: ["731904826", "rekeningnummer 731904827", "rekeningnummer 7319048261", "bsn 731904826"],
  },
});

import { identifier } from "../../define.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";
import { proven } from "./proven.ts";

/** Government, the twelve districts, thrift institutions, electronic ones, traveller's cheques. */
const PREFIX = /^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)/;

export const usAbaRouting = identifier({
  id: "us-aba-routing",
  entityType: "US_ABA_ROUTING",
  rule: "pii.financial.iban",
  category: "financial",
  severity: "low",
  format: "Nine digits, the first two of a Federal Reserve district; only in context.",
  checksum: "Weights 3-7-1, modulo 10.",
  forms: ["999999999", "9999-9999-9"],
  contextWords: [
    "aba",
    "aba number",
    "aba no",
    "aba routing",
    "aba routing number",
    "routing",
    "routing number",
    "routing no",
    "routing transit number",
    "bank routing",
    "routing code",
    "transit number",
    "rtn",
    "fedwire",
    "wire transfer",
    "direct deposit",
    "ach",
  ],
  check: proven({
    reason: "checksum and district",
    holds: (digits) =>
      PREFIX.test(digits) && digits !== "000000000" && weightedSum(digits, [3, 7, 1]) % 10 === 0,
  }),
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: [
    "American Bankers Association, ABA Routing Number Policy",
    "Federal Reserve, E-Payments Routing Directory",
  ],
  examples: {
    match: ["Routing number: 091283742", '"aba_routing": "326481099"', "ABA 0612-7384-7"],
    ignore: ["Routing number: 091283741", "routing 491283745", "091283742", "routing 000000000"],
  },
});

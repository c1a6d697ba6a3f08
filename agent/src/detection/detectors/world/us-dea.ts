import { identifier } from "../../define.ts";
import { proven, publishedExamples } from "./proven.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";

/** Kind of registrant, then the initial of the name, or 9 for a business. */
const PREFIX = /^[A-HJ-MPRSTUX][A-Z9]/;

export const usDea = identifier({
  id: "us-dea",
  entityType: "US_DEA",
  format: "Two letters (kind of registrant, initial) and seven digits; a 9 for the initial of a business.",
  checksum: "Digits 1, 3, 5 and twice 2, 4, 6 end on the seventh.",
  forms: ["AA9999999", "A99999999", "AA-9999999"],
  contextWords: [
    "dea",
    "dea number",
    "dea no",
    "dea#",
    "dea registration",
    "dea registration number",
    "drug enforcement administration",
    "controlled substance",
    "prescriber",
    ...["medical license", "medical licence", "medical license number", "physician", "narcotics"],
  ],
  againstWords: ["passport"],
  check: proven({
    reason: "checksum",
    holds: (text) => {
      const digits = text.slice(2);
      return PREFIX.test(text) && weightedSum(digits.slice(0, 6), [1, 2]) % 10 === Number(digits[6]);
    },
    known: publishedExamples("AB1234563"),
  }),
  confidence: { bare: 0.3, context: 0.95, against: 0 },
  references: ["21 CFR 1301.13", "DEA Diversion Control Division, Registration"],
  examples: {
    match: ["DEA number BK4829137", "dea_no: MF5739202", "prescriber A94829137"],
    ignore: ["DEA number BK4829131", "DEA MF5739201", "DEA NK4829130"],
  },
});

import { isRepeatedDigit } from "../../checks/repeated-digit.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";
import { identifier } from "../../define.ts";
import { proven, publishedExamples } from "./proven.ts";

const WEIGHTS = [1, 4, 3, 7, 5, 8, 6, 9, 10] as const;
/** Of the eight digits that were given out until the nineties. */
const OLD_WEIGHTS = [10, 7, 8, 4, 6, 3, 5, 1] as const;

export const auTfn = identifier({
  id: "au-tfn",
  entityType: "AU_TFN",
  format: "Nine digits, as 3-3-3; eight in old ones.",
  checksum: "Weights 1-4-3-7-5-8-6-9-10, modulo 11.",
  forms: ["999 999 999", "999-999-999", "999999999", "99 999 999", "99999999", "999 999 99"],
  contextWords: [
    "tfn",
    "tfns",
    "tfn number",
    "tax file number",
    "tax file no",
    "tax file",
    "australian tax file number",
    "ato",
    "australian taxation office",
  ],
  againstWords: ["abn", "acn"],
  check: proven({
    reason: "checksum modulo 11",
    holds: (digits) =>
      !isRepeatedDigit(digits) && weightedSum(digits, digits.length === 8 ? OLD_WEIGHTS : WEIGHTS) % 11 === 0,
    known: publishedExamples("123456782", "87654321"),
  }),
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: [
    "Australian Taxation Office, Tax file number algorithm",
    "Privacy (Tax File Number) Rule 2015",
  ],
  examples: {
    match: ["TFN: 538 204 716", "tax file number 538204716"],
    ignore: ["TFN: 538 204 711", "538 204 716", "ABN 538204716"],
  },
});

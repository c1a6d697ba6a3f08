import { luhn } from "../../checks/luhn.ts";
import { isRepeatedDigit } from "../../checks/repeated-digit.ts";
import { identifier } from "../../define.ts";
import { proven, publishedExamples } from "./proven.ts";

const valid = proven({
  reason: "checksum Luhn",
  holds: (digits) => digits[0] !== "8" && !isRepeatedDigit(digits) && luhn(digits),
  known: publishedExamples("046454286", "130692544", "123456782"),
});

export const caSin = identifier({
  id: "ca-sin",
  provesItself: true,
  entityType: "CA_SIN",
  // A first 0 is a tax number for those without a SIN (ITN); an 8 is not given out.
  format: "Nine digits, as 3-3-3; the first is not 8.",
  checksum: "Luhn.",
  forms: ["999-999-999", "999 999 999", "999999999", "999.999.999"],
  contextWords: [
    "sin",
    "sin number",
    "sin no",
    "sin#",
    "social insurance",
    "social insurance number",
    "social insurance no",
    "social ins",
    "individual tax number",
    "nas",
    "numéro d'assurance sociale",
    "numéro d’assurance sociale",
    "numero d'assurance sociale",
    "assurance sociale",
  ],
  check: (candidate) => {
    const verdict = valid(candidate);
    // Three groups by spaces may as well be three numbers.
    return verdict && { ...verdict, confidence: /^\d{3}-\d{3}-\d{3}$/.test(candidate.value) ? 0.25 : 0 };
  },
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["Employment and Social Development Canada, The Social Insurance Number Code of Practice"],
  examples: {
    match: [
      "SIN: 538-204-710",
      "numéro d'assurance sociale 271 940 587",
      "sin=538204710",
      "my social insurance number is 046 454 286",
    ],
    ignore: ["SIN: 538-204-711", "538204710", "SIN 000-000-000", "SIN 838-204-714"],
  },
});

import { identifier } from "../../define.ts";
import { proven, publishedExamples } from "./proven.ts";
import { isRepeatedDigit } from "../../checks/repeated-digit.ts";

/** Prefixes that no campus of the IRS gives out. */
const UNUSED = new Set("00 07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97".split(" "));

export const usEin = identifier({
  id: "us-ein",
  entityType: "US_EIN",
  rule: "pii.organisation.number",
  category: "organisation",
  format: "Nine digits, as 2-7, from a prefix that the IRS gives out; only in context.",
  forms: ["99-9999999", "999999999"],
  contextWords: [
    "ein",
    "fein",
    "feid",
    "employer identification number",
    "employer id number",
    "employer id",
    "federal employer identification number",
    "federal tax id",
    "federal tax identification number",
    "federal id number",
    "business tax id",
    "tax id",
    "tax id number",
    "taxpayer identification number",
    "irs number",
    "irs no",
    "tin",
  ],
  check: proven({
    reason: "prefix that the IRS gives out",
    holds: (digits) => !UNUSED.has(digits.slice(0, 2)) && !isRepeatedDigit(digits),
    known: publishedExamples("123456789", "987654321"),
  }),
  confidence: { bare: 0, context: 0.85, against: 0 },
  references: ["IRS, How EINs are assigned and valid EIN prefixes"],
  examples: {
    match: ["EIN: 47-3829105", "Federal Tax ID 473829105", '{"employerIdentificationNumber": "61-4829037"}'],
    ignore: ["EIN: 00-3829105", "EIN: 89-3829105", "47-3829105", "EIN 47-38291056"],
  },
});

import type { Candidate } from "../../candidate.ts";
import { identifier } from "../../define.ts";
import type { Verdict } from "../../detector.ts";
import { isRepeatedDigit } from "../../checks/repeated-digit.ts";

/** A wallet maker's, an advertisement's, and the two that forms and manuals count up or down to. */
const EXAMPLES: ReadonlySet<string> = new Set([
  "078051120",
  "219099999",
  "123456789",
  "012345678",
  "123121234",
]);

function check({ compact, value }: Candidate): Verdict | null {
  const area = compact.slice(0, 3);
  if (area === "000" || area === "666" || area >= "900") return null;
  if (compact.slice(3, 5) === "00" || compact.slice(5) === "0000") return null;
  const reasons = ["area, group and serial that are given out"];
  // A postal code and four has one dash too.
  const confidence = /^\d{3}-\d\d-\d{4}$/.test(value) ? 0.6 : value.length === 11 ? 0.3 : 0;
  if (EXAMPLES.has(compact) || isRepeatedDigit(compact))
    return { reasons, confidence, known: "published example number" };
  return { reasons, confidence };
}

export const usSsn = identifier({
  id: "us-ssn",
  provesItself: true,
  entityType: "US_SSN",
  format: "Nine digits, as 3-2-4; area not 000, 666 or 900–999, group not 00, serial not 0000.",
  forms: ["999-99-9999", "999 99 9999", "999.99.9999", "999999999", "999-999999", "99999-9999"],
  contextWords: [
    "ssn",
    "ssns",
    "s.s.n.",
    "ssn#",
    "ss#",
    "ss number",
    "ss no",
    "soc sec",
    "soc sec no",
    "social security",
    "social security number",
    "social security no",
    "social security nr",
    "social sec",
    "socialsecuritynumber",
    ...["my social", "his social", "her social", "your social", "their social", "social is", "social num"],
    "taxpayer identification number",
    "taxpayer id",
    "tin",
    "seguro social",
    "número de seguro social",
    "numero de seguro social",
  ],
  check,
  againstWords: [
    "ein",
    "fein",
    "zip",
    "zip code",
    "zipcode",
    "itin",
    "phone",
    "bsn",
    "sin",
    "passport",
    "routing",
  ],
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: [
    "Social Security Administration, Social Security Number Randomization (2011)",
    "SSA POMS RM 10201.035, Invalid Social Security Numbers",
  ],
  examples: {
    match: [
      "SSN: 536-22-8917",
      "536-22-8917",
      "social security number 536228917",
      "su número de seguro social es 536 22 8917",
      "ssn=078-05-1120",
    ],
    ignore: [
      "ssn 000-22-8917",
      "ssn 666-22-8917",
      "ssn 900-22-8917",
      "ssn 536-00-8917",
      "ssn 536-22-0000",
      "536228917",
      "part 1-536-22-8917-2",
    ],
  },
});

import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { passport } from "./passport.ts";

const phNumbers = [
  "sss",
  "sss no",
  "sss number",
  "social security system",
  "umid",
  "crn",
  "common reference number",
  "gsis",
  "gsis no",
];

const phSss = identifier({
  id: "ph-sss",
  entityType: "PH_SSS",
  format:
    "Ten digits as 2-7-1, or the twelve of the UMID's common reference number as 4-7-1; only in context.",
  forms: ["99-9999999-9", "9999999999", "9999-9999999-9", "999999999999"],
  contextWords: phNumbers,
  confidence: { bare: 0, context: 0.9, against: 0 },
  references: ["Social Security Act of 2018 (Philippines, RA 11199)", "Executive Order 420 of 2005 (UMID)"],
  examples: {
    match: ["SSS No: 34-8201937-6", "UMID CRN 0111-4820193-7"],
    ignore: ["34-8201937-6", "SSS 34-820193-6"],
  },
});

const phTin = identifier({
  id: "ph-tin",
  entityType: "PH_TIN",
  format: "Nine digits as 3-3-3, with three or five of the branch; only in context.",
  forms: ["999-999-999", "999-999-999-999", "999-999-999-99999", "999999999999", "999 999 999 000"],
  contextWords: [
    "tin",
    "tin no",
    "tin number",
    "bir",
    "bir tin",
    "philippine tin",
    "tax identification number",
  ],
  confidence: { bare: 0, context: 0.85, against: 0 },
  references: ["Bureau of Internal Revenue (Philippines), Revenue Regulations 7-2012"],
  examples: {
    match: ["TIN: 482-019-376-000", "BIR TIN 482-019-376"],
    ignore: ["482-019-376-000", "TIN 482-019-37"],
  },
});

const phHealth = identifier({
  id: "ph-philhealth",
  entityType: "PH_PHILHEALTH",
  format: "Twelve digits, as 2-9-1; only in context.",
  forms: ["99-999999999-9", "999999999999"],
  contextWords: [
    "phil health",
    "philhealth",
    "philhealth no",
    "philhealth number",
    "philhealth id",
    "pin philhealth",
  ],
  confidence: { bare: 0, context: 0.92, against: 0 },
  references: ["Philippine Health Insurance Corporation, PhilHealth Identification Number"],
  examples: {
    match: ["PhilHealth: 12-482019376-5", "philhealth no 124820193765"],
    ignore: ["12-482019376-5", "PhilHealth 12-4820193-5"],
  },
});

const phPassport = passport({
  id: "ph-passport",
  entityType: "PH_PASSPORT",
  country: /philippin|pilipin/i,
  format: "A letter, seven digits and a letter, or two letters and seven digits; only in context.",
  forms: ["A9999999A", "AA9999999"],
  contextWords: ["philippine passport", "pasaporte"],
  references: ["Philippine Passport Act (RA 11983)", "Department of Foreign Affairs"],
  examples: {
    match: ["Philippine passport P4820193B", "Philippine passport EC4820193"],
    ignore: ["P4820193B", "EC482019"],
  },
});

export const PHILIPPINES: readonly Detector[] = [phSss, phTin, phHealth, phPassport];

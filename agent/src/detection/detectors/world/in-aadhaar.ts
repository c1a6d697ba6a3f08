import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { verhoeff } from "../../checks/verhoeff.ts";
import { proven } from "./proven.ts";

const isPalindrome = (digits: string) => digits === [...digits].reverse().join("");

/** 202311251230: a date and a time. */
const isMinute = (digits: string) => /^20[12]\d(?:0[1-9]|1[0-2])[0-3]\d[0-2]\d[0-5]\d$/.test(digits);

/** Numbers that the authority hands out to test authentication with. */
const TEST_RANGE = "9999";

const inAadhaar = identifier({
  id: "in-aadhaar",
  entityType: "IN_AADHAAR",
  format: "Twelve digits from 2–9, as 4-4-4.",
  checksum: "Verhoeff.",
  forms: ["9999 9999 9999", "9999-9999-9999", "999999999999"],
  contextWords: [
    "aadhaar",
    "aadhar",
    "adhaar",
    "adhar",
    "aadhaar number",
    "aadhaar no",
    "aadhaar card",
    "aadhar card",
    "aadhaarnumber",
    "uidai",
    "uid number",
    "unique identification authority",
    "आधार",
    "आधार संख्या",
    "आधार नंबर",
    "आधार कार्ड",
    "ஆதார்",
    "ఆధార్",
    "আধার",
  ],
  check: proven({
    reason: "checksum Verhoeff",
    holds: (digits) => digits >= "2" && !isPalindrome(digits) && !isMinute(digits) && verhoeff(digits),
    grouped: 0.4,
    known: (digits) => (digits.startsWith(TEST_RANGE) ? "range of test persons" : undefined),
  }),
  confidence: { bare: 0.2, context: 0.95, against: 0 },
  references: ["Aadhaar Act 2016, section 4", "UIDAI, A UID Numbering Scheme"],
  examples: {
    match: ["Aadhaar: 4820 1937 6512", "4820-1937-6512", "आधार संख्या: 482019376512"],
    ignore: ["Aadhaar: 4820 1937 6511", "aadhaar 0820 1937 6512", "aadhaar 4820 1937"],
  },
});

const inVid = identifier({
  id: "in-vid",
  entityType: "IN_AADHAAR",
  format: "The virtual id in an Aadhaar's place: sixteen digits from 2–9, as 4-4-4-4; only in context.",
  checksum: "Verhoeff.",
  forms: ["9999 9999 9999 9999", "9999999999999999"],
  contextWords: ["vid", "virtual id", "aadhaar virtual id", "aadhaar vid", "uidai"],
  check: proven({
    reason: "checksum Verhoeff",
    holds: (digits) => digits >= "2" && !isPalindrome(digits) && verhoeff(digits),
  }),
  confidence: { bare: 0, context: 0.9, against: 0 },
  references: ["UIDAI, circular 1 of 2018, virtual id"],
  examples: {
    match: ["Aadhaar VID: 4820 1937 6512 8346", "virtual id 4820193765128346"],
    ignore: ["VID 4820 1937 6512 8341", "4820193765128346"],
  },
});

export const inAadhaarNumbers: readonly Detector[] = [inAadhaar, inVid];

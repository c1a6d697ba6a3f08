import { weightedSum } from "../../checks/weighted-sum.ts";
import { identifier } from "../../define.ts";
import { proven, publishedExamples } from "./proven.ts";

const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9] as const;

export const auMedicare = identifier({
  id: "au-medicare",
  provesItself: true,
  entityType: "AU_MEDICARE",
  format: "Ten digits from 2–6, as 4-5-1; an eleventh is the person's line on the card.",
  checksum: "Weights 1-3-7-9 over eight digits, modulo 10, is the ninth.",
  forms: [
    "9999999999",
    "99999999999",
    "9999 99999 9",
    "9999-99999-9",
    "9999 99999 9 9",
    "9999 99999 9/9",
    "9999 99999 9-9",
    "9999999999/9",
    "9999999999-9",
  ],
  contextWords: [
    "medicare",
    "medicare number",
    "medicare no",
    "medicare card",
    "medicare card number",
    "medicare australia",
    "irn",
    "individual reference number",
  ],
  check: proven({
    reason: "checksum modulo 10",
    holds: (digits) =>
      /^[2-6]\d{8}[1-9][1-9]?$/.test(digits) &&
      weightedSum(digits.slice(0, 8), WEIGHTS) % 10 === Number(digits[8]),
    grouped: 0.35,
    known: publishedExamples("2123456701", "21234567011"),
  }),
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["National Health Data Dictionary (AIHW), Medicare card number", "Services Australia"],
  examples: {
    match: ["Medicare: 3820 47194 1", "medicare card 3820471941", "Medicare No. 2123 45670 1"],
    ignore: ["Medicare: 3820 47190 1", "3820471941", "Medicare 7820471950"],
  },
});

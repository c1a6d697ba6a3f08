import { identifier } from "../../define.ts";
import { proven } from "./proven.ts";

export const usHicn = identifier({
  id: "us-hicn",
  entityType: "US_HICN",
  format:
    "The Medicare number until 2019: a social security number with a beneficiary code of a letter, and a digit or letter; only in context.",
  forms: ["999-99-9999A", "999-99-9999AX", "999-99-9999-A", "999-99-9999-AX", "999999999A", "999999999AX"],
  contextWords: [
    ...["hicn", "hic", "hic number", "medicare", "medicare number", "medicare claim number", "medicare id"],
    ...["health insurance claim number", "beneficiary", "medicare no"],
  ],
  check: proven({
    reason: "form of the claim number",
    holds: (text) => /^(?!000|666|9)\d{3}(?!00)\d\d(?!0000)\d{4}(?:[A-FHJKMTW][\dA-Z]?)$/.test(text),
  }),
  confidence: { bare: 0, context: 0.9, against: 0 },
  references: ["CMS, Medicare Claims Processing Manual, chapter 2: HICN beneficiary identification codes"],
  examples: {
    match: ["HICN: 536-22-8917A", "Medicare claim number 536228917D6"],
    ignore: ["536-22-8917A", "HICN 000-22-8917A", "HICN 536-22-8917Z"],
  },
});

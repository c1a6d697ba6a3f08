import { idDocument } from "../national/kinds.ts";
import { DRIVING_LICENCE_WORDS } from "./document-words.ts";
import { IN_PLATE_STATES } from "./in-states.ts";

export const inDrivingLicence = idDocument({
  id: "in-driving-licence",
  entityType: "IN_DRIVING_LICENCE",
  format: "State, office, year of issue, seven digits; as AA99 99999999999.",
  forms: [
    "AA9999999999999",
    "AA99 99999999999",
    "AA-9999999999999",
    "AA99-99999999999",
    "AA-99-9999-9999999",
    "AA99 9999 9999999",
  ],
  check: ({ compact }) =>
    IN_PLATE_STATES.has(compact.slice(0, 2)) && /^.{4}(?:19[6-9]|20[0-4])/.test(compact)
      ? { reasons: ["state and year"] }
      : null,
  contextWords: [
    ...DRIVING_LICENCE_WORDS,
    "dl no",
    "dl number",
    "dl",
    "licence no",
    "license no",
    "rto",
    "sarathi",
  ],
  confidence: { bare: 0.45, context: 0.95 },
  references: ["Motor Vehicles Act 1988, section 9", "Central Motor Vehicles Rules 1989, form 7"],
  examples: {
    match: ["Driving licence MH14 20110048201", "DL-0420110148201", "dl no KA05-20190004820"],
    ignore: ["driving licence XX14 20110048201", "driving licence MH14 18110048201"],
  },
});

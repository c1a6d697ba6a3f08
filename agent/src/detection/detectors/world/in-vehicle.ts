import type { Candidate } from "../../candidate.ts";
import { identifier } from "../../define.ts";
import type { Verdict } from "../../detector.ts";
import { IN_PLATE_STATES } from "./in-states.ts";
import { isGrouped } from "./proven.ts";

/** The registration of all India: year, BH, number, letters. */
const BHARAT = /^\d\dBH\d{4}[A-HJ-NP-Z]{1,2}$/;

function check(candidate: Candidate): Verdict | null {
  const text = candidate.compact;
  if (!BHARAT.test(text) && (!IN_PLATE_STATES.has(text.slice(0, 2)) || text.endsWith("0000"))) return null;
  return { reasons: ["state code of the plate"], confidence: isGrouped(candidate) ? 0.5 : 0.4 };
}

export const inVehicle = identifier({
  id: "in-vehicle",
  entityType: "IN_VEHICLE_REGISTRATION",
  rule: "pii.vehicle.plate",
  category: "vehicle",
  format: "State, district, series, four digits; or year, BH, four digits and letters.",
  forms: [
    "AA99A{1,3}9999",
    "AA 99 A{1,3} 9999",
    "AA-99-A{1,3}-9999",
    "AA99 A{1,3} 9999",
    "AA-99 A{1,3} 9999",
    "dl9A{2,3}9999",
    "dl 9A{1,3} 9999",
    "dl 9 A{1,3} 9999",
    "dl-9A{1,3}-9999",
    "99bh9999A{1,2}",
    "99 bh 9999 A{1,2}",
    "99-bh-9999-A{1,2}",
  ],
  contextWords: [
    ...["vehicle", "bike", "car", "plate", "registration", "registered"],
    "vehicle number",
    "vehicle no",
    "vehicle registration",
    "vehicle registration number",
    "registration number",
    "registration no",
    "number plate",
    "licence plate",
    "license plate",
    "car number",
    "rto",
    "rc number",
    "vahan",
    "गाड़ी संख्या",
    "वाहन",
  ],
  check,
  confidence: { bare: 0.4, context: 0.9 },
  references: ["Motor Vehicles Act 1988, section 41(6)", "Central Motor Vehicles Rules 1989, rule 50"],
  examples: {
    match: ["MH 12 KT 4829", "vehicle no KA01AB4829", "DL 3C 4829", "22 BH 4829 AA"],
    ignore: ["vehicle no XX01AB4829", "MH 12 KT 0000", "part MH-12-KT-48291"],
  },
});

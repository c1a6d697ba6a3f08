import { isRepeatedDigit } from "../../checks/repeated-digit.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { proven } from "./proven.ts";

const pkCnic = identifier({
  id: "pk-cnic",
  provesItself: true,
  entityType: "PK_CNIC",
  format: "Thirteen digits, as 5-7-1; the first is the province, 1 to 8.",
  forms: ["99999-9999999-9", "9999999999999"],
  check: proven({
    reason: "province and form",
    holds: (digits) => /^[1-8]\d{11}[1-9]$/.test(digits) && !isRepeatedDigit(digits),
    grouped: 0.7,
  }),
  contextWords: [
    "cnic",
    "cnic no",
    "cnic number",
    "nicop",
    "nic no",
    "nadra",
    "pakistani id",
    "national identity card",
    "شناختی کارڈ",
    "قومی شناختی کارڈ",
  ],
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["National Database and Registration Authority Ordinance 2000 (Pakistan)"],
  examples: {
    match: ["CNIC: 35202-4820193-7", "61101-5820471-8", "cnic no 3520248201937"],
    ignore: ["CNIC 95202-4820193-7", "3520248201937"],
  },
});

const lkNic = identifier({
  id: "lk-nic",
  provesItself: true,
  entityType: "LK_NIC",
  format:
    "Nine digits and V or X, or twelve digits: year and day of the year of birth (plus 500 for women), order.",
  forms: ["999999999v", "999999999x", "999999999999"],
  check: ({ compact }) => {
    const isOld = compact.length === 10;
    const day = Number(isOld ? compact.slice(2, 5) : compact.slice(4, 7)) % 500;
    if (day < 1 || day > 366 || (!isOld && !/^(?:19|20)[0-9]/.test(compact))) return null;
    return { reasons: ["day of birth"], confidence: isOld ? 0.3 : 0 };
  },
  contextWords: ["nic", "nic no", "nic number", "sri lankan nic", "national identity card", "sri lanka id"],
  confidence: { bare: 0, context: 0.92, against: 0 },
  references: ["Department for Registration of Persons, Sri Lanka"],
  examples: {
    match: ["NIC: 821104820V", "nic no 198261048203"],
    ignore: ["NIC: 824004820V", "198261048203"],
  },
});

export const SOUTH_ASIA: readonly Detector[] = [pkCnic, lkNic];

import { weightedSum } from "../../checks/weighted-sum.ts";
import { identifier } from "../../define.ts";
import { proven } from "./proven.ts";

const FIRST = [3, 2, 7, 6, 5, 4, 3, 2] as const;
/** Where the first weights leave ten. */
const SECOND = [7, 4, 3, 2, 5, 2, 7, 6] as const;

/** Inland Revenue's two-round check of a number of eight or nine digits. */
function valid(digits: string): boolean {
  const number = digits.padStart(9, "0");
  if (number < "010000000" || number > "200000000") return false;
  const body = number.slice(0, 8);
  let check = (11 - (weightedSum(body, FIRST) % 11)) % 11;
  if (check === 10) check = (11 - (weightedSum(body, SECOND) % 11)) % 11;
  return check === Number(number[8]);
}

export const nzIrd = identifier({
  id: "nz-ird",
  entityType: "NZ_IRD",
  format: "Eight or nine digits, as (2 or 3)-3-3, from 10 to 200 million.",
  checksum: "Weights 3-2-7-6-5-4-3-2, modulo 11; a second round where ten is left.",
  forms: ["99-999-999", "999-999-999", "99 999 999", "999 999 999", "99999999", "999999999", "99.999.999"],
  contextWords: [
    "ird",
    "ird number",
    "ird no",
    "inland revenue",
    "inland revenue number",
    "nz tax number",
    "gst number",
    "te tari taake",
  ],
  check: proven({ reason: "checksum modulo 11", holds: valid }),
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["Inland Revenue (NZ), Resident Withholding Tax specification: IRD number validation"],
  examples: {
    match: ["IRD 58-204-714", "IRD number: 117-482-901", '"ird_number": "58204714"'],
    ignore: ["IRD 58-204-711", "58-204-714", "IRD 982-047-150"],
  },
});

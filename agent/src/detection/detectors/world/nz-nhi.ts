import type { Candidate } from "../../candidate.ts";
import { identifier } from "../../define.ts";
import type { Verdict } from "../../detector.ts";

/** Letters count 1–24; I and O are left out. */
const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
/** Reserved for tests. */
const TEST_LETTER = "Z";

/** HISO 10046: weights 7 to 2; modulo 11 for AAA9999, modulo 24 and a letter for AAA99AX. */
function check({ compact }: Candidate): Verdict | null {
  let sum = 0;
  for (let i = 0; i < 6; i++) {
    const symbol = compact[i] ?? "";
    const value = /\d/.test(symbol) ? Number(symbol) : LETTERS.indexOf(symbol) + 1;
    if (value === 0 && symbol !== "0") return null;
    sum += value * (7 - i);
  }
  const last = compact[6] ?? "";
  const valid = /\d\d$/.test(compact)
    ? sum % 11 !== 0 && (11 - (sum % 11)) % 10 === Number(last)
    : LETTERS[23 - (sum % 24)] === last;
  if (!valid) return null;
  const reasons = ["checksum of the NHI"];
  return compact.startsWith(TEST_LETTER) ? { reasons, known: "range of test persons" } : { reasons };
}

export const nzNhi = identifier({
  id: "nz-nhi",
  entityType: "NZ_NHI",
  format:
    "Three letters without I and O, and four digits; newer ones two digits and two letters. Only in context.",
  checksum: "Weights 7 to 2, modulo 11; modulo 24 in the newer form.",
  forms: ["AAA9999", "AAA99AA", "AAA 9999"],
  anyCase: true,
  contextWords: [
    "nhi",
    "nhis",
    "nhi number",
    "nhi no",
    "national health index",
    "national health index number",
    "hauora",
  ],
  check,
  confidence: { bare: 0, context: 0.95 },
  references: ["HISO 10046 Consumer Health Identity Standard", "Te Whatu Ora, National Health Index"],
  examples: {
    match: ["NHI CGK4828", "nhi number: cgk31fd", "NHI: ZAC5361"],
    ignore: ["NHI CGK4821", "CGK4828", "NHI CIK4820"],
  },
});

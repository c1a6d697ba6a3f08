import { weightedSum } from "../../checks/weighted-sum.ts";
import type { Candidate } from "../../candidate.ts";
import { identifier } from "../../define.ts";
import type { Verdict } from "../../detector.ts";

const WEIGHTS = [29, 23, 19, 17, 13, 11, 7, 5, 3, 2] as const;

function check({ compact }: Candidate): Verdict | null {
  if (!/^[12]/.test(compact)) return null;
  if (9 - (weightedSum(compact.slice(0, 10), WEIGHTS) % 10) !== Number(compact[10])) return null;
  const reasons = ["check digit mod 10"];
  return compact.startsWith("1") ? { reasons } : { reasons, severity: "low" };
}

export const ptNiss = identifier({
  id: "pt-niss",
  entityType: "PT_NISS",
  format: "Eleven digits; 1 in front for people, 2 for employers.",
  checksum: "Weights 29 to 2 (the first ten primes), modulo 10.",
  forms: ["99999999999", "999 999 999 99", "9 9999 9999 99", "999 9999 9999"],
  contextWords: [
    "niss",
    "segurança social",
    "seguranca social",
    "número de segurança social",
    "portuguese social security number",
  ],
  check,
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["Decreto-Lei 92/2004", "https://www.seg-social.pt"],
  examples: {
    match: ["NISS: 12048193702", "Segurança Social n.º 118 402 937 14"],
    ignore: ["NISS 12048193701", "12048193702", "NISS 32048193701"],
  },
});

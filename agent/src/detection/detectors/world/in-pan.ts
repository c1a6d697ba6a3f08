import type { Candidate } from "../../candidate.ts";
import { identifier } from "../../define.ts";
import type { Verdict } from "../../detector.ts";

/** The fourth letter says whose it is; P is a person, the others are kinds of organisations. */
const HOLDERS = "ABCEFGHJKLPT";

function check({ compact, value }: Candidate): Verdict | null {
  const holder = compact[3] ?? "";
  if (!HOLDERS.includes(holder) || compact.slice(5, 9) === "0000") return null;
  const confidence = value !== compact ? 0 : holder === "P" ? 0.55 : 0.45;
  const reasons = [holder === "P" ? "kind of holder: a person" : "kind of holder: an organisation"];
  if (compact.startsWith("ABCDE") || compact.startsWith("AAAPL1234"))
    return { reasons, confidence, known: "published example number" };
  return holder === "P" ? { reasons, confidence } : { reasons, confidence, severity: "low" };
}

export const inPan = identifier({
  id: "in-pan",
  entityType: "IN_PAN",
  format: "Five letters, four digits, a letter; the fourth letter is the kind of holder.",
  forms: ["AAAAA9999A"],
  anyCase: true,
  contextWords: [
    "pan",
    "pan number",
    "pan no",
    "pan card",
    "pancard",
    "permanent account number",
    "income tax",
    "income tax department",
    "पैन",
    "पैन कार्ड",
    "स्थायी लेखा संख्या",
  ],
  check,
  confidence: { bare: 0.55, context: 0.95 },
  references: ["Income-tax Act 1961, section 139A", "Income Tax Department, Permanent Account Number"],
  examples: {
    match: ["PAN: BXKPT4829M", "BXKPT4829M", "pan card no bxkpt4829m", "permanent account number AAACT4829K"],
    ignore: ["PAN: BXKZT4829M", "PAN BXKPT0000M", "bxkpt4829m", "XBXKPT4829M1"],
  },
});

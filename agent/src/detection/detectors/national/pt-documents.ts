import { luhnBase36 } from "../../checks/luhn-base36.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";
import type { Candidate } from "../../candidate.ts";
import { identifier } from "../../define.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { idDocument } from "./kinds.ts";

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2] as const;

/** The ninth digit checks the civil number, as on the older bilhete de identidade, where a remainder of 10 gives 0. */
function civilNumberChecks(digits: string): boolean {
  const rest = 11 - (weightedSum(digits.slice(0, 8), WEIGHTS) % 11);
  return (rest > 9 ? 0 : rest) === Number(digits[8]);
}

function check({ value, compact }: Candidate): Verdict | null {
  if (!luhnBase36(compact)) return null;
  const reasons = ["check digit of the card"];
  if (compact.startsWith("00000000")) return { reasons, known: "specimen number" };
  if (!civilNumberChecks(compact)) return { reasons, confidence: 0.3 };
  return {
    reasons: [...reasons, "check digit of the civil number"],
    confidence: /\s/.test(value) ? 0.85 : 0.7,
  };
}

export const ptDocuments: readonly Detector[] = [
  identifier({
    id: "pt-citizen-card",
    entityType: "PT_CC",
    rule: "pii.id_document.number",
    category: "document",
    format: "Eight digits, a check digit, two letters or digits, a check digit: 99999999 9 ZZ9.",
    checksum: "Luhn over letters and digits, and modulo 11 over the first nine.",
    forms: [
      "99999999 9 AA9",
      "99999999 9AA9",
      "999999999AA9",
      "99999999-9-AA9",
      "99999999-9AA9",
      "999999999 AA9",
      "99999999 9 XX9",
    ],
    contextWords: [
      "cartão de cidadão",
      "cartao de cidadao",
      "cartão cidadão",
      "cartao cidadao",
      "bilhete de identidade",
      "número de documento",
      "n.º cc",
      "portuguese citizen card",
      "portuguese id card",
    ],
    check,
    confidence: { bare: 0.7, context: 0.97, against: 0.3 },
    references: ["Lei 7/2007", "https://www.autenticacao.gov.pt"],
    examples: {
      match: ["Cartão de Cidadão: 14839207 0 ZX4", "cartao_cidadao=104829370ZZ0", "13048291 0 ZY8"],
      ignore: ["Cartão de Cidadão 14839207 0 ZX1", "104829372ZZ1", "X104829370ZZ0"],
    },
  }),
  idDocument({
    id: "pt-passport",
    entityType: "PT_PASSPORT",
    format: "One or two letters and six digits.",
    forms: ["A999999", "AA999999"],
    contextWords: ["passaporte", "número do passaporte", "portuguese passport", "passaporte n.º"],
    references: ["Decreto-Lei 83/2000", "https://www.consilium.europa.eu/prado/en/PRT-AO-03003/index.html"],
    examples: {
      match: ["Passaporte: CB482019", "passaporte n.º M731048"],
      ignore: ["CB482019", "passaporte CB4820193", "passaporte 4820193"],
    },
  }),
];

import {
  type AiUse,
  type ObservationType,
  type RiskClass,
  riskIndications,
} from "@dataguardian/shared/catalog";
import type { ActObservation } from "./act-observations.ts";

const TYPES: Readonly<Partial<Record<RiskClass, ObservationType>>> = {
  prohibited: "PROHIBITED_PRACTICE_INDICATOR",
  high: "HIGH_RISK_INDICATOR",
};
const NO_VERDICT = "an indication from answers, no verdict: exceptions and facts are for a lawyer to weigh";

/** What the answers to the questionnaire point to. Duties of transparency are told by what the files lack. */
export function useObservations(use: AiUse): ActObservation[] {
  return riskIndications(use).flatMap(({ indicates, reasons }) => {
    const type = TYPES[indicates];
    return type === undefined
      ? []
      : [{ type, confidence: 0.7, reasons: [...reasons.map(({ en }) => en), NO_VERDICT] }];
  });
}

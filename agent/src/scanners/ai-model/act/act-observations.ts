import { type AiActDuty, ANNEX_III, appliesFrom, type ObservationType } from "@dataguardian/shared/catalog";
import type { CardFacts } from "./facts-of-card.ts";

/** What is known of one folder with a model. */
export interface ModelEvidence {
  facts: CardFacts;
  hasCard: boolean;
  /** Why it is taken to make content; null when nothing says so. */
  generative: string | null;
  /** It is made from another model. */
  isDerived: boolean;
}

export interface ActObservation {
  type: ObservationType;
  confidence: number;
  reasons: readonly string[];
}

const ITEMS = {
  intendedUse: "intended use",
  limitations: "limitations",
  trainingData: "training data",
  metrics: "evaluation results",
  contact: "who made it or whom to ask",
} as const satisfies Partial<Record<keyof CardFacts, string>>;

/**
 * What the AI Act asks to be written down, and is not. Whether a duty rests on this organisation for this model depends on its
 * role and purpose: these say what is not there, and from when which article asks for it.
 */
export function actObservations({ facts, hasCard, generative, isDerived }: ModelEvidence): ActObservation[] {
  const seen: ActObservation[] = [];
  const say = (type: ObservationType, confidence: number, ...reasons: string[]) =>
    void seen.push({ type, confidence, reasons });
  if (hasCard) {
    const missing = (Object.keys(ITEMS) as (keyof typeof ITEMS)[]).filter((item) => !facts[item]);
    if (missing.length > 0)
      say(
        "MODEL_CARD_INCOMPLETE",
        0.7,
        `the card does not say: ${missing.map((item) => ITEMS[item]).join(", ")}`,
        asked("13", "instructions for use, if the model is part of a high-risk system"),
        ...(generative === null ? [] : [asked("53(1)(a)", "documentation of a general-purpose model")]),
      );
    if (!facts.bias)
      say(
        "BIAS_NOT_ASSESSED",
        0.6,
        "the card says nothing of bias or fairness",
        asked("10(2)(f)", "examination for bias, if the model is part of a high-risk system"),
      );
    if (!facts.licence)
      say(
        "MODEL_LICENCE_MISSING",
        0.7,
        "no licence in the card and no licence file beside it",
        asked("53(1)(c)", "a policy on copyright, of general-purpose models"),
      );
  } else {
    say(
      "MODEL_CARD_MISSING",
      0.8,
      "no model card beside the model",
      ...(facts.licence ? [] : ["no licence file either"]),
      asked("11", "technical documentation, if the model is part of a high-risk system"),
      ...(generative === null ? [] : [asked("53(1)(a)", "documentation of a general-purpose model")]),
    );
  }
  if (generative !== null) {
    if (!facts.trainingSummary)
      say(
        "TRAINING_SUMMARY_MISSING",
        facts.trainingData ? 0.5 : 0.6,
        generative,
        "no public summary of the content used for training",
        ...(facts.trainingData ? ["the card names data, which is not yet the summary in the template"] : []),
        ...(isDerived ? ["made from another model: then only of the data that was added"] : []),
        asked("53(1)(d)", "the summary, of general-purpose models"),
        "models marketed before 2025-08-02 have until 2027-08-02 (article 111(3))",
      );
    if (!facts.marking)
      say(
        "OUTPUT_MARKING_MISSING",
        0.5,
        generative,
        "nothing says that output is marked; the system around the model may do it",
        asked("50(2)", "marking of output"),
        "systems marketed before 2026-08-02 have until 2026-12-02",
      );
  }
  if (facts.areas.length > 0)
    say(
      "HIGH_RISK_INDICATOR",
      0.5,
      ...facts.areas.map((area) => {
        const { point, name } = ANNEX_III[area];
        return `indication: the stated purpose touches Annex III, point ${point} (${name.en})`;
      }),
      asked("6(2)", "the duties for high-risk systems, if it is one"),
    );
  return seen;
}

const asked = (duty: AiActDuty, what: string) =>
  `article ${duty} of the AI Act, from ${appliesFrom(duty)}: ${what}`;

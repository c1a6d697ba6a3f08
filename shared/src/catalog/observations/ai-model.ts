import type { ObservationKind } from "./index.ts";

export const AI_MODEL_OBSERVATIONS = {
  MODEL_DANGEROUS_IMPORT: {
    rule: "ai.unsafe_deserialization",
    en: "Import that runs commands or code",
    nl: "Import die opdrachten of code uitvoert",
  },
  MODEL_CODE: { rule: "ai.unsafe_deserialization", en: "Code in a model", nl: "Code in een model" },
  MODEL_SYSTEM_OPERATION: {
    rule: "ai.unsafe_deserialization",
    en: "Operation on files or Python in a model",
    nl: "Bewerking op bestanden of Python in een model",
  },
  MODEL_TEMPLATE_CODE: {
    rule: "ai.unsafe_deserialization",
    en: "Code in a chat template",
    nl: "Code in een chatsjabloon",
  },
  MODEL_UNKNOWN_IMPORT: { rule: "ai.unknown_import", en: "Unknown import", nl: "Onbekende import" },
  MODEL_REMOTE_CODE: {
    rule: "ai.unknown_import",
    en: "Code beside a model that loading may run",
    nl: "Code naast een model die bij het laden kan worden uitgevoerd",
  },
  MODEL_CUSTOM_OPERATION: {
    rule: "ai.unknown_import",
    en: "Operation from outside the framework",
    nl: "Bewerking van buiten het framework",
  },
  MODEL_MISLEADING_ARCHIVE: {
    rule: "ai.unknown_import",
    en: "Archive that programs read differently",
    nl: "Archief dat programma's verschillend lezen",
  },
  MODEL_PATH_OUTSIDE: {
    rule: "ai.external_data_path",
    en: "Path out of the model's folder",
    nl: "Pad buiten de map van het model",
  },
  MODEL_TRAINING_DATA_PII: {
    rule: "ai.pii_in_training_data",
    en: "Personal data in training data",
    nl: "Persoonsgegevens in trainingsdata",
  },
  MODEL_ARTIFACT_PII: {
    rule: "ai.pii_in_artifact",
    en: "Personal data in a model's files",
    nl: "Persoonsgegevens in modelbestanden",
  },
  MODEL_REPEATS_TEXT: {
    rule: "ai.memorised_data",
    en: "Model that repeats a text of its training",
    nl: "Model dat een tekst uit de training herhaalt",
  },
  MODEL_ANSWERS_WITH_PII: {
    rule: "ai.memorised_data",
    en: "Personal data in a model's answers",
    nl: "Persoonsgegevens in antwoorden van een model",
  },
  MODEL_CARD_MISSING: { rule: "ai.model_card_missing", en: "No model card", nl: "Geen modelkaart" },
  MODEL_CARD_INCOMPLETE: {
    rule: "ai.model_card_incomplete",
    en: "Incomplete model card",
    nl: "Onvolledige modelkaart",
  },
  TRAINING_SUMMARY_MISSING: {
    rule: "ai.training_summary_missing",
    en: "No summary of training content",
    nl: "Geen samenvatting van de trainingsinhoud",
  },
  BIAS_NOT_ASSESSED: { rule: "ai.bias_not_assessed", en: "No bias evaluation", nl: "Geen bias-evaluatie" },
  PROHIBITED_PRACTICE_INDICATOR: {
    rule: "ai.prohibited_practice_indicator",
    en: "Indicator of a prohibited practice",
    nl: "Indicatie van een verboden praktijk",
  },
  HIGH_RISK_INDICATOR: {
    rule: "ai.high_risk_indicator",
    en: "Indicator of high-risk use",
    nl: "Indicatie van hoogrisicogebruik",
  },
  MODEL_LICENCE_MISSING: { rule: "ai.licence_missing", en: "No licence", nl: "Geen licentie" },
  OUTPUT_MARKING_MISSING: {
    rule: "ai.no_marking",
    en: "No marking of output",
    nl: "Geen markering van output",
  },
} as const satisfies Record<string, ObservationKind>;

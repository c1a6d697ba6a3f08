import type { ObservationKind } from "./index.ts";

export const DOCUMENT_OBSERVATIONS = {
  HIDDEN_CONTENT: { rule: "doc.hidden_content", en: "Hidden content", nl: "Verborgen inhoud" },
  AUTHOR_METADATA: {
    rule: "doc.metadata_author",
    en: "Person named in document properties",
    nl: "Persoon genoemd in documenteigenschappen",
  },
  PERSON_LIST: { rule: "doc.bulk_list", en: "List of many persons", nl: "Lijst met veel personen" },
} as const satisfies Record<string, ObservationKind>;

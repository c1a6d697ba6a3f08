import type { ObservationKind } from "./index.ts";

/** What a search for one person finds beside what has a type of its own. */
export const SUBJECT_OBSERVATIONS = {
  SUBJECT_NUMBER: {
    rule: "subject.found",
    en: "Number or code of the person",
    nl: "Nummer of code van de persoon",
  },
  SUBJECT_ROWS_BY_KEY: {
    rule: "subject.found",
    en: "Rows of the person by a key alone",
    nl: "Rijen van de persoon via alleen een verwijzing",
  },
} as const satisfies Record<string, ObservationKind>;

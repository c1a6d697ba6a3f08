import type { ObservationKind } from "./index.ts";

export const IMAGE_OBSERVATIONS = {
  FACE: { rule: "image.face", en: "Face", nl: "Gezicht" },
  IDENTITY_DOCUMENT: {
    rule: "pii.id_document.copy",
    en: "Copy of an identity document",
    nl: "Kopie van een identiteitsbewijs",
  },
} as const satisfies Record<string, ObservationKind>;

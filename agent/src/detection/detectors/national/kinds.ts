import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";

type Given = Parameters<typeof identifier>[0];
type WithoutConfidence = Omit<Given, "confidence"> & { confidence?: Detector["confidence"] };

/** Why a match of a number without a check digit holds. */
const FORM = { reasons: ["form of the document's number"] } as const;

/** The number of a passport, an identity card or a driving licence: mostly bare forms, so that a word must name it. */
export function idDocument(detector: WithoutConfidence): Detector {
  return identifier({
    rule: "pii.id_document.number",
    category: "document",
    confidence: { bare: 0, context: 0.92, against: 0 },
    check: () => FORM,
    ...detector,
  });
}

/** The number of a company or another organisation; one-person businesses have them too. */
export function organisation(detector: WithoutConfidence): Detector {
  return identifier({
    rule: "pii.organisation.number",
    category: "organisation",
    confidence: { bare: 0, context: 0.95, against: 0 },
    ...detector,
  });
}

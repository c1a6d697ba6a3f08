import type { Detector } from "../../detector.ts";

/** What all detectors of names share. A name by itself needs no action, so it is no alarm. */
export const PERSON_NAME = {
  entityType: "PERSON_NAME",
  rule: "pii.person.name",
  category: "person",
  companion: true,
  normalise: (value: string) =>
    value
      .normalize("NFC")
      .toLowerCase()
      .replace(/[\s\u00a0.]+/gu, " ")
      .trim(),
  visible: { head: 1, tail: 0 },
  references: ["GDPR, art. 4(1)", "Burgerlijk Wetboek Boek 1, art. 4 and 5"],
} as const satisfies Partial<Detector>;

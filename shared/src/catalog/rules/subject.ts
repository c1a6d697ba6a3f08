import type { Rule } from "./rule.ts";

/** What a search for one person reports. */
export const SUBJECT_RULES = {
  "subject.found": {
    severity: "info",
    legal: ["GDPR 15", "GDPR 17"],
    title: { en: "Data of the person sought", nl: "Gegevens van de gezochte persoon" },
    remediation: {
      en: "Take this place up in the answer to the request: give a copy, or erase what no law obliges you to keep.",
      nl: "Neem deze plek op in het antwoord op het verzoek: geef een kopie, of wis wat u van geen wet hoeft te bewaren.",
    },
  },
} as const satisfies Record<string, Rule>;

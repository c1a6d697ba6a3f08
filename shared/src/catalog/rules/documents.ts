import type { Rule } from "./rule.ts";

/** What a document or picture shows, beyond the values in it. */
export const DOCUMENT_RULES = {
  "doc.hidden_content": {
    severity: "medium",
    legal: ["GDPR 32"],
    title: { en: "Hidden content", nl: "Verborgen inhoud" },
    remediation: {
      en: "Accept or reject tracked changes and remove comments, hidden sheets, slides and text before you pass the document on.",
      nl: "Verwerk bijgehouden wijzigingen en verwijder opmerkingen, verborgen bladen, dia's en tekst voordat u het document doorgeeft.",
    },
  },
  "doc.metadata_author": {
    severity: "low",
    legal: ["GDPR 4(1)", "GDPR 25"],
    title: { en: "Personal data in document properties", nl: "Persoonsgegevens in documenteigenschappen" },
    remediation: {
      en: "Remove the document's properties before you publish it.",
      nl: "Verwijder de documenteigenschappen voordat u het document publiceert.",
    },
  },
  "doc.bulk_list": {
    severity: "high",
    legal: ["GDPR 5(1)(c)", "GDPR 32"],
    title: { en: "List of many persons", nl: "Bulklijst met persoonsgegevens" },
    remediation: {
      en: "Keep such lists in the system they come from; restrict who can open this copy, and set a date to delete it.",
      nl: "Houd zulke lijsten in het bronsysteem; beperk wie deze kopie kan openen en stel een datum vast om haar te verwijderen.",
    },
  },
  "pii.id_document.copy": {
    severity: "critical",
    legal: ["GDPR 5(1)(c)", "UAVG 46", "GDPR 32"],
    title: { en: "Copy of an identity document", nl: "Kopie van een identiteitsbewijs" },
    remediation: {
      en: "Keep a full copy only where the law asks for it (employer, Wwft); otherwise mask photo and BSN, or delete it.",
      nl: "Bewaar alleen een volledige kopie waar de wet dat vraagt (werkgever, Wwft); scherm anders foto en BSN af, of verwijder de kopie.",
    },
  },
  "image.face": {
    severity: "low",
    legal: ["GDPR 4(1)", "GDPR 6(1)"],
    title: { en: "Identifiable face", nl: "Herkenbaar gezicht" },
    remediation: {
      en: "Check that there is consent or another legal basis for the picture; blur the face where there is none.",
      nl: "Ga na of er toestemming of een andere grondslag voor de afbeelding is; maak het gezicht anders onherkenbaar.",
    },
  },
} as const satisfies Record<string, Rule>;

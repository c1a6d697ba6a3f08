import type { Rule } from "./rule.ts";

/** Special categories and criminal data (GDPR 9 and 10). */
export const SPECIAL_CATEGORY_RULES = {
  "special.health": {
    severity: "critical",
    legal: ["GDPR 9(1)", "UAVG 30", "GDPR 35", "NEN 7510"],
    title: { en: "Health data", nl: "Gezondheidsgegevens" },
    remediation: {
      en: "Establish the exception of GDPR 9(2) and UAVG 30, assess whether a DPIA is due, and keep to NEN 7510 in care; otherwise delete it.",
      nl: "Stel de uitzondering van AVG 9(2) en UAVG 30 vast, ga na of een DPIA nodig is en volg in de zorg NEN 7510; verwijder het anders.",
    },
  },
  "special.ethnicity": {
    severity: "critical",
    legal: ["GDPR 9(1)", "UAVG 25"],
    title: { en: "Race or ethnic origin", nl: "Ras of etnische afkomst" },
    remediation: {
      en: "Delete it, unless UAVG 25 allows the processing.",
      nl: "Verwijder het, tenzij UAVG 25 de verwerking toestaat.",
    },
  },
  "special.religion": {
    severity: "critical",
    legal: ["GDPR 9(1)", "UAVG 27"],
    title: { en: "Religion or belief", nl: "Religie of levensovertuiging" },
    remediation: {
      en: "Delete it, unless UAVG 27 or GDPR 9(2) allows the processing.",
      nl: "Verwijder het, tenzij UAVG 27 of AVG 9(2) de verwerking toestaat.",
    },
  },
  "special.political": {
    severity: "critical",
    legal: ["GDPR 9(1)", "UAVG 26"],
    title: { en: "Political opinion", nl: "Politieke opvatting" },
    remediation: {
      en: "Delete it, unless UAVG 26 or GDPR 9(2) allows the processing.",
      nl: "Verwijder het, tenzij UAVG 26 of AVG 9(2) de verwerking toestaat.",
    },
  },
  "special.union": {
    severity: "high",
    legal: ["GDPR 9(1)", "UAVG 22"],
    title: { en: "Trade union membership", nl: "Vakbondslidmaatschap" },
    remediation: {
      en: "Delete it, unless GDPR 9(2)(b) or (d) allows the processing.",
      nl: "Verwijder het, tenzij AVG 9(2)(b) of (d) de verwerking toestaat.",
    },
  },
  "special.sexual": {
    severity: "critical",
    legal: ["GDPR 9(1)", "UAVG 22"],
    title: { en: "Sex life or orientation", nl: "Seksueel gedrag of gerichtheid" },
    remediation: {
      en: "Delete it, unless an exception of GDPR 9(2) applies.",
      nl: "Verwijder het, tenzij een uitzondering van AVG 9(2) geldt.",
    },
  },
  "special.biometric": {
    severity: "high",
    legal: ["GDPR 9(1)", "UAVG 29", "GDPR 35"],
    title: { en: "Biometric data (template)", nl: "Biometrische gegevens (template)" },
    remediation: {
      en: "Templates that identify a person need an exception (UAVG 29) and a DPIA; otherwise delete them.",
      nl: "Sjablonen die iemand identificeren vragen een uitzondering (UAVG 29) en een DPIA; verwijder ze anders.",
    },
  },
  "special.genetic": {
    severity: "critical",
    legal: ["GDPR 9(1)", "UAVG 28", "GDPR 35"],
    title: { en: "Genetic data", nl: "Genetische gegevens" },
    remediation: {
      en: "Process it for that person's care or with explicit consent only (UAVG 28).",
      nl: "Verwerk het alleen voor de zorg aan die persoon of met uitdrukkelijke toestemming (UAVG 28).",
    },
  },
  "special.criminal": {
    severity: "critical",
    legal: ["GDPR 10", "UAVG 31", "UAVG 32", "UAVG 33"],
    title: { en: "Criminal convictions and offences", nl: "Strafrechtelijke gegevens" },
    remediation: {
      en: "Process it only under UAVG 32 and 33 or with a licence; otherwise delete it.",
      nl: "Verwerk het alleen op grond van UAVG 32 en 33 of met een vergunning; verwijder het anders.",
    },
  },
} as const satisfies Record<string, Rule>;

import type { EntityName } from "./entity-name.ts";

/** Special categories (GDPR 9 and 10) and minors. */
export const SPECIAL_TYPES = {
  HEALTH_CONDITION: { en: "Illness, disability or care", nl: "Ziekte, beperking of zorg" },
  MEDICATION: { en: "Medication", nl: "Medicijn" },
  ICD10_CODE: { en: "Diagnosis code (ICD-10)", nl: "Diagnosecode (ICD-10)" },
  MEDICAL_RECORD_NUMBER: { en: "Medical record number", nl: "Patiëntnummer" },
  BLOOD_TYPE: { en: "Blood group", nl: "Bloedgroep" },
  RELIGION: { en: "Religion or belief", nl: "Religie of levensovertuiging" },
  ETHNICITY: { en: "Race or ethnic origin", nl: "Ras of etnische afkomst" },
  POLITICAL_OPINION: { en: "Political opinion", nl: "Politieke opvatting" },
  UNION_MEMBERSHIP: { en: "Trade union membership", nl: "Lidmaatschap van een vakbond" },
  SEXUAL_ORIENTATION: { en: "Sex life or orientation", nl: "Seksueel gedrag of gerichtheid" },
  BIOMETRIC_DATA: { en: "Biometric data", nl: "Biometrische gegevens" },
  GENETIC_DATA: { en: "Genetic data", nl: "Genetische gegevens" },
  CRIMINAL_RECORD: { en: "Criminal conviction or offence", nl: "Strafrechtelijke gegevens" },
  MINOR: { en: "Child", nl: "Kind" },
} as const satisfies Record<string, EntityName>;

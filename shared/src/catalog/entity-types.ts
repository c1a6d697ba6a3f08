/** The entity types that a detector of this version can report, with their names for people. */
export const ENTITY_TYPES = {
  EMAIL_ADDRESS: { en: "E-mail address", nl: "E-mailadres" },
  PHONE_NUMBER: { en: "Phone number", nl: "Telefoonnummer" },
  IBAN: { en: "Bank account number (IBAN)", nl: "Bankrekeningnummer (IBAN)" },
  PAYMENT_CARD: { en: "Payment card number", nl: "Betaalkaartnummer" },
  NL_BSN: { en: "Dutch citizen service number (BSN)", nl: "Burgerservicenummer (BSN)" },
  SECRET_AWS_ACCESS_KEY: { en: "AWS access key id", nl: "AWS-toegangssleutel-id" },
  SECRET_GITHUB_TOKEN: { en: "GitHub token", nl: "GitHub-token" },
  PRIVATE_KEY: { en: "Private key", nl: "Privésleutel" },
  JWT: { en: "JSON Web Token", nl: "JSON Web Token" },
  CONNECTION_STRING: { en: "Connection string with password", nl: "Verbindingsreeks met wachtwoord" },
} as const satisfies Record<string, { en: string; nl: string }>;

export type EntityType = keyof typeof ENTITY_TYPES;

import type { Rule } from "./rule.ts";

/** What a program does with personal data. */
export const CODE_RULES = {
  "code.pii_in_logs": {
    severity: "medium",
    legal: ["GDPR 5(1)(c)", "GDPR 25", "GDPR 32"],
    title: { en: "Personal data written to logs", nl: "Persoonsgegevens in logging" },
    remediation: {
      en: "Leave the data out of the log, or mask it first; give logs a short retention.",
      nl: "Laat het gegeven weg uit de logging of maskeer het eerst; bewaar logs kort.",
    },
  },
  "code.pii_in_test_data": {
    severity: "high",
    legal: ["GDPR 5(1)(b)", "GDPR 5(1)(c)", "GDPR 32"],
    title: { en: "Real personal data used as test data", nl: "Echte persoonsgegevens als testdata" },
    remediation: {
      en: "Replace it by made-up data, and remove it from the repository's history if it was real.",
      nl: "Vervang ze door verzonnen gegevens, en verwijder ze uit de geschiedenis van de repository als ze echt waren.",
    },
  },
  "code.weak_crypto": {
    severity: "medium",
    legal: ["GDPR 32", "NIS2 21(2)(h)"],
    title: { en: "Weak cryptography on personal data", nl: "Zwakke cryptografie op persoonsgegevens" },
    remediation: {
      en: "Use HMAC with a secret key for identifiers, and argon2id or bcrypt for passwords: a plain hash of a number can be tried out.",
      nl: "Gebruik HMAC met een geheime sleutel voor identificerende gegevens en argon2id of bcrypt voor wachtwoorden: een kale hash van een nummer is te raden.",
    },
  },
  "code.insecure_transport": {
    severity: "medium",
    legal: ["GDPR 32"],
    title: {
      en: "Personal data over an unprotected connection",
      nl: "Persoonsgegevens over een onbeveiligde verbinding",
    },
    remediation: {
      en: "Use https and leave certificate checks on; trust a private authority by its certificate.",
      nl: "Gebruik https en laat certificaatcontrole aan; vertrouw een eigen autoriteit via haar certificaat.",
    },
  },
  "code.tracker_sdk": {
    severity: "medium",
    legal: ["TW 11.7a(1)", "GDPR 6(1)", "GDPR 25"],
    title: { en: "Tracking software", nl: "Trackingsoftware" },
    remediation: {
      en: "Load it after consent only, and name it in the privacy statement.",
      nl: "Laad het pas na toestemming en noem het in de privacyverklaring.",
    },
  },
  "code.automated_decision": {
    severity: "medium",
    legal: ["GDPR 22", "UAVG 40", "AIA 6"],
    title: { en: "Indication of automated decisions", nl: "Aanwijzing voor geautomatiseerde besluitvorming" },
    remediation: {
      en: "Check whether the decision has legal or similar effect; provide review by a person, and do a DPIA.",
      nl: "Ga na of het besluit rechtsgevolgen of vergelijkbare gevolgen heeft; zorg voor menselijke tussenkomst en voer een DPIA uit.",
    },
  },
} as const satisfies Record<string, Rule>;

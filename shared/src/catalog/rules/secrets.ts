import type { Rule } from "./rule.ts";

/** Credentials: who holds one opens what it protects (GDPR 32). */
export const SECRET_RULES = {
  "secret.api_key": {
    severity: "critical",
    legal: ["GDPR 32", "NIS2 21(2)(h)", "NIS2 21(2)(i)"],
    title: { en: "API key or token", nl: "API-sleutel of token" },
    remediation: {
      en: "Revoke and replace it, remove it from the history, keep it in a vault.",
      nl: "Trek hem in en vervang hem, verwijder hem uit de geschiedenis, bewaar hem in een kluis.",
    },
  },
  "secret.private_key": {
    severity: "critical",
    legal: ["GDPR 32", "NIS2 21(2)(h)"],
    title: { en: "Private key", nl: "Privésleutel" },
    remediation: {
      en: "Replace the key pair, remove the key from the history, keep it in a vault.",
      nl: "Vervang het sleutelpaar, verwijder de sleutel uit de geschiedenis, bewaar hem in een kluis.",
    },
  },
  "secret.password": {
    severity: "high",
    legal: ["GDPR 32", "NIS2 21(2)(i)"],
    title: { en: "Plain-text password", nl: "Wachtwoord in leesbare vorm" },
    remediation: {
      en: "Keep passwords hashed (argon2id, bcrypt) or in a vault; change this one.",
      nl: "Bewaar wachtwoorden gehasht (argon2id, bcrypt) of in een kluis; wijzig dit wachtwoord.",
    },
  },
  "secret.connection_string": {
    severity: "critical",
    legal: ["GDPR 32"],
    title: { en: "Connection string with credentials", nl: "Verbindingsreeks met wachtwoord" },
    remediation: {
      en: "Change the password and read it from a vault or the environment.",
      nl: "Wijzig het wachtwoord en lees het uit een kluis of de omgeving.",
    },
  },
} as const satisfies Record<string, Rule>;

import type { Severity } from "../domain/index.ts";
import type { LegalRef } from "./legal.ts";

/** What a finding means in law, and what to do about it. Research aid, not legal advice. */
export interface Rule {
  severity: Severity;
  legal: readonly LegalRef[];
  title: { en: string; nl: string };
  remediation: { en: string; nl: string };
}

export const RULES = {
  "pii.national_id.bsn": {
    severity: "critical",
    legal: ["GDPR 87", "UAVG 46", "WABB 10", "GDPR 5(1)(c)", "GDPR 32"],
    title: { en: "Dutch BSN found", nl: "BSN aangetroffen" },
    remediation: {
      en: "Verify a statutory basis for the BSN (government, healthcare, employer's payroll); otherwise delete it. Encrypt, restrict access, log.",
      nl: "Ga na of er een wettelijke grondslag is voor het BSN (overheid, zorg, loonadministratie); verwijder het anders. Versleutel, beperk de toegang, leg vast.",
    },
  },
  "pii.contact.email": {
    severity: "low",
    legal: ["GDPR 4(1)"],
    title: { en: "E-mail address", nl: "E-mailadres" },
    remediation: {
      en: "Record it in the register of processing activities; check how long it is kept.",
      nl: "Neem het op in het verwerkingsregister; controleer de bewaartermijn.",
    },
  },
  "pii.contact.phone": {
    severity: "low",
    legal: ["GDPR 4(1)"],
    title: { en: "Phone number", nl: "Telefoonnummer" },
    remediation: {
      en: "Record it in the register of processing activities; check how long it is kept.",
      nl: "Neem het op in het verwerkingsregister; controleer de bewaartermijn.",
    },
  },
  "pii.financial.iban": {
    severity: "medium",
    legal: ["GDPR 4(1)", "GDPR 32"],
    title: { en: "IBAN", nl: "IBAN" },
    remediation: {
      en: "Encrypt it and limit access; keep it no longer than tax law asks (seven years).",
      nl: "Versleutel het en beperk de toegang; bewaar het niet langer dan fiscaal nodig (zeven jaar).",
    },
  },
  "pii.financial.card": {
    severity: "high",
    legal: ["GDPR 32"],
    title: { en: "Payment card number", nl: "Betaalkaartnummer (PAN)" },
    remediation: {
      en: "Replace it by a token; PCI DSS requirement 3.",
      nl: "Vervang het door een token; PCI DSS, eis 3.",
    },
  },
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

export type RuleId = keyof typeof RULES;

/** The rule of that id, or undefined: ids also come from users and stored results. */
export function ruleById(id: string): Rule | undefined {
  return Object.hasOwn(RULES, id) ? RULES[id as RuleId] : undefined;
}

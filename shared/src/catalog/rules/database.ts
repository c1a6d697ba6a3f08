import type { Rule } from "./rule.ts";

/** What a database shows of how personal data is kept in it. */
export const DATABASE_RULES = {
  "db.unencrypted_special": {
    severity: "critical",
    legal: ["GDPR 9(1)", "GDPR 32", "GDPR 35"],
    title: {
      en: "Special categories or BSN unencrypted",
      nl: "Bijzondere gegevens of BSN onversleuteld",
    },
    remediation: {
      en: "Encrypt the column with a key that is kept outside the database, and restrict who may read it.",
      nl: "Versleutel de kolom met een sleutel die buiten de database wordt bewaard en beperk wie haar mag lezen.",
    },
  },
  "db.plain_password": {
    severity: "critical",
    legal: ["GDPR 32"],
    title: { en: "Passwords unhashed or weakly hashed", nl: "Wachtwoorden niet (goed) gehasht" },
    remediation: {
      en: "Hash passwords with argon2id; rehash at the next login, and let users choose a new one where they were readable.",
      nl: "Hash wachtwoorden met argon2id; doe dat opnieuw bij de volgende aanmelding en laat gebruikers een nieuw wachtwoord kiezen waar ze leesbaar waren.",
    },
  },
  "db.no_tls": {
    severity: "high",
    legal: ["GDPR 32", "NIS2 21(2)(h)"],
    title: { en: "Database connection without TLS", nl: "Databaseverbinding zonder TLS" },
    remediation: {
      en: "Turn on TLS on the server, and connect with sslmode=verify-full.",
      nl: "Zet TLS aan op de server en verbind met sslmode=verify-full.",
    },
  },
  "db.excess_privilege": {
    severity: "medium",
    legal: ["GDPR 25", "GDPR 32"],
    title: { en: "Excessive database privileges", nl: "Te ruime databaserechten" },
    remediation: {
      en: "Scan with a login of its own that may read only what it must.",
      nl: "Scan met een eigen login die alleen mag lezen wat nodig is.",
    },
  },
} as const satisfies Record<string, Rule>;

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
  "db.retention": {
    severity: "medium",
    legal: ["GDPR 5(1)(e)"],
    title: { en: "Retention period exceeded", nl: "Bewaartermijn overschreden" },
    remediation: {
      en: "Delete or anonymise the old rows, and let a job do so from now on. Usual periods: payroll 7 years, applicants 4 weeks, medical files 20 years.",
      nl: "Verwijder of anonimiseer de oude rijen en laat dat voortaan automatisch gebeuren. Gebruikelijk: salarisadministratie 7 jaar, sollicitanten 4 weken, medische dossiers 20 jaar.",
    },
  },
  "db.retention_undated": {
    severity: "low",
    legal: ["GDPR 5(1)(e)"],
    title: {
      en: "Retention period cannot be judged",
      nl: "Bewaartermijn niet te toetsen",
    },
    remediation: {
      en: "Add a column that says when a row was made or last used, or write down by what else its age is known and who deletes it.",
      nl: "Voeg een kolom toe die zegt wanneer een rij is gemaakt of voor het laatst gebruikt, of leg vast waaraan de ouderdom anders te zien is en wie de rijen verwijdert.",
    },
  },
  "db.ropa_missing": {
    severity: "low",
    legal: ["GDPR 30"],
    title: { en: "Not in the record of processing", nl: "Niet in het verwerkingsregister" },
    remediation: {
      en: "Add the column with its purpose and categories to the record of processing, or stop keeping the data.",
      nl: "Neem de kolom met doel en categorieën op in het verwerkingsregister, of bewaar de gegevens niet langer.",
    },
  },
  "db.hosting_outside_eea": {
    severity: "medium",
    legal: ["GDPR 44", "GDPR 46"],
    title: { en: "Database hosted outside the EEA", nl: "Database buiten de EER" },
    remediation: {
      en: "Lay down the transfer mechanism (adequacy decision, standard contractual clauses with a transfer assessment), or move the database.",
      nl: "Leg het doorgifte-instrument vast (adequaatheidsbesluit, modelcontractbepalingen met een doorgiftebeoordeling), of verplaats de database.",
    },
  },
  "db.dpia_required": {
    severity: "high",
    legal: ["GDPR 35", "GDPR 36"],
    title: {
      en: "DPIA required (special categories on a large scale)",
      nl: "DPIA vereist (bijzondere gegevens op grote schaal)",
    },
    remediation: {
      en: "Carry out a data protection impact assessment, or add this table to the one that there is.",
      nl: "Voer een gegevensbeschermingseffectbeoordeling uit, of neem deze tabel op in de bestaande.",
    },
  },
} as const satisfies Record<string, Rule>;

import type { ObservationKind } from "./index.ts";

export const DATABASE_OBSERVATIONS = {
  SPECIAL_DATA_UNENCRYPTED: {
    rule: "db.unencrypted_special",
    en: "Special category or BSN unencrypted",
    nl: "Bijzonder gegeven of BSN onversleuteld",
  },
  PASSWORDS_READABLE: { rule: "db.plain_password", en: "Readable passwords", nl: "Leesbare wachtwoorden" },
  PASSWORDS_WEAKLY_HASHED: {
    rule: "db.plain_password",
    en: "Weakly hashed passwords",
    nl: "Zwak gehashte wachtwoorden",
  },
  DATABASE_WITHOUT_TLS: {
    rule: "db.no_tls",
    en: "Database connection without TLS",
    nl: "Databaseverbinding zonder TLS",
  },
  EXCESSIVE_PRIVILEGES: {
    rule: "db.excess_privilege",
    en: "Excessive database privileges",
    nl: "Te ruime databaserechten",
  },
} as const satisfies Record<string, ObservationKind>;

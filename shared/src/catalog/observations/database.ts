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
  RETENTION_EXCEEDED: {
    rule: "db.retention",
    en: "Kept longer than the retention period",
    nl: "Langer bewaard dan de bewaartermijn",
  },
  RETENTION_UNDATED: {
    rule: "db.retention_undated",
    en: "No date to judge the retention period by",
    nl: "Geen datum om de bewaartermijn aan te toetsen",
  },
  NOT_IN_RECORD: {
    rule: "db.ropa_missing",
    en: "Column lacking in the record of processing",
    nl: "Kolom ontbreekt in het verwerkingsregister",
  },
  DATABASE_OUTSIDE_EEA: {
    rule: "db.hosting_outside_eea",
    en: "Database hosted outside the EEA",
    nl: "Database buiten de EER",
  },
  SPECIAL_DATA_AT_SCALE: {
    rule: "db.dpia_required",
    en: "Special categories on a large scale",
    nl: "Bijzondere gegevens op grote schaal",
  },
} as const satisfies Record<string, ObservationKind>;

import type { ObservationKind } from "./index.ts";

export const CODE_OBSERVATIONS = {
  PII_IN_LOGS: { rule: "code.pii_in_logs", en: "Personal data in logs", nl: "Persoonsgegevens in logging" },
  PII_IN_TEST_DATA: {
    rule: "code.pii_in_test_data",
    en: "Personal data as test data",
    nl: "Persoonsgegevens als testdata",
  },
  WEAK_HASH: {
    rule: "code.weak_crypto",
    en: "Weakly hashed identifier",
    nl: "Zwak gehasht identificerend gegeven",
  },
  INSECURE_TRANSPORT: {
    rule: "code.insecure_transport",
    en: "Insecure transport",
    nl: "Onbeveiligd transport",
  },
  TRACKER_SDK: { rule: "code.tracker_sdk", en: "Tracking software", nl: "Trackingsoftware" },
  AUTOMATED_DECISION: {
    rule: "code.automated_decision",
    en: "Automated decision",
    nl: "Geautomatiseerde besluitvorming",
  },
} as const satisfies Record<string, ObservationKind>;

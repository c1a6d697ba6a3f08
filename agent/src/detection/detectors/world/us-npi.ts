import { identifier } from "../../define.ts";
import { luhn } from "../../checks/luhn.ts";
import { proven, publishedExamples } from "./proven.ts";

/** The prefix of US health applications, which counts in the checksum and is not written. */
const PREFIX = "80840";

export const usNpi = identifier({
  id: "us-npi",
  entityType: "US_NPI",
  severity: "low",
  format: "Ten digits from 1 or 2; only in context. Names a provider of care, in a public register.",
  checksum: "Luhn over 80840 and the number.",
  forms: ["9999999999"],
  contextWords: [
    "npi",
    "npi number",
    "npi no",
    "national provider identifier",
    "national provider id",
    "provider npi",
    "provider identifier",
    "prescriber id",
    "rendering provider",
    "billing provider",
    "referring provider",
  ],
  check: proven({
    reason: "checksum Luhn",
    holds: (digits) => /^[12]/.test(digits) && luhn(PREFIX + digits),
    known: publishedExamples("1234567893"),
  }),
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["45 CFR 162.406", "CMS, Requirements for National Provider Identifier and NPI Check Digit"],
  examples: {
    match: ["NPI: 1482039579", "national provider identifier 1593827466", "npi=1234567893"],
    ignore: ["NPI: 1482039571", "1482039579", "NPI 348203957"],
  },
});

import type { Candidate } from "../../candidate.ts";
import { luhn } from "../../checks/luhn.ts";
import { identifier } from "../../define.ts";
import type { Verdict } from "../../detector.ts";

/** Cards before the checksum was brought in are still in use: without it, only in context. */
function check({ compact }: Candidate): Verdict | null {
  if (luhn(compact.slice(3))) return { reasons: ["checksum Luhn"], confidence: 0.2 };
  return { reasons: ["form without its checksum"], confidence: 0 };
}

export const inVoterId = identifier({
  id: "in-voter-id",
  provesItself: true,
  entityType: "IN_VOTER_ID",
  format: "Three letters and seven digits, with a checksum in newer ones.",
  checksum: "Luhn over the digits.",
  forms: ["AAA9999999", "AAA/9999999"],
  contextWords: [
    "voter id",
    "voter id number",
    "voter card",
    "voter identity card",
    "voters id",
    "epic",
    "epic no",
    "epic number",
    "elector photo identity card",
    "electors photo identity card",
    "election card",
    "election commission",
    "मतदाता",
    "मतदाता पहचान पत्र",
  ],
  check,
  confidence: { bare: 0, context: 0.9, against: 0 },
  references: ["Election Commission of India, Electors Photo Identity Card"],
  examples: {
    match: ["EPIC No: KTW4820197", "voter id KTW4820191"],
    ignore: ["KTW4820191", "epic KTW-48", "voter id KTW482019"],
  },
});

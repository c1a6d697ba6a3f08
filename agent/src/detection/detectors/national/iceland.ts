import { icelandicKennitala } from "../../checks/icelandic-kennitala.ts";
import type { Candidate } from "../../candidate.ts";
import { identifier } from "../../define.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { isClockReading } from "../../checks/clock-reading.ts";
import { isInRow } from "./checked.ts";
import { PERSONAL_ID_WORDS } from "./european-words.ts";

function check(candidate: Candidate): Verdict | null {
  const { value, compact } = candidate;
  const owner = icelandicKennitala(compact);
  if (!owner) return null;
  const reasons = ["date and check digit"];
  const confidence = value !== compact ? 0.8 : isClockReading(compact) || isInRow(candidate) ? 0.2 : 0.45;
  return owner === "organisation" ? { reasons, confidence, severity: "low" } : { reasons, confidence };
}

export const ICELANDIC_DETECTORS: readonly Detector[] = [
  identifier({
    id: "is-kennitala",
    entityType: "IS_KT",
    format:
      "DDMMYY and four digits, the last of which is the century's; forty more in the day for an organisation.",
    checksum: "Weights 3-2-7-6-5-4-3-2-1 modulo 11, and a date.",
    forms: ["999999-9999", "9999999999", "999999 9999"],
    check,
    contextWords: [
      ...[
        "kennitala",
        "kennitölu",
        "kennitalan",
        "kennitolu",
        "kt",
        "kt nr",
        "kennitölur",
        "icelandic id",
        "icelandic identity number",
      ],
      ...PERSONAL_ID_WORDS,
    ],
    confidence: { bare: 0.45, context: 0.97, against: 0.15 },
    references: [
      "https://www.skra.is/english/individuals/me-and-my-family/my-registration/id-numbers/",
      "Lög nr. 140/2019 um skráningu einstaklinga",
    ],
    examples: {
      match: ["kennitala: 140785-1219", "kt. 0304925959", "210302-4760"],
      ignore: ["kennitala 140785-1209", "kennitala 143285-1239"],
    },
  }),
];

import { mod97 } from "../../checks/mod97.ts";
import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { organisation } from "./kinds.ts";

/** The first four characters are the issuer's, which are digits but for a few of the first years. */
const ISSUER = /^\d{4}|^[0-9A-Z]{4}00/;

function check({ value }: Candidate): Verdict | null {
  if (mod97(value) !== 1 || !/\d{2}$/.test(value)) return null;
  const reasons = ["ISO 7064 MOD 97-10"];
  // Without a letter it is a long number of which one in 97 passes.
  return ISSUER.test(value) && /[A-Z]/.test(value) ? { reasons } : { reasons, confidence: 0.15 };
}

export const LEI_DETECTORS: readonly Detector[] = [
  organisation({
    id: "lei",
    entityType: "LEI",
    format: "Twenty digits and capitals, the last two of which check the others.",
    checksum: "ISO 7064 MOD 97-10.",
    forms: ["X{18}99"],
    check,
    contextWords: [
      "lei",
      "lei code",
      "lei number",
      "legal entity identifier",
      "lei nummer",
      "identifiant d'entité juridique",
      "gleif",
    ],
    confidence: { bare: 0.6, context: 0.98, against: 0.3 },
    references: ["ISO 17442", "https://www.gleif.org/en/about-lei/iso-17442-the-lei-code-structure"],
    examples: {
      match: ["LEI: 7245004829QXKD173V58", "5493006WMXK2RQ8LTN76"],
      ignore: ["LEI 7245004829QXKD173V00", "LEI 7245004829QXKD173V58A"],
    },
  }),
];

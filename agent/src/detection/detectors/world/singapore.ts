import { singaporeNric } from "../../checks/singapore-nric.ts";
import { singaporeUen } from "../../checks/singapore-uen.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { organisation } from "../national/kinds.ts";
import { passport } from "./passport.ts";
import { publishedExamples } from "./proven.ts";

const knownNric = publishedExamples("S1234567D", "S0000001I");

const sgNric = identifier({
  id: "sg-nric-fin",
  entityType: "SG_NRIC_FIN",
  format: "S, T, F, G or M, seven digits and a check letter.",
  checksum: "Weights 2-7-6-5-4-3-2 and the series, modulo 11, as a letter.",
  forms: ["A9999999A"],
  anyCase: true,
  check: ({ compact, value }) => {
    if (!singaporeNric(compact)) return null;
    const known = knownNric(compact);
    const reasons = ["check letter"];
    return { reasons, confidence: value === compact ? 0.75 : 0.3, ...(known ? { known } : {}) };
  },
  contextWords: [
    ...[
      "nric",
      "nric no",
      "nric number",
      "nric fin",
      "fin",
      "fin no",
      "fin number",
      "ic no",
      "ic number",
      "identity card",
    ],
    ...[
      "foreign identification number",
      "national registration identity card",
      "singpass",
      "singapore id",
      "work permit",
    ],
  ],
  confidence: { bare: 0.75, context: 0.97, against: 0.4 },
  references: [
    "National Registration Act 1965 (Singapore)",
    "Immigration & Checkpoints Authority, NRIC and FIN",
  ],
  examples: {
    match: ["NRIC: S4820190C", "G5820470L", "fin no M4820190X", "nric t0482010f"],
    ignore: ["NRIC: S48201930", "A4820193B", "XS4820193A"],
  },
});

const sgUen = organisation({
  id: "sg-uen",
  entityType: "SG_UEN",
  format:
    "Nine or ten characters: eight or nine digits and a letter, or T, S or R, the year, the kind, four digits and a letter.",
  checksum: "Weights modulo 11, as a letter.",
  forms: ["99999999A", "999999999A", "A99AX9999A"],
  check: ({ compact }) =>
    singaporeUen(compact) ? { reasons: ["check letter"], confidence: /^\D/.test(compact) ? 0.6 : 0.2 } : null,
  contextWords: [
    "uen",
    "uen no",
    "uen number",
    "unique entity number",
    "acra",
    "business registration",
    "gst reg no",
    "company registration",
  ],
  confidence: { bare: 0.2, context: 0.95, against: 0 },
  references: ["Accounting and Corporate Regulatory Authority, Unique Entity Number"],
  examples: {
    match: ["UEN 48201937M", "UEN: 201482937C", "T08LL4829A"],
    ignore: ["UEN 482019370", "UEN T08LL48290", "UEN 4820193"],
  },
});

const sgPassport = passport({
  id: "sg-passport",
  entityType: "SG_PASSPORT",
  country: /singapore/i,
  format: "E or K, seven digits and a letter; only in context.",
  forms: ["e9999999A", "k9999999A"],
  contextWords: ["singapore passport"],
  references: ["Immigration & Checkpoints Authority, Singapore biometric passport"],
  examples: {
    match: ["Singapore passport K4820193E", "SINGAPORE PASSPORT E4820193K"],
    ignore: ["K4820193E", "passport Z4820193E"],
  },
});

export const SINGAPORE: readonly Detector[] = [sgNric, sgUen, sgPassport];

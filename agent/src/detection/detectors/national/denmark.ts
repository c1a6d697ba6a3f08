import { danishCpr } from "../../checks/danish-cpr.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";
import type { Candidate } from "../../candidate.ts";
import { identifier } from "../../define.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { checked } from "./checked.ts";
import { COMPANY_WORDS, PERSONAL_ID_WORDS } from "./european-words.ts";
import { organisation } from "./kinds.ts";

function check({ value, compact }: Candidate): Verdict | null {
  const cpr = danishCpr(compact);
  if (!cpr || compact.endsWith("0000")) return null;
  const reasons = [cpr.checked ? "date of birth and modulo 11" : "date of birth"];
  if (!value.includes("-")) return { reasons };
  return { reasons, confidence: cpr.checked ? 0.7 : 0.35 };
}

/** CVR number: weights 2-7-6-5-4-3-2 and 1 modulo 11. */
export function cvr(digits: string): boolean {
  return /^[1-9]\d{7}$/.test(digits) && weightedSum(digits, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

export const DANISH_DETECTORS: readonly Detector[] = [
  identifier({
    id: "dk-cpr",
    provesItself: true,
    entityType: "DK_CPR",
    format: "DDMMYY and four digits, mostly with a dash between them.",
    checksum: "A date of birth; a multiple of eleven by weights 4-3-2-7-6-5-4-3-2-1 until 2007 only.",
    forms: ["999999-9999", "9999999999", "999999 9999"],
    check,
    contextWords: [
      ...[
        "cpr",
        "cpr nr",
        "cpr nummer",
        "cprnr",
        "cprnummer",
        "cpr number",
        "cpr no",
        "personnummer",
        "personnr",
      ],
      ...[
        "det centrale personregister",
        "civilregistreringsnummer",
        "danish cpr",
        "fødselsnummer",
        "sygesikringsnummer",
      ],
      ...[
        "sundhedskort",
        "sundhedskortnummer",
        "sygesikringsbevis",
        "patient",
        "skattenummer",
        "personidentifikationsnummer",
      ],
      ...PERSONAL_ID_WORDS,
    ],
    confidence: { bare: 0, context: 0.95, against: 0 },
    references: [
      "CPR-loven § 3",
      "https://cpr.dk/media/12066/personnummeret-i-cpr.pdf",
      "Databeskyttelsesloven § 11",
    ],
    examples: {
      match: ["CPR: 140785-1234", "cpr-nr. 1407851234", "personnummer 030492-4821", "030492-4820"],
      ignore: ["CPR 143285-1234", "CPR 410785-1234", "1407851234", "CPR 140785-12345"],
    },
  }),
  organisation({
    id: "dk-cvr",
    entityType: "DK_CVR",
    format: "Eight digits, some in pairs.",
    checksum: "Weights 2-7-6-5-4-3-2-1 modulo 11.",
    forms: ["99999999", "99 99 99 99"],
    check: checked("check digit", cvr),
    contextWords: [
      ...[
        "cvr",
        "cvr nr",
        "cvr nummer",
        "cvrnr",
        "cvr no",
        "cvr number",
        "se nr",
        "se nummer",
        "momsnr",
        "momsnummer",
      ],
      ...["virksomhedsnummer", "danish company number", ...COMPANY_WORDS],
    ],
    references: ["Lov om Det Centrale Virksomhedsregister", "https://datacvr.virk.dk"],
    examples: {
      match: ["CVR-nr. 28471904", "CVR: 31 84 27 51"],
      ignore: ["CVR 28471900", "28471904", "CVR 284719041"],
    },
  }),
];

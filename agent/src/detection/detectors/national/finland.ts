import { finnishPersonalCode } from "../../checks/finnish-personal-code.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";
import type { Candidate } from "../../candidate.ts";
import { identifier } from "../../define.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { checked } from "./checked.ts";
import { COMPANY_WORDS, PERSONAL_ID_WORDS, TAX_ID_WORDS } from "./european-words.ts";
import { organisation } from "./kinds.ts";

/** Order numbers from 900 on are for use within a system only, such as a hospital's or a test's. */
const ARTIFICIAL = /9\d\d.$/;

function check({ value }: Candidate): Verdict | null {
  const code = value.toUpperCase();
  if (!finnishPersonalCode(code)) return null;
  const reasons = ["date of birth and check character"];
  return ARTIFICIAL.test(code) ? { reasons, confidence: 0.6 } : { reasons };
}

/** Business ID: weights 7-9-10-5-8-4-2 and 1 modulo 11. */
export function businessId(digits: string): boolean {
  return (
    /^\d{8}$/.test(digits) && Number(digits) > 0 && weightedSum(digits, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 === 0
  );
}

export const FINNISH_DETECTORS: readonly Detector[] = [
  identifier({
    id: "fi-personal-code",
    entityType: "FI_HETU",
    format: "DDMMYY, the century's mark (+, -, A to F, U to Y), three digits and a check character.",
    checksum: "Nine digits modulo 31, and a date of birth.",
    forms: ["999999-999X", "999999+999X", "999999A999X"],
    anyCase: true,
    check,
    contextWords: [
      ...[
        "hetu",
        "henkilötunnus",
        "henkilotunnus",
        "henkilötunnuksen",
        "henkilötunnukset",
        "sotu",
        "sosiaaliturvatunnus",
      ],
      ...[
        "personbeteckning",
        "personbeteckningen",
        "finnish personal identity code",
        "tunnistusnumero",
        "yksilöintitunnus",
      ],
      ...PERSONAL_ID_WORDS,
      ...TAX_ID_WORDS,
    ],
    confidence: { bare: 0.9, context: 0.99, against: 0.6 },
    normalise: (value) => value.toUpperCase(),
    references: [
      "https://dvv.fi/en/personal-identity-code",
      "Tietosuojalaki 1050/2018 § 29",
      "Asetus 690/2022",
    ],
    examples: {
      match: ["HETU: 140785-123K", "031102A482V", "henkilötunnus 210394Y457Y", "hetu = 150510b2124"],
      ignore: ["HETU 140785-1230", "hetu 140785-123KA", "hetu 321385-123K"],
    },
  }),
  organisation({
    id: "fi-business-id",
    entityType: "FI_YTUNNUS",
    format: "Seven digits, a dash and a check digit.",
    checksum: "Weights 7-9-10-5-8-4-2 modulo 11.",
    forms: ["9999999-9"],
    check: checked("check digit", businessId),
    contextWords: [
      ...[
        "y tunnus",
        "ytunnus",
        "y tunnuksen",
        "fo nummer",
        "fo-nummer",
        "företagsnummer",
        "finnish business id",
        "liike ja yhteisötunnus",
      ],
      ...COMPANY_WORDS,
      ...TAX_ID_WORDS,
    ],
    confidence: { bare: 0.4, context: 0.95, against: 0.1 },
    references: ["Yritys- ja yhteisötietolaki 244/2001", "https://www.ytj.fi"],
    examples: {
      match: ["Y-tunnus: 2481904-5", "business id 1736282-5"],
      ignore: ["Y-tunnus 2481903-0"],
    },
  }),
];

import { norwegianBirthNumber } from "../../checks/norwegian-birth-number.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";
import type { Candidate } from "../../candidate.ts";
import { identifier } from "../../define.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { COMPANY_WORDS, PERSONAL_ID_WORDS } from "./european-words.ts";
import { organisation } from "./kinds.ts";

function check({ compact }: Candidate): Verdict | null {
  const person = norwegianBirthNumber(compact);
  if (!person) return null;
  const reasons = ["date of birth and two check digits"];
  return person === "synthetic" ? { reasons, known: "synthetic test person" } : { reasons };
}

/** Organisation number: begins with 8 or 9, weights 3-2-7-6-5-4-3-2 and 1 modulo 11. */
function organisationNumber(digits: string): boolean {
  return /^[89]\d{8}$/.test(digits) && weightedSum(digits, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

export const NORWEGIAN_DETECTORS: readonly Detector[] = [
  identifier({
    id: "no-birth-number",
    entityType: "NO_FNR",
    format: "DDMMYY and five digits, forty more in the day for a D-number.",
    checksum: "Two check digits modulo 11, and a date of birth.",
    forms: ["99999999999", "999999 99999", "999999-99999"],
    check,
    contextWords: [
      ...[
        "fødselsnummer",
        "fodselsnummer",
        "foedselsnummer",
        "fødselsnr",
        "fødsels nr",
        "fnr",
        "personnummer",
        "personnr",
      ],
      ...[
        "d nummer",
        "dnummer",
        "d number",
        "dnr",
        "norwegian national identity number",
        "fødsels og personnummer",
      ],
      ...["folkeregisteridentifikator", "pid", "identifikasjonsnummer", ...PERSONAL_ID_WORDS],
    ],
    confidence: { bare: 0.8, context: 0.98, against: 0.3 },
    references: [
      "Folkeregisterforskriften § 2-2-1",
      "https://www.skatteetaten.no/en/person/national-registry/",
    ],
    examples: {
      match: ["fødselsnummer 140785 12718", "fnr: 03049218140", "D-nummer 54078502153", "21036642189"],
      ignore: ["fødselsnummer 140785 12300", "903049218140"],
    },
  }),
  organisation({
    id: "no-organisation-number",
    provesItself: true,
    entityType: "NO_ORGNR",
    format: "Nine digits that begin with 8 or 9, some in threes, some with NO before or MVA behind them.",
    checksum: "Weights 3-2-7-6-5-4-3-2 modulo 11.",
    forms: [
      "999999999",
      "999 999 999",
      "no999999999mva",
      "no 999 999 999 mva",
      "999999999mva",
      "999 999 999 mva",
      "no999999999",
    ],
    check: ({ compact }) => {
      const digits = compact.replace(/\D/g, "");
      if (!organisationNumber(digits)) return null;
      const marked = compact.endsWith("MVA");
      return {
        reasons: [marked ? "check digit and mark" : "check digit"],
        ...(marked ? { confidence: 0.8 } : {}),
      };
    },
    contextWords: [
      ...[
        "organisasjonsnummer",
        "organisasjonsnr",
        "orgnr",
        "org nr",
        "org nummer",
        "foretaksnummer",
        "foretaksregisteret",
      ],
      ...[
        "mva",
        "mva nr",
        "brønnøysundregistrene",
        "norwegian organisation number",
        "enhetsregisteret",
        "org no",
      ],
      ...COMPANY_WORDS,
    ],
    references: [
      "Enhetsregisterloven § 23",
      "https://www.brreg.no/om-oss/registrene-vare/om-enhetsregisteret/organisasjonsnummeret/",
    ],
    examples: {
      match: ["Org.nr: 914827302", "organisasjonsnummer 984713029", "NO 918 472 037 MVA"],
      ignore: ["Org.nr 914827300", "914827302", "Org.nr 714827301"],
    },
  }),
];

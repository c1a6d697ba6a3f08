import { polishPesel } from "../../checks/polish-pesel.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { checked, checkedInContext } from "./checked.ts";
import {
  COMPANY_WORDS,
  ID_CARD_WORDS,
  PERSONAL_ID_WORDS,
  TAX_ID_WORDS,
  VAT_WORDS,
} from "./european-words.ts";
import { idDocument, organisation } from "./kinds.ts";

/** NIP: weights 6-5-7-2-3-4-5-6-7 modulo 11; a remainder of ten is not given out. */
export function nip(digits: string): boolean {
  return (
    /^\d{10}$/.test(digits) &&
    !digits.startsWith("000") &&
    weightedSum(digits.slice(0, 9), [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(digits[9])
  );
}

/** REGON of nine digits, or of fourteen for a branch, whose first nine are its company's. */
function regon(digits: string): boolean {
  const own = (weightedSum(digits.slice(0, 8), [8, 9, 2, 3, 4, 5, 6, 7]) % 11) % 10 === Number(digits[8]);
  if (digits.length === 9 || !own) return own && !digits.startsWith("00000");
  return (
    (weightedSum(digits.slice(0, 13), [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]) % 11) % 10 ===
    Number(digits[13])
  );
}

const valueOf = (character: string) => Number.parseInt(character, 36);

/** Identity card: A = 10 … Z = 35, weights 7-3-1-9-7-3-1-7-3, a multiple of ten. */
function identityCard(number: string): boolean {
  const weights = [7, 3, 1, 9, 7, 3, 1, 7, 3];
  return Array.from(number, valueOf).reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0) % 10 === 0;
}

export const POLISH_DETECTORS: readonly Detector[] = [
  identifier({
    id: "pl-pesel",
    entityType: "PL_PESEL",
    format: "Eleven digits: date of birth with the century in the month, four digits, a check digit.",
    checksum: "Weights 1-3-7-9, a multiple of ten.",
    forms: ["99999999999"],
    check: checked("date of birth and check digit", polishPesel),
    contextWords: ["pesel", "nr pesel", "numer pesel", "pesel number", ...PERSONAL_ID_WORDS],
    confidence: { bare: 0.5, context: 0.97, against: 0.2 },
    references: ["Ustawa o ewidencji ludności, art. 15", "https://www.gov.pl/web/gov/czym-jest-numer-pesel"],
    examples: {
      match: ["PESEL: 85071412341", "pesel=02311548213", '{"pesel": "92110344570"}'],
      ignore: ["PESEL 85071412340", "185071412341", "pesel 8513141234"],
    },
  }),
  identifier({
    id: "pl-nip",
    provesItself: true,
    entityType: "PL_NIP",
    format: "Ten digits, some written 999-999-99-99 or 999-99-99-999.",
    checksum: "Weights 6-5-7-2-3-4-5-6-7 modulo 11.",
    forms: ["9999999999", "999-999-99-99", "999-99-99-999", "999 999 99 99", "999 99 99 999"],
    check: checked("check digit", nip, 0.45, 0),
    contextWords: [
      "nip",
      "nr nip",
      "numer nip",
      "numer identyfikacji podatkowej",
      ...TAX_ID_WORDS,
      ...VAT_WORDS,
    ],
    rule: "pii.organisation.number",
    category: "organisation",
    confidence: { bare: 0, context: 0.95, against: 0 },
    references: ["Ustawa o zasadach ewidencji i identyfikacji podatników i płatników, art. 5"],
    examples: {
      match: ["NIP 5261043821", "NIP: 527-104-38-28", "nip = '713-29-41-855'"],
      ignore: ["NIP 5261043820", "5261043821", "NIP 52610438211"],
    },
  }),
  organisation({
    id: "pl-regon",
    entityType: "PL_REGON",
    format: "Nine digits, or fourteen for a branch.",
    checksum: "Weights 8-9-2-3-4-5-6-7 modulo 11, and others for a branch.",
    forms: ["999999999", "99999999999999", "999-999-999", "999 999 999"],
    check: checkedInContext("check digit", regon),
    contextWords: ["regon", "nr regon", "numer regon", "regon number"],
    references: ["Ustawa o statystyce publicznej, art. 42", "https://bip.stat.gov.pl/regon/"],
    examples: {
      match: ["REGON: 143728950", "regon 361048270"],
      ignore: ["REGON 143728951", "143728950"],
    },
  }),
  organisation({
    id: "pl-krs",
    entityType: "PL_KRS",
    format: "Ten digits that begin with 0000.",
    forms: ["0000999999"],
    contextWords: [
      "krs",
      "nr krs",
      "numer krs",
      "krajowy rejestr sądowy",
      "krajowy rejestr sadowy",
      "krajowego rejestru sądowego",
      ...COMPANY_WORDS,
    ],
    references: ["Ustawa o Krajowym Rejestrze Sądowym"],
    examples: {
      match: ["KRS 0000418293", "numer KRS: 0000051738"],
      ignore: ["0000418293", "KRS 00004182931"],
    },
  }),
  idDocument({
    id: "pl-identity-card",
    entityType: "PL_DOWOD",
    format: "Three letters and six digits, the first of which checks the others.",
    checksum: "Letters from ten up, weights 7-3-1-9-7-3-1-7-3, a multiple of ten.",
    forms: ["AAA999999", "AAA 999999", "AAA-999999"],
    anyCase: true,
    check: checkedInContext("check digit", identityCard),
    contextWords: [
      ...[
        "dowód",
        "dowod",
        "dowód osobisty",
        "dowodu osobistego",
        "dowod osobisty",
        "dowodu",
        "nr dowodu",
        "numer dowodu",
      ],
      ...[
        "seria i numer",
        "seria i nr",
        "seria dowodu",
        "polish id card",
        "dowodem osobistym",
        "legitymujący się",
        ...ID_CARD_WORDS,
      ],
    ],
    confidence: { bare: 0, context: 0.95, against: 0 },
    references: [
      "Rozporządzenie w sprawie wzoru dowodu osobistego",
      "https://www.consilium.europa.eu/prado/en/POL-BO-04001/index.html",
    ],
    examples: {
      match: ["dowód osobisty CTR848213", "nr dowodu: AYK 230472"],
      ignore: ["dowód osobisty CTR048213", "CTR848213"],
    },
  }),
];

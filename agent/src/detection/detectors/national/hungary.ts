import { hungarianPersonalNumber } from "../../checks/hungarian-personal-number.ts";
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

/** TAJ: weights 3 and 7 in turn modulo 10. */
const taj = (digits: string) =>
  Number(digits) > 0 && weightedSum(digits.slice(0, 8), [3, 7]) % 10 === Number(digits[8]);

/** Tax identification sign of a person: an 8, days since 1867, order, position weights modulo 11. */
const taxSign = (digits: string) =>
  weightedSum(digits.slice(0, 9), [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 === Number(digits[9]);

/** The first eight digits of a company's tax number: weights 9-7-3-1, a multiple of ten. */
export function companyTaxStem(digits: string): boolean {
  return /^[1-9]\d{7}/.test(digits) && weightedSum(digits.slice(0, 8), [9, 7, 3, 1]) % 10 === 0;
}
/** Behind the stem: one digit of the kind of taxation, two of the county. */
const companyTaxNumber = (digits: string) =>
  companyTaxStem(digits) && /^.{8}[1-5](?:0[2-9]|[1-3]\d|4[0-4]|51)$/.test(digits);

export const HUNGARIAN_DETECTORS: readonly Detector[] = [
  identifier({
    id: "hu-taj",
    entityType: "HU_TAJ",
    format: "Nine digits, mostly in threes.",
    checksum: "Weights 3 and 7 in turn modulo 10.",
    forms: ["999999999", "999 999 999", "999-999-999"],
    check: checkedInContext("check digit", taj),
    contextWords: [
      ...[
        "taj",
        "taj szám",
        "taj szam",
        "tajszám",
        "tajszam",
        "taj kártya",
        "társadalombiztosítási azonosító jel",
        "tb szám",
      ],
      ...[
        "társadalombiztosítási azonosító",
        "tarsadalombiztositasi azonosito jel",
        "hungarian social security number",
      ],
    ],
    confidence: { bare: 0, context: 0.96, against: 0 },
    references: ["1996. évi XX. törvény, melléklet III", "GDPR art. 9 where it stands with health data"],
    examples: {
      match: ["TAJ szám: 482 917 308", "TAJ: 038192742", "taj_szam=173-920-488"],
      ignore: ["TAJ szám 482 917 300", "482 917 308"],
    },
  }),
  identifier({
    id: "hu-tax-id",
    entityType: "HU_ADO",
    format: "Ten digits that begin with 8.",
    checksum: "Weights 1 to 9 modulo 11.",
    forms: ["8999999999"],
    check: checkedInContext("check digit", taxSign),
    contextWords: [
      ...[
        "adóazonosító",
        "adóazonosító jel",
        "adoazonosito",
        "adoazonosito jel",
        "adójel",
        "adószám",
        "adoszam",
        "adóigazolvány",
      ],
      ...["személyi adószám", "hungarian tax id", "adóhatóság szám", ...TAX_ID_WORDS],
    ],
    confidence: { bare: 0, context: 0.96, against: 0 },
    references: ["1996. évi XX. törvény, melléklet II"],
    examples: {
      match: ["Adóazonosító jel: 8414829171", "adoazonosito_jel: 8391739201"],
      ignore: ["Adóazonosító jel 8414829170", "8414829171"],
    },
  }),
  identifier({
    id: "hu-personal-number",
    provesItself: true,
    entityType: "HU_SZEM",
    format: "Sex and century, date of birth, four digits: 9-999999-9999.",
    checksum: "Position weights modulo 11, turned around in 1997.",
    forms: ["9-999999-9999", "9 999999 9999", "99999999999"],
    check: checked("date of birth and check digit", hungarianPersonalNumber, 0.7),
    contextWords: [
      ...[
        "személyi szám",
        "szemelyi szam",
        "személyi azonosító",
        "személyi azonosító szám",
        "szemelyi azonosito",
        "személyi azonosító jel",
      ],
      ...["személyazonosító", "személyazonosító szám", "hungarian personal number", ...PERSONAL_ID_WORDS],
    ],
    confidence: { bare: 0, context: 0.96, against: 0 },
    references: ["1996. évi XX. törvény, melléklet I"],
    examples: {
      match: ["Személyi szám: 1-850714-1238", "személyi azonosító 40311024826", "2-920311-4578"],
      ignore: ["Személyi szám 1-850714-1230", "40311024826"],
    },
  }),
  organisation({
    id: "hu-company-tax-number",
    provesItself: true,
    entityType: "HU_ADOSZAM",
    format: "Eight digits, one of the kind of taxation, two of the county: 99999999-9-99.",
    checksum: "Weights 9-7-3-1, a multiple of ten.",
    forms: ["99999999-9-99", "99999999999"],
    check: checked("check digit and county", companyTaxNumber, 0.7),
    contextWords: [
      "adószám",
      "adoszam",
      "adóigazgatási szám",
      "közösségi adószám",
      ...VAT_WORDS,
      ...COMPANY_WORDS,
    ],
    references: ["2017. évi CL. törvény az adózás rendjéről"],
    examples: {
      match: ["Adószám: 14829178-2-41", "23918207-1-13"],
      ignore: ["Adószám 14829170-2-41"],
    },
  }),
  idDocument({
    id: "hu-identity-card",
    entityType: "HU_SZIG",
    format: "Six digits and two letters.",
    forms: ["999999AA", "999999 AA"],
    contextWords: [
      ...[
        "személyi igazolvány",
        "szemelyi igazolvany",
        "személyi",
        "igazolványszám",
        "okmányazonosító",
        "személyazonosító igazolvány",
      ],
      ...["személyi igazolvány szám", "szig", "szig szám", "hungarian id card", ...ID_CARD_WORDS],
    ],
    references: ["https://www.consilium.europa.eu/prado/en/HUN-BO-03001/index.html"],
    examples: {
      match: ["személyi igazolvány: 482917KA", "szig. szám 173920 TE"],
      ignore: ["482917KA", "személyi igazolvány 4829173KA"],
    },
  }),
];

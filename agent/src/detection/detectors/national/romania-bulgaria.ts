import { bulgarianEgn } from "../../checks/bulgarian-egn.ts";
import { romanianCnp } from "../../checks/romanian-cnp.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { checked, checkedInContext } from "./checked.ts";
import { PERSONAL_ID_WORDS, TAX_ID_WORDS, VAT_WORDS } from "./european-words.ts";
import { idDocument, organisation } from "./kinds.ts";

/** CUI: weights 7-5-3-2-1-7-5-3-2 from the right, ten times the sum modulo 11. */
export function cui(digits: string): boolean {
  if (!/^[1-9]\d{3,9}$/.test(digits)) return false;
  const padded = digits.padStart(10, "0");
  return (
    ((weightedSum(padded.slice(0, 9), [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === Number(padded[9])
  );
}

/** LNCh of a foreigner: weights 21-19-17-13-11-9-7-3-1 modulo 10. */
export function lnch(digits: string): boolean {
  return weightedSum(digits.slice(0, 9), [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 === Number(digits[9]);
}

/** EIK (Bulstat) of nine digits: weights 1 to 8 modulo 11, and 3 to 10 where that gives ten. */
export function eik(digits: string): boolean {
  const body = digits.slice(0, 8);
  const first = weightedSum(body, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
  const rest = first < 10 ? first : weightedSum(body, [3, 4, 5, 6, 7, 8, 9, 10]) % 11;
  return Number(digits) > 0 && rest % 10 === Number(digits[8]);
}

export const ROMANIAN_DETECTORS: readonly Detector[] = [
  identifier({
    id: "ro-cnp",
    entityType: "RO_CNP",
    format: "Thirteen digits: sex and century, date of birth, county, order, a check digit.",
    checksum: "Weights 2-7-9-1-4-6-3-5-8-2-7-9 modulo 11, a date of birth and a county.",
    forms: ["9999999999999", "9 999999 999999", "9 99 99 99 99 999 9"],
    check: checked("date of birth, county and check digit", romanianCnp),
    contextWords: [
      ...[
        "cnp",
        "cnp ul",
        "cod numeric personal",
        "codul numeric personal",
        "codului numeric personal",
        "număr personal",
      ],
      ...["cod personal", "romanian personal code", ...PERSONAL_ID_WORDS, ...TAX_ID_WORDS],
    ],
    confidence: { bare: 0.75, context: 0.98, against: 0.3 },
    references: ["OUG 97/2005 art. 5", "Legea 190/2018 art. 4"],
    examples: {
      match: ["CNP: 1850714401233", "cod numeric personal 6031102124821", "2920311354573"],
      ignore: ["CNP 1850714401230", "CNP 1851332401234"],
    },
  }),
  organisation({
    id: "ro-cui",
    entityType: "RO_CUI",
    format: "Up to ten digits, some with RO before them.",
    checksum: "Weights 7-5-3-2-1-7-5-3-2 modulo 11.",
    forms: ["9{6,10}"],
    check: checkedInContext("check digit", cui),
    contextWords: [
      "cui",
      "cif",
      "c u i",
      "c i f",
      "cod fiscal",
      "cod unic de înregistrare",
      "cod unic de inregistrare",
      "cod de identificare fiscală",
      "codul fiscal",
    ],
    references: ["Legea 359/2004", "OG 92/2003 art. 72"],
    examples: { match: ["CUI: 14829174", "cod fiscal 39182048"], ignore: ["CUI 14829170", "14829174"] },
  }),
  idDocument({
    id: "ro-identity-card",
    entityType: "RO_CI",
    format: "Two letters of the county's series and six digits.",
    forms: ["AA999999", "AA 999999"],
    contextWords: [
      ...[
        "carte de identitate",
        "cartea de identitate",
        "buletin",
        "buletin de identitate",
        "act de identitate",
        "seria",
        "seria ci",
      ],
      ...["ci seria", "c i", "romanian id card"],
    ],
    references: ["OUG 97/2005", "https://www.consilium.europa.eu/prado/en/ROU-BO-02001/index.html"],
    examples: {
      match: ["carte de identitate KX482917", "CI seria KX 173920"],
      ignore: ["RX482917", "buletin RX4829173"],
    },
  }),
  idDocument({
    id: "ro-identity-card-series",
    entityType: "RO_CI",
    format: "The series of two letters and the number of six digits, each with its word before it.",
    names: ["seria"],
    looseName: true,
    pattern: /[A-Z]{2},? {0,2}(?:nr|no|num[aă]r(?:ul)?|n)[.:]{0,2} {0,2}\d{6}(?!\w)/iu,
    confidence: { bare: 0.9, context: 0.95, against: 0.3 },
    references: ["OUG 97/2005"],
    examples: {
      match: ["C.I. seria RX nr. 482917", "seria: KX, număr 173920"],
      ignore: ["seria RX nr. 4829173", "RX nr. 482917"],
    },
  }),
];

export const BULGARIAN_DETECTORS: readonly Detector[] = [
  identifier({
    id: "bg-egn",
    entityType: "BG_EGN",
    format: "Ten digits: date of birth with the century in the month, order, a check digit.",
    checksum: "Weights 2-4-8-5-10-9-7-3-6 modulo 11, and a date of birth.",
    forms: ["9999999999"],
    check: checked("date of birth and check digit", bulgarianEgn),
    contextWords: [
      ...[
        "егн",
        "egn",
        "единен граждански номер",
        "edinen grazhdanski nomer",
        "uniform civil number",
        "ucn",
        "bulgarian personal number",
      ],
      ...["личен номер", "bucn", ...PERSONAL_ID_WORDS],
    ],
    confidence: { bare: 0.35, context: 0.97, against: 0.1 },
    references: ["Закон за гражданската регистрация, чл. 11", "https://www.grao.bg"],
    examples: {
      match: ["ЕГН: 8507141235", "EGN 0351024827"],
      ignore: ["ЕГН 8507141230", "ЕГН 8513321234", "ЕГН 85071412351"],
    },
  }),
  identifier({
    id: "bg-lnch",
    entityType: "BG_PNF",
    format: "Ten digits, the personal number of a foreigner.",
    checksum: "Weights 21-19-17-13-11-9-7-3-1 modulo 10.",
    forms: ["9999999999"],
    check: checkedInContext("check digit", lnch),
    contextWords: [
      "лнч",
      "lnch",
      "лнч номер",
      "личен номер на чужденец",
      "personal number of a foreigner",
      "pnf",
      "foreigner number",
    ],
    confidence: { bare: 0, context: 0.97, against: 0 },
    references: ["Закон за чужденците в Република България"],
    examples: { match: ["ЛНЧ: 7148291732", "LNCh 1003819273"], ignore: ["ЛНЧ 7148291730", "7148291732"] },
  }),
  organisation({
    id: "bg-eik",
    entityType: "BG_EIK",
    format: "Nine digits.",
    checksum: "Weights 1 to 8 modulo 11.",
    forms: ["999999999"],
    check: checkedInContext("check digit", eik),
    contextWords: [
      "еик",
      "eik",
      "булстат",
      "bulstat",
      "единен идентификационен код",
      "ддс номер",
      "идент номер",
      "uic",
      ...VAT_WORDS,
    ],
    confidence: { bare: 0, context: 0.9, against: 0 },
    references: ["Закон за търговския регистър, чл. 23"],
    examples: { match: ["ЕИК: 201482911", "Bulstat 131739200"], ignore: ["ЕИК 201482910", "201482911"] },
  }),
  idDocument({
    id: "bg-identity-card",
    entityType: "BG_LK",
    format: "Nine digits, or two letters and seven digits.",
    forms: ["999999999", "AA9999999"],
    contextWords: [
      "лична карта",
      "л к",
      "лична карта №",
      "lichna karta",
      "документ за самоличност",
      "bulgarian id card",
    ],
    references: ["Закон за българските лични документи"],
    examples: {
      match: ["лична карта № 648291730", "Lichna karta: AA4829173"],
      ignore: ["648291730", "лична карта 6482917305"],
    },
  }),
];

import { isShortBirthDate } from "../../checks/calendar-date.ts";
import { luhn } from "../../checks/luhn.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { checked, checkedInContext } from "./checked.ts";
import { PERSONAL_ID_WORDS, TAX_ID_WORDS, VAT_WORDS } from "./european-words.ts";
import { idDocument } from "./kinds.ts";

/** AFM: powers of two modulo 11, then modulo 10. */
export function afm(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || Number(digits) === 0) return false;
  return (weightedSum(digits.slice(0, 8), [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === Number(digits[8]);
}

const amka = (digits: string) =>
  luhn(digits) &&
  isShortBirthDate(Number(digits.slice(4, 6)), Number(digits.slice(2, 4)), Number(digits.slice(0, 2)));

export const GREEK_DETECTORS: readonly Detector[] = [
  identifier({
    id: "gr-amka",
    entityType: "GR_AMKA",
    format: "Eleven digits: date of birth as DDMMYY, four digits, a check digit.",
    checksum: "Luhn, and a date of birth.",
    forms: ["99999999999", "999999 99999", "999999-99999"],
    check: checked("date of birth and Luhn", amka),
    contextWords: [
      "αμκα",
      "α μ κ α",
      "amka",
      "a m k a",
      "αριθμός μητρώου κοινωνικής ασφάλισης",
      "greek social security number",
      "αριθμος μητρωου κοινωνικης ασφαλισης",
      ...PERSONAL_ID_WORDS,
    ],
    confidence: { bare: 0.4, context: 0.97, against: 0.15 },
    references: ["Νόμος 3655/2008 άρθρο 153", "https://www.amka.gr"],
    examples: {
      match: ["ΑΜΚΑ: 14078501237", "AMKA 03049204823"],
      ignore: ["ΑΜΚΑ 14078501230", "ΑΜΚΑ 14138501238"],
    },
  }),
  identifier({
    id: "gr-afm",
    entityType: "GR_AFM",
    format: "Nine digits.",
    checksum: "Powers of two modulo 11.",
    forms: ["999999999", "999 999 999"],
    check: checkedInContext("check digit", afm),
    contextWords: [
      "αφμ",
      "α φ μ",
      "afm",
      "a f m",
      "αριθμός φορολογικού μητρώου",
      "αριθμος φορολογικου μητρωου",
      "δου",
      "greek tax id",
      ...TAX_ID_WORDS,
      ...VAT_WORDS,
    ],
    confidence: { bare: 0, context: 0.95, against: 0 },
    references: ["Νόμος 4987/2022 (ΚΦΔ)", "https://www.aade.gr"],
    examples: {
      match: ["ΑΦΜ: 148291731", "Α.Φ.Μ. 047391821", "afm=039104824"],
      ignore: ["ΑΦΜ 148291730", "148291731"],
    },
  }),
  idDocument({
    id: "gr-identity-card",
    entityType: "GR_ADT",
    format: "One or two letters, Greek or Latin, and six digits.",
    names: [
      ...[
        "αδτ",
        "α.δ.τ",
        "α.δ.τ.",
        "αρ. ταυτότητας",
        "αριθμός ταυτότητας",
        "αριθμος ταυτοτητας",
        "δελτίο ταυτότητας",
        "δελτίου ταυτότητας",
      ],
      ...[
        "αριθμός δελτίου ταυτότητας",
        "ταυτότητα",
        "adt",
        "arithmos taftotitas",
        "greek id card",
        "greek identity card",
        "greece id card",
      ],
    ],
    looseName: true,
    pattern: /[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧA-Z]{1,2}[ -]{0,2}\d{6}(?![\w])/u,
    confidence: { bare: 0.9, context: 0.95, against: 0.3 },
    references: ["Νόμος 1599/1986", "https://www.consilium.europa.eu/prado/en/GRC-BO-01001/index.html"],
    examples: {
      match: ["ΑΔΤ: ΑΒ 482917", "Αριθμός ταυτότητας ΑΚ173920", "adt: X 482917"],
      ignore: ["ΑΒ 482917", "ΑΔΤ: ΑΒ 4829173", "ΑΔΤ: 482917"],
    },
  }),
];

import { czechBirthNumber } from "../../checks/czech-birth-number.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";
import type { Candidate } from "../../candidate.ts";
import { identifier } from "../../define.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { checkedInContext } from "./checked.ts";
import { COMPANY_WORDS, ID_CARD_WORDS, PERSONAL_ID_WORDS, TAX_ID_WORDS } from "./european-words.ts";
import { idDocument, organisation } from "./kinds.ts";

const FORMS = ["999999/9999", "999999/999", "9999999999", "999999 9999", "999999-9999", "999999 / 9999"];
const WORDS = [
  ...[
    "rodné číslo",
    "rodne cislo",
    "rodného čísla",
    "rodneho cisla",
    "rodným číslem",
    "rodcislo",
    "rč",
    "rc",
    "r č",
    "r c",
  ],
  ...["rodnecislo", "rodné č", "číslo pojištěnce", "osobné číslo", "osobní číslo", ...PERSONAL_ID_WORDS],
];

/** Both countries kept the number when they parted; words that one language spells its own way tell them apart. */
const SLOVAK =
  /sloven|slovak|bratislav|košic|kosice|\bsk_|_sk\b|dátum|priezvisk|bydlisk|občiansk|narodená|pohlavie|štátn|meno\b/iu;
const REACH = 240;

function verdict({ value, compact }: Candidate): Verdict | null {
  if (!czechBirthNumber(compact)) return null;
  if (compact.length === 9) return { reasons: ["date of birth"], confidence: value.includes("/") ? 0.4 : 0 };
  const reasons = ["date of birth and modulo 11"];
  if (value.includes("/")) return { reasons, confidence: 0.85 };
  return { reasons };
}

const isSlovak = ({ text, start, end }: Candidate) =>
  SLOVAK.test(text.slice(Math.max(0, start - REACH), start)) || SLOVAK.test(text.slice(end, end + REACH));

/** IČO, the same in both countries: weights 8 to 2 modulo 11. */
export function ico(digits: string): boolean {
  if (!/^\d{8}$/.test(digits) || Number(digits) === 0) return false;
  return (11 - (weightedSum(digits.slice(0, 7), [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(digits[7]);
}

/** DIČ and IČ DPH of Slovakia: a multiple of eleven. */
export const slovakTaxNumber = (digits: string) =>
  /^[1-9]\d[234789]\d{7}$/.test(digits) && Number(digits) % 11 === 0;

export const CZECH_DETECTORS: readonly Detector[] = [
  identifier({
    id: "cz-birth-number",
    entityType: "CZ_RC",
    format: "YYMMDD/NNNN, fifty more in the month for women; three digits behind the slash before 1954.",
    checksum: "A multiple of eleven, and a date of birth.",
    forms: FORMS,
    check: verdict,
    contextWords: WORDS,
    confidence: { bare: 0.2, context: 0.96, against: 0.1 },
    references: ["Zákon 133/2000 Sb., § 13", "https://www.mvcr.cz"],
    examples: {
      match: ["rodné číslo: 850714/1236", "RČ 9253114827", "735205/4480", "rodné číslo 450714/123"],
      ignore: ["rodné číslo 850714/1230", "450714123", "rodné číslo 851332/1234"],
    },
  }),
  organisation({
    id: "cz-ico",
    entityType: "CZ_ICO",
    format: "Eight digits.",
    checksum: "Weights 8 to 2 modulo 11.",
    forms: ["99999999", "999 99 999"],
    check: checkedInContext("check digit", ico),
    contextWords: [
      "ičo",
      "ico",
      "ič",
      "ic",
      "identifikační číslo",
      "identifikacni cislo",
      "identifikační číslo osoby",
      ...COMPANY_WORDS,
    ],
    references: ["Zákon 111/2009 Sb. o základních registrech, § 24"],
    examples: { match: ["IČO: 48291731", "IČ 273 91 825"], ignore: ["IČO 48291730", "48291731"] },
  }),
  idDocument({
    id: "cz-identity-card",
    entityType: "CZ_OP",
    format: "Nine digits.",
    forms: ["999999999"],
    contextWords: [
      "občanský průkaz",
      "obcansky prukaz",
      "číslo op",
      "č op",
      "op č",
      "číslo občanského průkazu",
      "občanského průkazu",
      "czech id card",
    ],
    references: [
      "Zákon 269/2021 Sb. o občanských průkazech",
      "https://www.consilium.europa.eu/prado/en/CZE-BO-04001/index.html",
    ],
    examples: {
      match: ["občanský průkaz: 204829173", "číslo OP 118392047"],
      ignore: ["204829173", "občanský průkaz 2048291735"],
    },
  }),
];

export const SLOVAK_DETECTORS: readonly Detector[] = [
  identifier({
    id: "sk-birth-number",
    entityType: "SK_RC",
    format: "YYMMDD/NNNN as in Czechia; told apart by the words around it.",
    checksum: "A multiple of eleven, and a date of birth.",
    forms: FORMS,
    check: (candidate) => {
      const found = verdict(candidate);
      return found && isSlovak(candidate) ? found : null;
    },
    contextWords: WORDS,
    confidence: { bare: 0.2, context: 0.97, against: 0.1 },
    references: ["Zákon 301/1995 Z. z. o rodnom čísle"],
    examples: {
      match: [
        "Meno: Jana Vymyslená, rodné číslo: 855714/1230",
        "priezvisko;rodne_cislo\nVymyslený;9203114822",
      ],
      ignore: ["rodné číslo: 855714/1230", "dátum, rodné číslo 855714/1231"],
    },
  }),
  organisation({
    id: "sk-dic",
    entityType: "SK_DIC",
    format: "Ten digits.",
    checksum: "A multiple of eleven.",
    forms: ["9999999999"],
    check: checkedInContext("multiple of eleven", slovakTaxNumber),
    contextWords: [
      "dič",
      "dic",
      "ič dph",
      "ic dph",
      "daňové identifikačné číslo",
      "danove identifikacne cislo",
      ...TAX_ID_WORDS,
    ],
    references: ["Zákon 563/2009 Z. z. daňový poriadok, § 67"],
    examples: { match: ["DIČ: 2020482915", "IČ DPH 2121739202"], ignore: ["DIČ 2020482910", "2020482915"] },
  }),
  organisation({
    id: "sk-ico",
    entityType: "SK_ICO",
    format: "Eight digits, as in Czechia; told apart by the words around it.",
    checksum: "Weights 8 to 2 modulo 11.",
    forms: ["99999999", "99 999 999"],
    check: (candidate) =>
      ico(candidate.compact) && isSlovak(candidate) ? { reasons: ["check digit"] } : null,
    contextWords: ["ičo", "ico", "ič", "identifikačné číslo", "identifikacne cislo", ...COMPANY_WORDS],
    confidence: { bare: 0, context: 0.96, against: 0 },
    references: ["Zákon 272/2015 Z. z. o registri právnických osôb, § 3"],
    examples: {
      match: ["Bratislava, ičo: 31 482 911", "identifikačné číslo (Slovensko) 36482919"],
      ignore: ["ičo 31 482 911", "Slovensko 36482919"],
    },
  }),
  idDocument({
    id: "sk-identity-card",
    entityType: "SK_OP",
    format: "Two letters and six digits.",
    forms: ["AA999999", "AA 999999"],
    contextWords: [
      "občiansky preukaz",
      "obciansky preukaz",
      "číslo op",
      "č op",
      "občianskeho preukazu",
      "slovak id card",
      ...ID_CARD_WORDS,
    ],
    references: ["Zákon 395/2019 Z. z. o občianskych preukazoch"],
    examples: {
      match: ["občiansky preukaz: HK482917", "číslo OP EA 173920"],
      ignore: ["HK482917", "občiansky preukaz HK4829173"],
    },
  }),
];

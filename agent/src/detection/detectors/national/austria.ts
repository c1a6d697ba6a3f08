import { austrianInsuranceNumber } from "../../checks/austrian-insurance-number.ts";
import { weightedDigitSum } from "../../checks/weighted-sum.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { checked, checkedInContext } from "./checked.ts";
import { PERSONAL_ID_WORDS, TAX_ID_WORDS, VAT_WORDS } from "./european-words.ts";
import { organisation } from "./kinds.ts";

/** UID number: weights 1 and 2 in turn, the check makes up to 96. */
const uid = (compact: string) =>
  (96 - weightedDigitSum(compact.slice(3, 10), [1, 2])) % 10 === Number(compact[10]);

/** Tax number: two digits of the office, then six and a check digit, weights 1 and 2 in turn. */
const taxNumber = (digits: string) =>
  /^(?:0[3-9]|[1-9]\d)/.test(digits) &&
  (weightedDigitSum(digits.slice(0, 8), [1, 2]) + Number(digits[8])) % 10 === 0;

export const AUSTRIAN_DETECTORS: readonly Detector[] = [
  identifier({
    id: "at-insurance-number",
    entityType: "AT_SVNR",
    format: "Three digits, a check digit and the date of birth as DDMMYY: 9999 DDMMYY.",
    checksum: "Weights 3-7-9-5-8-4-2-1-6 modulo 11.",
    forms: ["9999 999999", "9999999999", "9999-999999", "9999/999999", "9999 99 99 99", "9999 99.99.99"],
    check: checked("date of birth and check digit", austrianInsuranceNumber, 0.65),
    contextWords: [
      ...[
        "svnr",
        "sv nr",
        "svn",
        "sv nummer",
        "sozialversicherungsnummer",
        "sozialversicherungsnr",
        "versicherungsnummer",
      ],
      ...[
        "vsnr",
        "vnr",
        "versicherungsnr",
        "ecard",
        "e card",
        "austrian social security number",
        "insurance number",
      ],
      ...PERSONAL_ID_WORDS,
    ],
    confidence: { bare: 0.4, context: 0.97, against: 0.15 },
    references: ["ASVG § 31 Abs. 4 Z 1", "https://www.sozialversicherung.at"],
    examples: {
      match: ["SVNR: 4803 140785", "Sozialversicherungsnummer 7315030492", "2157 220166"],
      ignore: ["SVNR 4820 140785", "SVNR 4821 143285"],
    },
  }),
  organisation({
    id: "at-uid",
    entityType: "AT_UID",
    format: "ATU and eight digits.",
    checksum: "Weights 1 and 2 in turn, with 4 added, modulo 10.",
    forms: ["atu99999999", "atu 99999999", "at u99999999"],
    check: checkedInContext("prefix and check digit", uid),
    contextWords: ["uid", "uid nr", "uid nummer", "ust idnr", "umsatzsteuer", ...VAT_WORDS],
    confidence: { bare: 0.9, context: 0.98, against: 0.6 },
    references: ["UStG 1994 Art. 28", "https://www.bmf.gv.at"],
    examples: { match: ["UID: ATU48291735", "ATU 61739202"], ignore: ["UID ATU48291730", "ATU482917357"] },
  }),
  identifier({
    id: "at-tax-number",
    provesItself: true,
    entityType: "AT_STNR",
    format: "Nine digits, written 99-999/9999 with the office in front.",
    checksum: "Weights 1 and 2 in turn, a multiple of ten.",
    forms: ["99-999/9999", "99 999/9999", "999999999"],
    check: checked("check digit", taxNumber, 0.5),
    contextWords: [
      "steuernummer",
      "steuernr",
      "st nr",
      "stnr",
      "abgabenkontonummer",
      "finanzamt",
      "austrian tax number",
      ...TAX_ID_WORDS,
    ],
    confidence: { bare: 0, context: 0.9, against: 0 },
    references: [
      "https://www.oecd.org/tax/automatic-exchange/crs-implementation-and-assistance/tax-identification-numbers/Austria-TIN.pdf",
    ],
    examples: {
      match: ["Steuernummer: 59-482/1738", "Abgabenkontonummer 034829176"],
      ignore: ["Steuernummer 59-482/1730", "034829176"],
    },
  }),
  organisation({
    id: "at-company-register",
    entityType: "AT_FN",
    format: "Five or six digits and a small letter, with FN before them.",
    forms: ["9{5,6}A", "9{5,6} A"],
    anyCase: true,
    contextWords: ["fn", "firmenbuchnummer", "firmenbuch nr", "firmenbuch", "fbnr", "firmenbuchnr"],
    references: ["Firmenbuchgesetz § 3"],
    examples: { match: ["FN 482917k", "Firmenbuchnummer: 48291 d"], ignore: ["482917k", "FN 4829173k"] },
  }),
];

import { balticPersonalCode } from "../../checks/baltic-personal-code.ts";
import { latvianPersonalCode } from "../../checks/latvian-personal-code.ts";
import { twoStageMod11 } from "../../checks/two-stage-mod11.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";
import type { Candidate } from "../../candidate.ts";
import { identifier } from "../../define.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { checked, checkedInContext } from "./checked.ts";
import { COMPANY_WORDS, PERSONAL_ID_WORDS, TAX_ID_WORDS } from "./european-words.ts";
import { organisation } from "./kinds.ts";

function latvian({ value, compact }: Candidate): Verdict | null {
  const code = latvianPersonalCode(compact);
  if (!code) return null;
  const dashed = value.includes("-");
  if (code === "dated")
    return { reasons: ["date of birth and check digit"], confidence: dashed ? 0.85 : 0.4 };
  return { reasons: ["form"], confidence: dashed ? 0.3 : 0 };
}

const estonianCompany = (digits: string) => /^[17-9]/.test(digits) && twoStageMod11(digits);

/** Latvian register number: begins with 4, 5 or 9; weights 9-1-4-8-3-10-2-5-7-6-1 leave 3 modulo 11. */
export function latvianCompany(digits: string): boolean {
  return /^[459]\d{10}$/.test(digits) && weightedSum(digits, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 === 3;
}

export const BALTIC_DETECTORS: readonly Detector[] = [
  identifier({
    id: "ee-personal-code",
    entityType: "EE_IK",
    format: "Eleven digits: sex and century, date of birth, order, a check digit.",
    checksum: "Two-stage modulo 11, and a date of birth.",
    forms: ["99999999999"],
    check: checked("date of birth and check digit", balticPersonalCode),
    contextWords: [
      ...[
        "isikukood",
        "isiku kood",
        "isikukoodi",
        "isikukoodid",
        "isikukoodiga",
        "ik",
        "estonian personal code",
        "estonian id code",
        "maksukohustuslase number",
      ],
      ...PERSONAL_ID_WORDS,
      ...TAX_ID_WORDS,
    ],
    confidence: { bare: 0.51, context: 0.97, against: 0.2 },
    references: ["Rahvastikuregistri seadus § 39", "EVS 585:2007"],
    examples: {
      match: ["isikukood: 38507141230", "Isikukood 60311024821", "49203114578"],
      ignore: ["isikukood 38507141231", "isikukood 38513321234"],
    },
  }),
  identifier({
    id: "lt-personal-code",
    entityType: "LT_AK",
    format: "Eleven digits: sex and century, date of birth, order, a check digit.",
    checksum: "Two-stage modulo 11, and a date of birth.",
    forms: ["99999999999"],
    check: checked("date of birth and check digit", balticPersonalCode),
    contextWords: [
      ...[
        "asmens kodas",
        "asmens kodo",
        "asmens kodą",
        "asmens kodai",
        "asm kodas",
        "a k",
        "ak",
        "lithuanian personal code",
      ],
      ...["asmenskodas", "mokesčių mokėtojo kodas", ...PERSONAL_ID_WORDS],
    ],
    confidence: { bare: 0.5, context: 0.97, against: 0.2 },
    references: ["Lietuvos Respublikos gyventojų registro įstatymas, 9 straipsnis"],
    examples: {
      match: ["asmens kodas: 38507141230", "asmens_kodas=49203114578"],
      ignore: ["asmens kodas 38507141231"],
    },
  }),
  identifier({
    id: "lv-personal-code",
    entityType: "LV_PK",
    format: "DDMMYY-NNNNN, or 32 and nine digits since 2017, some with a dash.",
    checksum: "Weights modulo 11 and a date of birth; none since 2017.",
    forms: ["999999-99999", "99999999999"],
    check: latvian,
    contextWords: [
      ...[
        "personas kods",
        "personas kodu",
        "personas koda",
        "personaskods",
        "p k",
        "personas kodi",
        "latvian personal code",
      ],
      ...["nodokļu maksātāja numurs", ...PERSONAL_ID_WORDS, ...TAX_ID_WORDS],
    ],
    confidence: { bare: 0.4, context: 0.96, against: 0.1 },
    references: ["Fizisko personu reģistra likums, 8. pants"],
    examples: {
      match: ["personas kods: 140785-11239", "personas kods 324829-17392", "030492-14821"],
      ignore: ["personas kods 140785-11230", "32482917392"],
    },
  }),
  organisation({
    id: "ee-register-code",
    entityType: "EE_REGISTRIKOOD",
    format: "Eight digits that begin with 1, 7, 8 or 9.",
    checksum: "Two-stage modulo 11.",
    forms: ["99999999"],
    check: checkedInContext("check digit", estonianCompany),
    contextWords: [
      "registrikood",
      "reg kood",
      "rg kood",
      "äriregistri kood",
      "ariregistri kood",
      "estonian registry code",
      ...COMPANY_WORDS,
    ],
    references: ["Äriregistri seadus § 9", "https://ariregister.rik.ee"],
    examples: {
      match: ["registrikood 14829179", "Reg. kood: 10391823"],
      ignore: ["registrikood 14829170", "14829179"],
    },
  }),
  organisation({
    id: "lt-company-code",
    entityType: "LT_IMONES_KODAS",
    format: "Nine digits.",
    checksum: "Two-stage modulo 11.",
    forms: ["999999999"],
    check: checkedInContext("check digit", (digits) => /^[1-3]/.test(digits) && twoStageMod11(digits)),
    contextWords: [
      "įmonės kodas",
      "imones kodas",
      "juridinio asmens kodas",
      "įm kodas",
      "company code",
      "lithuanian company code",
    ],
    references: ["Juridinių asmenų registro įstatymas", "https://www.registrucentras.lt"],
    examples: {
      match: ["Įmonės kodas: 304829179", "imones_kodas 120391828"],
      ignore: ["Įmonės kodas 304829170", "304829179"],
    },
  }),
  organisation({
    id: "lv-register-number",
    entityType: "LV_REGNR",
    format: "Eleven digits that begin with 4, 5 or 9.",
    checksum: "Weights 9-1-4-8-3-10-2-5-7-6-1 leave 3 modulo 11.",
    forms: ["99999999999"],
    check: checkedInContext("check digit", latvianCompany),
    contextWords: [
      "reģistrācijas numurs",
      "registracijas numurs",
      "reģ nr",
      "reg nr",
      "vienotais reģistrācijas numurs",
      ...COMPANY_WORDS,
    ],
    references: ["Likums par Uzņēmumu reģistru", "https://www.ur.gov.lv"],
    examples: {
      match: ["Reģ. Nr. 40104829174", "reģistrācijas numurs: 50103918208"],
      ignore: ["Reģ. Nr. 40104829170", "40104829174"],
    },
  }),
];

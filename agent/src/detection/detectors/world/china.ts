import { isBirthDate } from "../../checks/calendar-date.ts";
import { chineseCreditCode } from "../../checks/chinese-credit-code.ts";
import { hongKongId } from "../../checks/hong-kong-id.ts";
import { mod11Of2 } from "../../checks/mod11-2.ts";
import { taiwaneseBusinessNumber } from "../../checks/taiwanese-business-number.ts";
import { taiwaneseId } from "../../checks/taiwanese-id.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { organisation } from "../national/kinds.ts";
import { passport } from "./passport.ts";
import { proven } from "./proven.ts";

/** Provinces by the first two digits of GB/T 2260. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;

const cnResidentId = identifier({
  id: "cn-resident-id",
  entityType: "CN_RESIDENT_ID",
  format: "Eighteen characters: place, date of birth, order, a check digit or X.",
  checksum: "ISO 7064 MOD 11-2.",
  forms: ["999999999999999999", "99999999999999999x", "999999 99999999 9999", "999999 99999999 999x"],
  check: proven({
    reason: "province, date of birth and check digit",
    holds: (text) =>
      PROVINCE.test(text) &&
      isBirthDate(Number(text.slice(6, 10)), Number(text.slice(10, 12)), Number(text.slice(12, 14))) &&
      mod11Of2(text),
  }),
  contextWords: [
    ...[
      "身份证",
      "身份证号",
      "身份证号码",
      "公民身份号码",
      "身分證",
      "证件号码",
      "证件号",
      "resident id",
      "id card",
      "id number",
    ],
    ...["resident identity card", "chinese id", "shenfenzheng", "sfz", "id no"],
  ],
  confidence: { bare: 0.9, context: 0.98, against: 0.5 },
  references: ["GB 11643-1999, Citizen identification number", "Law of the PRC on Resident Identity Cards"],
  examples: {
    match: ["身份证号: 440306198204194824", "110105199107273644", "id card 320102198204194820"],
    ignore: ["身份证号: 440306198204194820", "99030619820419482X", "440306198213194821"],
  },
});

const cnPassport = passport({
  id: "cn-passport",
  entityType: "CN_PASSPORT",
  country: /chin(?:a|ese)|护照|中国/iu,
  format: "E, G, D, S, P, H or K and eight characters; only in context.",
  forms: ["A99999999", "eA9999999"],
  holds: (text) => /^(?:[DEGHKPS]\d{8}|E[A-HJ-NP-Z]\d{7})$/.test(text),
  contextWords: ["chinese passport", "护照", "护照号", "护照号码", "護照", "護照號碼"],
  references: ["Passport Law of the PRC", "National Immigration Administration"],
  examples: {
    match: ["护照号码: EJ4820193", "Chinese passport G48201937"],
    ignore: ["EJ4820193", "护照号 ZZ4820193"],
  },
});

const cnCreditCode = organisation({
  id: "cn-uscc",
  entityType: "CN_USCC",
  format: "Unified social credit code: eighteen characters without I, O, S, V and Z.",
  checksum: "Powers of three modulo 31.",
  forms: ["9X999999XXXXXXXXXX", "1X999999XXXXXXXXXX", "5X999999XXXXXXXXXX"],
  check: ({ compact }) =>
    chineseCreditCode(compact)
      ? { reasons: ["check character"], confidence: /[A-Z]/.test(compact) ? 0.6 : 0.2 }
      : null,
  contextWords: [
    "统一社会信用代码",
    "社会信用代码",
    "uscc",
    "unified social credit code",
    "纳税人识别号",
    "税号",
    "credit code",
  ],
  confidence: { bare: 0.5, context: 0.97, against: 0.2 },
  references: ["GB 32100-2015, Unified social credit identifier"],
  examples: {
    match: ["统一社会信用代码: 91440300MA5K48201Q", "913101155820471938"],
    ignore: ["USCC 91440300MA5K482010", "USCC 91440300MA5I48201X"],
  },
});

const hkHkid = identifier({
  id: "hk-hkid",
  provesItself: true,
  entityType: "HK_HKID",
  format: "One or two letters, six digits and a check in brackets.",
  checksum: "Weights 9 to 1, modulo 11.",
  forms: [
    "A999999(9)",
    "A999999(a)",
    "AA999999(9)",
    "AA999999(a)",
    "A9999999",
    "A999999a",
    "AA9999999",
    "A999999-9",
  ],
  check: ({ compact, value }) =>
    hongKongId(compact) ? { reasons: ["check digit"], confidence: value.endsWith(")") ? 0.9 : 0 } : null,
  contextWords: [
    ...[
      "hkid",
      "hkid no",
      "hkid number",
      "hong kong id",
      "hong kong identity card",
      "hkic",
      "identity card",
      "id card",
    ],
    ...["身份證", "身份證號碼", "香港身份證", "hong kong identity", "id number"],
  ],
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["Registration of Persons Ordinance (cap. 177)", "Immigration Department of Hong Kong"],
  examples: {
    match: ["HKID: K482019(3)", "AB482019(1)", "hkid Z482047A"],
    ignore: ["HKID: K482019(0)", "K4820193", "K48201(9)"],
  },
});

const twId = identifier({
  id: "tw-national-id",
  entityType: "TW_NATIONAL_ID",
  format: "A letter of the place, 1, 2, 8, 9 or (older residents') a letter, and eight digits.",
  checksum: "Weights 1-9-8-…-1, modulo 10.",
  forms: ["A999999999", "AA99999999"],
  check: ({ compact }) =>
    taiwaneseId(compact)
      ? { reasons: ["place and check digit"], confidence: /^.\d/.test(compact) ? 0.5 : 0 }
      : null,
  contextWords: [
    ...[
      "身分證",
      "身分證字號",
      "國民身分證",
      "身份證字號",
      "居留證",
      "統一證號",
      "national id",
      "taiwan id",
      "arc",
      "id number",
    ],
    ...["taiwan national id", "id card", "taiwanese id", "national identification"],
  ],
  confidence: { bare: 0.5, context: 0.96, against: 0.1 },
  references: [
    "Household Registration Act of Taiwan (戶籍法)",
    "National Immigration Agency, UI number (2021)",
  ],
  examples: {
    match: ["身分證字號: F148201936", "A258204713", "ARC: AC48201933"],
    ignore: ["身分證字號: F148201930", "F348201937", "AC48201933"],
  },
});

const twUbn = organisation({
  id: "tw-ubn",
  entityType: "TW_UBN",
  format: "Eight digits; only in context.",
  checksum: "Weights 1-2-1-2-1-2-4-1, digit sums, modulo 5.",
  forms: ["99999999"],
  check: proven({ reason: "check digit", holds: taiwaneseBusinessNumber }),
  contextWords: [
    "統一編號",
    "統編",
    "ubn",
    "unified business number",
    "gui number",
    "tax id taiwan",
    "vat number",
  ],
  references: ["Ministry of Finance of Taiwan, check of the unified business number (2023)"],
  examples: { match: ["統一編號: 48201934", "UBN 58204713"], ignore: ["UBN 48201930", "48201934"] },
});

const twPassport = passport({
  id: "tw-passport",
  entityType: "TW_PASSPORT",
  country: /taiwan|中華民國/iu,
  format: "Nine digits; only beside Taiwan's name.",
  forms: ["999999999"],
  contextWords: ["taiwan passport", "taiwanese passport", "護照號碼"],
  confidence: { bare: 0, context: 0.7, against: 0 },
  references: ["Bureau of Consular Affairs, Taiwan"],
  examples: { match: ["Taiwan passport 348201937"], ignore: ["348201937", "Taiwan 348201937"] },
});

export const CHINA_AND_NEIGHBOURS: readonly Detector[] = [
  ...[cnResidentId, cnPassport, cnCreditCode],
  ...[hkHkid, twId, twUbn, twPassport],
];

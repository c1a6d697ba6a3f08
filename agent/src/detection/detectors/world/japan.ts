import { isRepeatedDigit } from "../../checks/repeated-digit.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { idDocument, organisation } from "../national/kinds.ts";
import { passport } from "./passport.ts";
import { proven } from "./proven.ts";

const jpMyNumber = identifier({
  id: "jp-my-number",
  provesItself: true,
  entityType: "JP_MY_NUMBER",
  format: "Twelve digits, as 4-4-4; only in context.",
  checksum: "Weights 6 to 2 and 7 to 2, modulo 11.",
  forms: ["999999999999", "9999 9999 9999", "9999-9999-9999"],
  check: proven({
    reason: "check digit",
    holds: (digits) => {
      const rest = weightedSum(digits.slice(0, 11), [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
      return !isRepeatedDigit(digits) && (rest < 2 ? 0 : 11 - rest) === Number(digits[11]);
    },
    grouped: 0.2,
  }),
  contextWords: [
    "my number",
    "mynumber",
    "individual number",
    "マイナンバー",
    "個人番号",
    "my number card",
    "kojin bango",
  ],
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: [
    "Act on the Use of Numbers to Identify a Specific Individual (番号法), ministerial ordinance 85 of 2014, article 5",
  ],
  examples: {
    match: ["マイナンバー: 4820 1937 6510", "My Number 582047193604", '{"myNumber": "482019376510"}'],
    ignore: ["My Number 4820 1937 6511", "482019376510"],
  },
});

const jpCorporate = organisation({
  id: "jp-corporate-number",
  provesItself: true,
  entityType: "JP_CORPORATE_NUMBER",
  format: "Thirteen digits, with a T before them on invoices.",
  checksum: "Weights 1 and 2 modulo 9, from nine, in front.",
  forms: ["9999999999999", "t9999999999999", "9-9999-9999-9999"],
  check: ({ compact }) => {
    const digits = compact.replace(/^T/, "");
    const holds = 9 - (weightedSum(digits.slice(1), [2, 1]) % 9) === Number(digits[0]);
    return holds ? { reasons: ["check digit"], confidence: compact.startsWith("T") ? 0.6 : 0 } : null;
  },
  contextWords: [
    "corporate number",
    "法人番号",
    "登録番号",
    "houjin bangou",
    "invoice registration number",
    "corporation number",
  ],
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["National Tax Agency of Japan, Corporate Number"],
  examples: {
    match: ["法人番号: 9482019376502", "T7582047193605"],
    ignore: ["corporate number 0482019376502", "9482019376502"],
  },
});

const jpPassport = passport({
  id: "jp-passport",
  entityType: "JP_PASSPORT",
  country: /japan|旅券|パスポート/iu,
  format: "Two letters and seven digits; only in context.",
  forms: ["AA9999999"],
  contextWords: ["japanese passport", "旅券番号", "旅券", "パスポート", "パスポート番号"],
  references: ["Passport Act of Japan (旅券法)", "Ministry of Foreign Affairs of Japan"],
  examples: {
    match: ["旅券番号: TK4820193", "Japanese passport MU4820193"],
    ignore: ["TK4820193", "旅券番号: T4820193"],
  },
});

const jpDriverLicense = idDocument({
  id: "jp-driver-license",
  entityType: "JP_DRIVER_LICENSE",
  format: "Twelve digits, the first two of the public safety commission (10–97); only in context.",
  forms: ["999999999999"],
  check: ({ compact }) => (/^[1-9]\d/.test(compact) ? { reasons: ["form of the licence"] } : null),
  contextWords: [
    "運転免許",
    "運転免許証",
    "運転免許証番号",
    "免許証番号",
    "免許証",
    "japanese driver license",
    "japan driver license",
    "unten menkyo",
  ],
  references: ["Road Traffic Act of Japan (道路交通法), enforcement regulations, form 14"],
  examples: {
    match: ["運転免許証番号: 308201937650", "Japanese driver license 308201937650"],
    ignore: ["308201937650", "免許証番号: 3082019376"],
  },
});

const jpResidenceCard = idDocument({
  id: "jp-residence-card",
  entityType: "JP_RESIDENCE_CARD",
  format: "Two letters, eight digits, two letters.",
  forms: ["AA99999999AA"],
  contextWords: ["residence card", "zairyu card", "zairyu", "在留カード", "在留カード番号", "在留"],
  confidence: { bare: 0.2, context: 0.95 },
  references: ["Immigration Services Agency of Japan, Residence card number lookup"],
  examples: {
    match: ["在留カード番号: UH48201937ED", "residence card no. UH48201937ED"],
    ignore: ["residence card UH4820193ED", "XUH48201937EDX"],
  },
});

export const JAPAN: readonly Detector[] = [
  jpMyNumber,
  jpCorporate,
  jpPassport,
  jpDriverLicense,
  jpResidenceCard,
];

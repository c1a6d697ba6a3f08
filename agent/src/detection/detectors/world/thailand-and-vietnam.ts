import { weightedSum } from "../../checks/weighted-sum.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { passport } from "./passport.ts";
import { proven } from "./proven.ts";

const thId = identifier({
  id: "th-national-id",
  provesItself: true,
  entityType: "TH_NATIONAL_ID",
  format: "Thirteen digits, as 9-9999-99999-99-9; the first is not 0 or 9.",
  checksum: "Weights 13 to 2, modulo 11.",
  forms: ["9-9999-99999-99-9", "9999999999999", "9 9999 99999 99 9"],
  check: proven({
    reason: "check digit",
    holds: (digits) =>
      /^[1-8]/.test(digits) &&
      (11 - (weightedSum(digits.slice(0, 12), [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 ===
        Number(digits[12]),
    grouped: 0.9,
  }),
  contextWords: [
    ...[
      "thai id",
      "thai national id",
      "national id",
      "citizen id",
      "id card",
      "tnin",
      "laser id",
      "pid",
      "thai id card",
    ],
    ...["บัตรประชาชน", "เลขบัตรประชาชน", "เลขประจำตัวประชาชน", "national identification number"],
  ],
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["Civil Registration Act B.E. 2534 (Thailand)", "Bureau of Registration Administration"],
  examples: {
    match: ["Thai ID 1-4820-19376-50-9", "3-5820-47193-60-5", "citizen id: 1482019376509"],
    ignore: ["Thai ID 1-4820-19376-50-0", "1482019376509"],
  },
});

const thPassport = passport({
  id: "th-passport",
  entityType: "TH_PASSPORT",
  country: /thai/i,
  format: "One or two letters and seven or six digits; only in context.",
  forms: ["AA9999999", "A999999"],
  contextWords: ["thai passport", "thailand passport", "หนังสือเดินทาง"],
  references: ["Department of Consular Affairs, Thailand"],
  examples: { match: ["Thai passport AB4820193"], ignore: ["AB4820193", "Thai passport AB482019"] },
});

const vnCccd = identifier({
  id: "vn-cccd",
  entityType: "VN_CCCD",
  format: "Twelve digits: province (001–096), century and sex, year of birth, order; only in context.",
  forms: ["999999999999", "999 999 999 999", "9999 9999 9999"],
  check: proven({
    reason: "province",
    holds: (digits) => /^0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d\d/.test(digits),
  }),
  contextWords: [
    ...[
      "cccd",
      "số cccd",
      "so cccd",
      "căn cước công dân",
      "can cuoc cong dan",
      "căn cước",
      "số căn cước",
      "số định danh cá nhân",
    ],
    ...["citizen id", "vietnamese id", "cmnd cccd", "citizen identity card", "vietnam id"],
  ],
  confidence: { bare: 0, context: 0.93, against: 0 },
  references: ["Law on Identification 26/2023/QH15 (Vietnam)", "Circular 59/2021/TT-BCA, article 4"],
  examples: {
    match: ["CCCD: 079182048203", "Số căn cước công dân 001091820471"],
    ignore: ["CCCD: 179182048203", "079182048203"],
  },
});

export const THAILAND_AND_VIETNAM: readonly Detector[] = [thId, thPassport, vnCccd];

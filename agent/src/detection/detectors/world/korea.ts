import { isBirthDate } from "../../checks/calendar-date.ts";
import { koreanBusinessNumber } from "../../checks/korean-business-number.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { idDocument, organisation } from "../national/kinds.ts";
import { passport } from "./passport.ts";
import { proven } from "./proven.ts";

const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5] as const;
const FORMS = ["999999-9999999", "9999999999999", "999999 9999999", "999999 - 9999999"] as const;

/** The seventh digit says century and sex; 5 to 8 are foreigners'. */
function birthDate(digits: string): string | null {
  const kind = Number(digits[6]);
  const century = kind === 9 || kind === 0 ? "18" : [1, 2, 5, 6].includes(kind) ? "19" : "20";
  const date = century + digits.slice(0, 6);
  return isBirthDate(Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6))) ? date : null;
}

/** Since then the last six digits are random. */
const RANDOM_SINCE = "20201001";

const rrnHolds = (digits: string) => {
  const date = birthDate(digits);
  if (date === null || /[5-8]/.test(digits.charAt(6))) return false;
  // The place of birth of those who have a check digit goes up to 96.
  return (
    date >= RANDOM_SINCE ||
    (digits.slice(7, 9) <= "96" &&
      (11 - (weightedSum(digits.slice(0, 12), WEIGHTS) % 11)) % 10 === Number(digits[12]))
  );
};

const krRrn = identifier({
  id: "kr-rrn",
  entityType: "KR_RRN",
  format: "Thirteen digits, as 6-7: date of birth, century and sex, number.",
  checksum: "Weights 2 to 9 and 2 to 5, modulo 11, for those born before October 2020.",
  forms: FORMS,
  check: proven({ reason: "date of birth and check digit", holds: rrnHolds, grouped: 0.85 }),
  contextWords: [
    ...[
      "rrn",
      "resident registration number",
      "korean resident registration number",
      "korean id",
      "jumin",
      "ssn",
    ],
    ...["주민등록번호", "주민번호", "주민", "주민등록"],
  ],
  confidence: { bare: 0.15, context: 0.97, against: 0 },
  references: ["Resident Registration Act (주민등록법), article 7-2 and its enforcement rules, article 2"],
  examples: {
    match: ["RRN: 820419-1482015", "910727-2820474", "주민등록번호: 8204191482015"],
    ignore: ["RRN: 820419-1482010", "RRN 821319-1482017", "820419-14820"],
  },
});

const krFrn = identifier({
  id: "kr-frn",
  provesItself: true,
  entityType: "KR_FRN",
  format: "A foreigner's: thirteen digits, as 6-7; the seventh is 5 to 8.",
  checksum: "As that of residents, and two more, modulo 10.",
  forms: FORMS,
  check: proven({
    reason: "date of birth and check digit",
    holds: (digits) =>
      /[5-8]/.test(digits.charAt(6)) &&
      birthDate(digits) !== null &&
      (13 - (weightedSum(digits.slice(0, 12), WEIGHTS) % 11)) % 10 === Number(digits[12]),
    grouped: 0.85,
  }),
  contextWords: [
    ...[
      "frn",
      "foreigner registration number",
      "foreign registration number",
      "alien registration number",
      "arc",
    ],
    ...["외국인등록번호", "외국인 등록번호", "korean frn", "rrn"],
  ],
  confidence: { bare: 0, context: 0.97, against: 0 },
  references: ["Immigration Act (출입국관리법), article 31 and its enforcement rules"],
  examples: {
    match: ["FRN: 820419-5482018", "910727-6820477"],
    ignore: ["FRN: 820419-5482010", "FRN 821319-5482017"],
  },
});

const krDriverLicense = idDocument({
  id: "kr-driver-license",
  provesItself: true,
  entityType: "KR_DRIVER_LICENSE",
  format: "Twelve digits, as 2-2-6-2; the first two are the region, 11 to 28.",
  forms: ["99-99-999999-99", "999999999999", "99-999999-99"],
  check: ({ compact, value }) =>
    /^(?:1[1-9]|2[0-8])/.test(compact)
      ? { reasons: ["region and form"], confidence: /^\d\d-\d\d-/.test(value) ? 0.5 : 0 }
      : null,
  contextWords: [
    "driver license",
    "driver's license",
    "drivers license",
    "driving licence",
    "korean driver license",
    "운전면허",
    "운전면허번호",
    "면허번호",
  ],
  references: ["Road Traffic Act (도로교통법), enforcement rules, article 77"],
  examples: {
    match: ["운전면허번호: 11-19-482019-37", "Korean driver license 26-04-820471-93"],
    ignore: ["driver license 48-19-482019-37", "11-19-48201-37", "482019-37"],
  },
});

const krPassport = passport({
  id: "kr-passport",
  entityType: "KR_PASSPORT",
  country: /korea|여권|한국/iu,
  format: "M, S, R, O or D and eight digits; newer ones with a letter in the fifth place. Only in context.",
  forms: ["A99999999", "A999A9999"],
  holds: (text) => /^[MSROD]\d{3}[\dA-Z]\d{4}$/.test(text),
  contextWords: ["korean passport", "여권", "여권번호", "여권 번호"],
  references: ["Passport Act (여권법) and its enforcement rules"],
  examples: {
    match: ["여권번호: M482B0193", "Korean passport M48201937"],
    ignore: ["M48201937", "passport Q482B0193"],
  },
});

const krBrn = organisation({
  id: "kr-brn",
  provesItself: true,
  entityType: "KR_BRN",
  format: "A business's: ten digits, as 3-2-5.",
  checksum: "Weights 1-3-7-1-3-7-1-3-5, modulo 10.",
  forms: ["999-99-99999", "9999999999"],
  check: proven({ reason: "check digit", holds: koreanBusinessNumber, grouped: 0.6 }),
  contextWords: [
    "brn",
    "business registration number",
    "사업자등록번호",
    "사업자 등록번호",
    "사업자번호",
    "korean brn",
  ],
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["Value-Added Tax Act (부가가치세법), article 8", "National Tax Service"],
  examples: {
    match: ["사업자등록번호: 482-01-93765", "BRN 582-04-71932"],
    ignore: ["BRN 482-01-93760", "4820193765"],
  },
});

export const KOREA: readonly Detector[] = [krRrn, krFrn, krDriverLicense, krPassport, krBrn];

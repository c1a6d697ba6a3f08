import { isBirthDate } from "../../checks/calendar-date.ts";
import { luhn } from "../../checks/luhn.ts";
import { isRepeatedDigit } from "../../checks/repeated-digit.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { proven, publishedExamples } from "./proven.ts";

const ilId = identifier({
  id: "il-teudat-zehut",
  entityType: "IL_ID",
  format: "Nine digits; only in context.",
  checksum: "Luhn.",
  forms: ["999999999", "99999999-9", "9-9999999-9", "99999999"],
  check: proven({
    reason: "checksum Luhn",
    holds: (digits) => !isRepeatedDigit(digits) && luhn(digits),
    known: publishedExamples("123456782"),
  }),
  contextWords: [
    ...["teudat zehut", "teudat zeut", "israeli id", "israel id", "israeli id number", "mispar zehut", "tz"],
    ...[
      "תעודת זהות",
      "מספר זהות",
      "ת.ז.",
      "ת.ז",
      "ת״ז",
      'ת"ז',
      "מספר תעודת זהות",
      "מס זהות",
      "israeli national id",
    ],
  ],
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["Population Registry Law 1965 (Israel)", "Population and Immigration Authority"],
  examples: {
    match: ["Teudat Zehut: 382019370", "תעודת זהות: 058204710", "Israeli ID 482019379"],
    ignore: ["Israeli ID 382019371", "382019370"],
  },
});

const aeId = identifier({
  id: "ae-emirates-id",
  entityType: "AE_EMIRATES_ID",
  format: "784, the year of birth, seven digits and a check digit; as 3-4-7-1.",
  checksum: "Luhn, which newer numbers do not all hold.",
  forms: ["784-9999-9999999-9", "784999999999999", "784 9999 9999999 9"],
  check: ({ compact, value }) => {
    if (!/^784(?:19|20)/.test(compact)) return null;
    const checked = luhn(compact);
    const grouped = value !== compact;
    return {
      reasons: [checked ? "country, year and checksum Luhn" : "country and year"],
      confidence: grouped ? (checked ? 0.95 : 0.6) : checked ? 0.7 : 0,
    };
  },
  contextWords: [
    "emirates id",
    "emirates identity",
    "eid",
    "uae id",
    "idn",
    "emirates id number",
    "الهوية",
    "رقم الهوية",
    "الهوية الإماراتية",
  ],
  confidence: { bare: 0.7, context: 0.97 },
  references: ["Federal Authority for Identity, Citizenship, Customs and Port Security (UAE), Emirates ID"],
  examples: {
    match: ["Emirates ID: 784-1982-4820193-7", "784-1991-5820471-1", "784198248201935"],
    ignore: ["785-1982-4820193-7", "784-1782-4820193-7", "784198248201930"],
  },
});

const saId = identifier({
  id: "sa-national-id",
  entityType: "SA_NATIONAL_ID",
  format: "Ten digits from 1 (citizens) or 2 (residents); only in context.",
  checksum: "Luhn.",
  forms: ["9999999999"],
  check: proven({ reason: "checksum Luhn", holds: (digits) => /^[12]/.test(digits) && luhn(digits) }),
  contextWords: [
    ...[
      "saudi id",
      "saudi national id",
      "iqama",
      "iqama number",
      "iqama no",
      "absher",
      "ksa id",
      "national id",
      "saudi iqama",
    ],
    ...["رقم الهوية", "الهوية الوطنية", "رقم الهوية الوطنية", "الإقامة", "رقم الإقامة", "إقامة"],
  ],
  confidence: { bare: 0, context: 0.93, against: 0 },
  references: ["Ministry of Interior of Saudi Arabia, national ID and iqama"],
  examples: {
    match: ["Iqama No: 2482019375", "Saudi national ID 1582047195"],
    ignore: ["Iqama 2482019370", "2482019375", "Iqama 348201937"],
  },
});

const egId = identifier({
  id: "eg-national-id",
  entityType: "EG_NATIONAL_ID",
  format: "Fourteen digits: century (2 or 3), date of birth, governorate, order and check.",
  forms: ["99999999999999", "9 999999 99 99999", "9-999999-99-99999"],
  check: proven({
    reason: "date of birth and governorate",
    holds: (digits) =>
      /^[23].{6}(?:0[1-4]|1[1-9]|2[1-9]|3[1-5]|88)/.test(digits) &&
      isBirthDate(
        (digits.startsWith("2") ? 1900 : 2000) + Number(digits.slice(1, 3)),
        Number(digits.slice(3, 5)),
        Number(digits.slice(5, 7)),
      ),
  }),
  contextWords: [
    "egyptian id",
    "egypt id",
    "egyptian national id",
    "national id",
    "national id number",
    "الرقم القومي",
    "رقم قومي",
    "بطاقة",
  ],
  confidence: { bare: 0.25, context: 0.95, against: 0 },
  references: ["Civil Status Law 143/1994 (Egypt)"],
  examples: {
    match: ["الرقم القومي: 28204190148201", "Egyptian National ID 30507122148203"],
    ignore: ["national id 28213190148201", "48204190148201"],
  },
});

export const NEAR_EAST: readonly Detector[] = [ilId, aeId, saId, egId];

import { isShortBirthDate } from "../../checks/calendar-date.ts";
import { luhn } from "../../checks/luhn.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { passport } from "./passport.ts";
import { proven } from "./proven.ts";

/** Date of birth as YYMMDD or DDMMYY. */
const bornYmd = (text: string) =>
  isShortBirthDate(Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4, 6)));

const myNric = identifier({
  id: "my-nric",
  provesItself: true,
  entityType: "MY_NRIC",
  format: "MyKad: date of birth, place of birth, four digits; as 6-2-4.",
  forms: ["999999-99-9999", "999999 99 9999", "999999999999"],
  check: proven({
    reason: "date and place of birth",
    holds: (digits) => bornYmd(digits) && !/^.{6}(?:00|1[7-9]|20|69|70|73|80|81|9[4-7])/.test(digits),
    grouped: 0.75,
  }),
  contextWords: [
    ...[
      "nric",
      "nric no",
      "mykad",
      "my kad",
      "ic",
      "ic no",
      "ic number",
      "no ic",
      "kad pengenalan",
      "no kad pengenalan",
    ],
    ...["malaysian ic", "no kp", "nombor kad pengenalan", "identity card", "mykid"],
  ],
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: [
    "National Registration Act 1959 (Malaysia)",
    "Jabatan Pendaftaran Negara, place of birth codes",
  ],
  examples: {
    match: ["MyKad 820419-14-5283", "No. Kad Pengenalan: 910727105284", "820419-08-5283"],
    ignore: ["MyKad 821319-14-5283", "NRIC 820419-00-5283", "910727105284"],
  },
});

const myPassport = passport({
  id: "my-passport",
  entityType: "MY_PASSPORT",
  country: /malaysia|\bpasport/i,
  format: "A, H or K and eight digits; only beside Malaysia's name or words.",
  forms: ["a99999999", "h99999999", "k99999999"],
  contextWords: ["malaysian passport", "malaysia passport", "pasport", "no pasport", "nombor pasport"],
  references: ["Passports Act 1966 (Malaysia)", "Jabatan Imigresen Malaysia"],
  examples: {
    match: ["Malaysian passport A48201937", "No. Pasport: H48201937"],
    ignore: ["A48201937", "pasport B48201937"],
  },
});

const idNik = identifier({
  id: "id-nik",
  entityType: "ID_NIK",
  format: "Sixteen digits: place, date of birth (day plus 40 for women), order; only in context.",
  forms: ["9999999999999999", "9999 9999 9999 9999"],
  check: proven({
    reason: "province and date of birth",
    holds: (digits) => {
      const day = Number(digits.slice(6, 8));
      return (
        /^(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])/.test(digits) &&
        isShortBirthDate(Number(digits.slice(10, 12)), Number(digits.slice(8, 10)), day > 40 ? day - 40 : day)
      );
    },
  }),
  contextWords: [
    "nik",
    "no nik",
    "nomor nik",
    "ktp",
    "no ktp",
    "nomor ktp",
    "e-ktp",
    "nomor induk kependudukan",
    "npwp",
    "indonesian id",
  ],
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["Law 24/2013 on population administration (Indonesia)", "Permendagri 137/2017, region codes"],
  examples: {
    match: ["NIK: 3174054904820003", "No. KTP 3275011907910012"],
    ignore: ["NIK: 3174057904820003", "3174054904820003", "NIK 0174054904820003"],
  },
});

const idNpwp = identifier({
  id: "id-npwp",
  provesItself: true,
  entityType: "ID_NPWP",
  format: "Fifteen digits, as 99.999.999.9-999.999.",
  checksum: "Luhn over the first nine.",
  forms: ["99.999.999.9-999.999", "999999999999999", "99.999.999.9-999-999"],
  check: proven({
    reason: "checksum Luhn",
    holds: (digits) => digits.slice(0, 9) !== "000000000" && luhn(digits.slice(0, 9)),
    grouped: 0.9,
  }),
  contextWords: [
    "npwp",
    "no npwp",
    "nomor npwp",
    "nomor pokok wajib pajak",
    "indonesian tax id",
    "wajib pajak",
  ],
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["Direktorat Jenderal Pajak, PER-04/PJ/2020"],
  examples: {
    match: ["NPWP 48.201.937.9-412.000", "58.204.719.7-013.000", "npwp: 482019379412000"],
    ignore: ["NPWP 48.201.937.0-412.000", "482019379412000"],
  },
});

export const MALAYSIA_AND_INDONESIA: readonly Detector[] = [myNric, myPassport, idNik, idNpwp];

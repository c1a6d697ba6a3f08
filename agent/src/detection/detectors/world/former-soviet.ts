import { isShortBirthDate } from "../../checks/calendar-date.ts";
import { isRepeatedDigit } from "../../checks/repeated-digit.ts";
import { kazakhIin } from "../../checks/kazakh-iin.ts";
import { russianInn } from "../../checks/russian-inn.ts";
import { russianSnils } from "../../checks/russian-snils.ts";
import { ukrainianRntrc } from "../../checks/ukrainian-rntrc.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { idDocument, organisation } from "../national/kinds.ts";
import { passport } from "./passport.ts";
import { proven } from "./proven.ts";

const ruInn = identifier({
  id: "ru-inn",
  entityType: "RU_INN",
  format: "Twelve digits for persons, ten for organisations (those only in context).",
  checksum: "One or two check digits modulo 11.",
  forms: ["999999999999", "9999999999", "9999999999/999999999"],
  check: ({ compact }) => {
    // Behind a slash stands the code of the tax office (КПП).
    const digits = compact.length > 12 ? compact.slice(0, 10) : compact;
    if (digits.startsWith("00") || isRepeatedDigit(digits) || !russianInn(digits)) return null;
    return digits.length === 12
      ? { reasons: ["two check digits"], confidence: 0.25 }
      : { reasons: ["check digit"], confidence: 0, severity: "low", length: 10 };
  },
  contextWords: [
    "инн",
    "inn",
    "номер инн",
    "идентификационный номер налогоплательщика",
    "inn number",
    "russian tax id",
  ],
  confidence: { bare: 0.25, context: 0.96, against: 0 },
  references: ["Tax Code of the Russian Federation, article 84", "FTS order ЕД-7-14/559"],
  examples: {
    match: ["ИНН 482019376500", "INN: 7714820192"],
    ignore: ["ИНН 482019376501", "7714820192", "7714820190"],
  },
});

const ruSnils = identifier({
  id: "ru-snils",
  entityType: "RU_SNILS",
  format: "Eleven digits, as 999-999-999 99.",
  checksum: "Weights 9 to 1, modulo 101.",
  forms: ["999-999-999 99", "999-999-999-99", "99999999999", "999 999 999 99"],
  check: proven({ reason: "checksum modulo 101", holds: russianSnils, grouped: 0.9 }),
  contextWords: ["снилс", "snils", "номер снилс", "страховой номер", "пфр", "snils number"],
  confidence: { bare: 0.1, context: 0.97, against: 0 },
  references: ["Federal Law 27-ФЗ of 1996 (Russia)", "Pension Fund decree 792п"],
  examples: {
    match: ["СНИЛС 148-201-937 52", "158-204-719 64", "snils: 14820193752"],
    ignore: ["СНИЛС 148-201-937 00", "148-201-937 01"],
  },
});

const ruPassport = idDocument({
  id: "ru-passport",
  entityType: "RU_PASSPORT",
  format: "Ten digits: the series as 99 99, the number; nine on foreign ones. Only in context.",
  forms: [
    "99 99 999999",
    "9999 999999",
    "9999999999",
    "99 9999999",
    "9999 № 999999",
    "9999 номер 999999",
    "99 99 номер 999999",
    "99 99 № 999999",
    "9999-999999",
  ],
  contextWords: [
    ...[
      "паспорт",
      "серия",
      "паспорт серия",
      "паспорт рф",
      "номер паспорта",
      "паспортные данные",
      "серия и номер",
      "паспорта",
    ],
    ...["russian passport", "passport rf", "pasport", "паспорт гражданина рф", "загранпаспорт"],
  ],
  confidence: { bare: 0, context: 0.93, against: 0 },
  references: ["Decree 828 of 1997 and 2267 of 2023 of the Government of Russia"],
  examples: {
    match: ["Паспорт: 45 04 482019", "паспорт серия 4510 № 820193", "Russian passport 4512 482019"],
    ignore: ["45 04 482019", "паспорт 45 04 48201"],
  },
});

const ruDriverLicense = idDocument({
  id: "ru-driver-license",
  entityType: "RU_DRIVER_LICENSE",
  format: "Ten digits as 99 99 999999, or with two letters for the second pair; only in context.",
  forms: ["99 99 999999", "9999 999999", "9999999999"],
  contextWords: [
    "водительское удостоверение",
    "водительского удостоверения",
    "ву",
    "права",
    "russian driver license",
    "номер ву",
  ],
  references: ["Order 267 of 2023 of the Ministry of Internal Affairs of Russia"],
  examples: {
    match: ["Водительское удостоверение: 77 14 482019"],
    ignore: ["77 14 482019", "удостоверение 77 14 48201"],
  },
});

const ruOgrn = organisation({
  id: "ru-ogrn",
  entityType: "RU_OGRN",
  format: "Thirteen digits, fifteen for sole traders; only in context.",
  checksum: "The number before the last digit modulo 11 or 13, last digit of the rest.",
  forms: ["9999999999999", "999999999999999"],
  check: proven({
    reason: "check digit",
    holds: (digits) => {
      const body = digits.slice(0, -1);
      return (
        (Number(body) % (digits.length === 13 ? 11 : 13)) % 10 === Number(digits.at(-1)) &&
        /^[1-9]/.test(digits)
      );
    },
  }),
  contextWords: ["огрн", "огрнип", "ogrn", "ogrnip", "егрюл"],
  references: ["Federal Law 129-ФЗ of 2001 (Russia)", "Order 165н of the Ministry of Finance"],
  examples: {
    match: ["ОГРН 1027700482017", "огрнип: 304770048201939"],
    ignore: ["ОГРН 1027700482010", "1027700482017"],
  },
});

const uaRntrc = identifier({
  id: "ua-rntrc",
  entityType: "UA_RNTRC",
  format: "РНОКПП (ІПН): ten digits, the first five count the days since 1899; only in context.",
  checksum: "Weights −1, 5, 7, 9, 4, 6, 10, 5, 7, modulo 11.",
  forms: ["9999999999"],
  check: proven({ reason: "check digit", holds: ukrainianRntrc }),
  contextWords: [
    "рнокпп",
    "іпн",
    "ипн",
    "rnokpp",
    "rntrc",
    "ідентифікаційний код",
    "ідентифікаційний номер",
    "номер платника податків",
    "ukrainian tax number",
    "инн",
  ],
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["Tax Code of Ukraine, article 70", "Order 822 of 2017 of the Ministry of Finance of Ukraine"],
  examples: { match: ["РНОКПП: 3019820190", "ІПН 3358220470"], ignore: ["РНОКПП 3019820191", "3019820190"] },
});

const uaPassport = passport({
  id: "ua-passport",
  entityType: "UA_PASSPORT",
  country: /ukrain|україн/iu,
  format: "Two letters and six digits, or nine digits on the card; only beside Ukraine's words.",
  forms: ["AA999999", "AA 999999", "999999999"],
  contextWords: [
    "паспорт україни",
    "паспорт громадянина україни",
    "номер паспорта",
    "ukrainian passport",
    "паспорт серія",
    "id-картка",
  ],
  confidence: { bare: 0, context: 0.7, against: 0 },
  references: ["Law of Ukraine 5492-VI on the demographic register"],
  examples: {
    match: ["Ukrainian passport FE482019", "паспорт громадянина України 004820193"],
    ignore: ["FE482019", "004820193"],
  },
});

const kzIin = identifier({
  id: "kz-iin",
  entityType: "KZ_IIN",
  format: "Twelve digits: date of birth, century and sex (1–6), order, check.",
  checksum: "Weights 1 to 11 modulo 11; a second round where ten is left.",
  forms: ["999999999999", "999999 999999"],
  check: proven({
    reason: "date of birth and check digit",
    holds: (digits) =>
      /^\d{6}[1-6]/.test(digits) &&
      isShortBirthDate(Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4, 6))) &&
      kazakhIin(digits),
  }),
  contextWords: [
    "иин",
    "жсн",
    "iin",
    "номер иин",
    "individual identification number",
    "kazakh id",
    "kazakhstan iin",
  ],
  confidence: { bare: 0.2, context: 0.97, against: 0 },
  references: ["Law 223 of 2007 on national registers of identification numbers (Kazakhstan)"],
  examples: {
    match: ["ИИН 820419304824", "IIN: 910727405822"],
    ignore: ["ИИН 820419304820", "ИИН 821319304821"],
  },
});

export const FORMER_SOVIET: readonly Detector[] = [
  ...[ruInn, ruSnils, ruPassport, ruDriverLicense, ruOgrn, uaRntrc, uaPassport, kzIin],
];

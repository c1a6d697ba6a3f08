import { isRepeatedDigit } from "../../checks/repeated-digit.ts";
import { turkishIdentity } from "../../checks/turkish-identity.ts";
import { turkishTaxNumber } from "../../checks/turkish-tax-number.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { passport } from "./passport.ts";
import { proven, publishedExamples } from "./proven.ts";

const trTckn = identifier({
  id: "tr-tckn",
  entityType: "TR_TCKN",
  format: "Eleven digits, the first not 0.",
  checksum: "The tenth and eleventh digit check the ones before them.",
  forms: ["99999999999", "999 999 999 99", "999 99 99 99 99"],
  check: proven({
    reason: "two check digits",
    holds: (digits) => !isRepeatedDigit(digits.slice(0, 9)) && turkishIdentity(digits),
    known: publishedExamples("10000000146", "12345678950"),
  }),
  contextWords: [
    ...[
      "tckn",
      "tc kimlik",
      "tc kimlik no",
      "t.c. kimlik no",
      "tc no",
      "kimlik no",
      "kimlik numarası",
      "tc kimlik numarası",
    ],
    ...[
      "kimlik numarasi",
      "turkish id",
      "turkish national id",
      "turkish identification number",
      "vatandaşlık no",
      "tcno",
    ],
    ...["tckimlikno", "kimlik", "nüfus cüzdanı", "tc"],
  ],
  confidence: { bare: 0.35, context: 0.97, against: 0.1 },
  references: ["Nüfus Hizmetleri Kanunu 5490 (Turkey)", "Nüfus ve Vatandaşlık İşleri Genel Müdürlüğü"],
  examples: {
    match: ["TC Kimlik No: 48201937688", "TCKN 58204719310", "T.C. kimlik numarası 38201937610"],
    ignore: ["TCKN 48201937600", "TCKN 08201937651", "TCKN 11111111110"],
  },
});

const trVkn = identifier({
  id: "tr-vkn",
  entityType: "TR_VKN",
  rule: "pii.organisation.number",
  format: "Ten digits; only in context.",
  checksum: "Powers of two modulo 9, modulo 10.",
  forms: ["9999999999"],
  check: proven({
    reason: "check digit",
    holds: (digits) => !isRepeatedDigit(digits) && turkishTaxNumber(digits),
  }),
  contextWords: [
    "vkn",
    "vergi no",
    "vergi kimlik no",
    "vergi numarası",
    "vergi kimlik numarası",
    "vergi numarasi",
    "vergi dairesi",
    "turkish tax number",
  ],
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["Vergi Usul Kanunu 213 (Turkey), article 8", "Gelir İdaresi Başkanlığı"],
  examples: {
    match: ["VKN: 4820193760", "Vergi Kimlik No 5820471931"],
    ignore: ["VKN 4820193761", "4820193760"],
  },
});

const trPassport = passport({
  id: "tr-passport",
  entityType: "TR_PASSPORT",
  country: /turk|türk|t\.c\.|pasaport/iu,
  format: "A letter and eight digits; only in context.",
  forms: ["A99999999"],
  contextWords: ["pasaport", "pasaport no", "pasaport numarası", "turkish passport"],
  references: ["Pasaport Kanunu 5682 (Turkey)"],
  examples: {
    match: ["Pasaport No: U48201937", "Turkish passport S48201937"],
    ignore: ["U48201937", "pasaport UA4820193"],
  },
});

export const TURKEY: readonly Detector[] = [trTckn, trVkn, trPassport];

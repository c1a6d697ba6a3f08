import type { EntityType } from "@dataguardian/shared/catalog";
import type { Detector } from "../../detector.ts";
import { PASSPORT_WORDS } from "./european-words.ts";
import { idDocument } from "./kinds.ts";

interface Country {
  code: string;
  entityType: EntityType;
  adjectives: readonly string[];
  format: string;
  forms: readonly string[];
  words: readonly string[];
  /** Words of a neighbour whose language has the same word for a passport. */
  against?: readonly string[];
  example: string;
}

const COUNTRIES: readonly Country[] = [
  {
    code: "pl",
    entityType: "PL_PASSPORT",
    adjectives: ["polish", "poland"],
    format: "Two letters and seven digits",
    forms: ["AA9999999", "AA 9999999"],
    words: ["paszport", "paszportu", "numer paszportu", "nr paszportu", "seria i numer paszportu"],
    example: "numer paszportu: EK4829173",
  },
  {
    code: "se",
    entityType: "SE_PASSPORT",
    adjectives: ["swedish", "sweden"],
    format: "Eight digits, or two letters and six digits",
    forms: ["99999999", "AA999999"],
    words: ["passnummer", "pass nr", "passnr", "pass nummer", "svenskt pass"],
    against: ["norsk pass"],
    example: "svenskt pass: 94829173",
  },
  {
    code: "fi",
    entityType: "FI_PASSPORT",
    adjectives: ["finnish", "finland"],
    format: "Two letters and seven digits",
    forms: ["AA9999999"],
    words: ["passi", "passin numero", "passinumero", "passin nro"],
    example: "passin numero: XP4829173",
  },
  {
    code: "dk",
    entityType: "DK_PASSPORT",
    adjectives: ["danish", "denmark"],
    format: "Nine digits",
    forms: ["999999999"],
    words: ["pasnummer", "pas nr", "pasnr", "dansk pas"],
    example: "pasnummer: 204829173",
  },
  {
    code: "no",
    entityType: "NO_PASSPORT",
    adjectives: ["norwegian", "norway"],
    format: "Eight digits, or three letters and five digits",
    forms: ["99999999", "AAA99999"],
    words: ["passnummer", "passnr", "pass nr", "norsk pass"],
    against: ["svenskt pass"],
    example: "norsk pass CHA48291",
  },
  {
    code: "is",
    entityType: "IS_PASSPORT",
    adjectives: ["icelandic", "iceland"],
    format: "A letter and seven digits",
    forms: ["A9999999"],
    words: ["vegabréf", "vegabref", "vegabréfsnúmer", "númer vegabréfs"],
    example: "vegabréfsnúmer: A4829173",
  },
  {
    code: "ch",
    entityType: "CH_PASSPORT",
    adjectives: ["swiss", "switzerland", "schweizer"],
    format: "A letter and seven digits, or nine letters and digits",
    forms: ["A9999999", "A9XX9999X"],
    words: [
      "passnummer",
      "reisepass",
      "passeport",
      "passaporto",
      "pass nr",
      "schweizerpass",
      "schweizer pass",
      "schweizer pass nr",
    ],
    example: "Schweizer Pass Nr. X4829173",
  },
  {
    code: "at",
    entityType: "AT_PASSPORT",
    adjectives: ["austrian", "austria", "österreichischer"],
    format: "One or two letters and seven digits",
    forms: ["A9999999", "A 9999999", "AA9999999", "AA999999"],
    words: ["reisepass", "reisepassnummer", "passnummer", "reisepass nr", "pass nr"],
    against: ["schweizer pass nr", "schweizer pass", "swiss passport"],
    example: "Reisepassnummer: P 4829173",
  },
  {
    code: "cz",
    entityType: "CZ_PASSPORT",
    adjectives: ["czech", "czechia"],
    format: "Eight digits",
    forms: ["99999999"],
    words: ["cestovní pas", "cestovni pas", "číslo pasu", "cislo pasu", "pas č", "cestovního pasu"],
    example: "číslo pasu: 48291730",
  },
  {
    code: "sk",
    entityType: "SK_PASSPORT",
    adjectives: ["slovak", "slovakia"],
    format: "One or two letters and seven digits",
    forms: ["A9999999", "AA9999999"],
    words: ["cestovný pas", "cestovny pas", "číslo pasu", "cestovného pasu"],
    example: "cestovný pas: BC4829173",
  },
  {
    code: "hu",
    entityType: "HU_PASSPORT",
    adjectives: ["hungarian", "hungary"],
    format: "Two letters and six or seven digits",
    forms: ["AA999999", "AA9999999"],
    words: ["útlevél", "utlevel", "útlevélszám", "utlevelszam", "útlevél szám", "útlevél száma"],
    example: "útlevélszám: BK4829173",
  },
  {
    code: "ro",
    entityType: "RO_PASSPORT",
    adjectives: ["romanian", "romania"],
    format: "Eight or nine digits",
    forms: ["99999999", "999999999"],
    words: [
      "pașaport",
      "pasaport",
      "numărul pașaportului",
      "numarul pasaportului",
      "pașaportului",
      "nr pașaport",
    ],
    example: "pașaport nr. 048291730",
  },
  {
    code: "bg",
    entityType: "BG_PASSPORT",
    adjectives: ["bulgarian", "bulgaria"],
    format: "Nine digits, or two letters and seven digits",
    forms: ["999999999", "AA9999999"],
    words: ["паспорт", "номер на паспорт", "паспорт №", "задграничен паспорт"],
    example: "паспорт № 384829173",
  },
  {
    code: "hr",
    entityType: "HR_PASSPORT",
    adjectives: ["croatian", "croatia"],
    format: "Nine digits",
    forms: ["999999999"],
    words: ["putovnica", "putovnice", "broj putovnice"],
    example: "broj putovnice: 004829173",
  },
  {
    code: "si",
    entityType: "SI_PASSPORT",
    adjectives: ["slovenian", "slovenia"],
    format: "Two letters and seven digits",
    forms: ["AA9999999"],
    words: ["potni list", "številka potnega lista", "potnega lista", "stevilka potnega lista"],
    example: "potni list: PB4829173",
  },
  {
    code: "ee",
    entityType: "EE_PASSPORT",
    adjectives: ["estonian", "estonia"],
    format: "One or two letters and seven digits",
    forms: ["A9999999", "AA9999999", "AA999999"],
    words: ["passi number", "eesti pass", "passinumber", "reisidokument"],
    example: "passi number: KE4829173",
  },
  {
    code: "lt",
    entityType: "LT_PASSPORT",
    adjectives: ["lithuanian", "lithuania"],
    format: "Eight digits",
    forms: ["99999999"],
    words: ["pasas", "paso numeris", "paso nr"],
    example: "paso numeris: 24829173",
  },
  {
    code: "lv",
    entityType: "LV_PASSPORT",
    adjectives: ["latvian", "latvia"],
    format: "Two letters and seven digits",
    forms: ["AA9999999"],
    words: ["pases numurs", "pases nr", "latvijas pase"],
    example: "pases numurs: LV4829173",
  },
  {
    code: "gr",
    entityType: "GR_PASSPORT",
    adjectives: ["greek", "greece", "hellenic"],
    format: "Two letters and seven digits",
    forms: ["AA9999999", "AA 9999999"],
    words: ["διαβατήριο", "διαβατηριο", "αριθμός διαβατηρίου", "αρ διαβατηρίου", "διαβατηρίου"],
    example: "αριθμός διαβατηρίου: AE4829173",
  },
  {
    code: "cy",
    entityType: "CY_PASSPORT",
    adjectives: ["cypriot", "cyprus"],
    format: "A letter and six to eight digits",
    forms: ["A9{6,8}"],
    words: ["κυπριακό διαβατήριο", "αριθμός διαβατηρίου", "kıbrıs pasaport"],
    example: "Cypriot passport K00482917",
  },
  {
    code: "mt",
    entityType: "MT_PASSPORT",
    adjectives: ["maltese", "malta"],
    format: "Seven digits",
    forms: ["9999999"],
    words: ["passaport", "numru tal passaport", "passaport malti"],
    example: "numru tal-passaport: 1482917",
  },
];

const numberIn = (example: string) => /[A-Z]{0,3} ?\d+$/.exec(example)?.[0].trim() ?? "";

const SHAPES = [
  "A9{6,9}",
  "AA9{6,7}",
  "AAA999999",
  "9{8,9}",
  "AA999AA99",
  "99AA99999",
  "A99AA9999",
  "AA 9999999",
];

/** Passport numbers have no public check digit outside the machine-readable zone, so that a word must name them. */
export const PASSPORT_DETECTORS: readonly Detector[] = [
  ...COUNTRIES.map(({ code, entityType, adjectives, format, forms, words, against = [], example }) =>
    idDocument({
      id: `${code}-passport`,
      entityType,
      format: `${format}.`,
      forms,
      contextWords: [
        ...words,
        ...adjectives.flatMap((one) => [`${one} passport`, `${one} passport number`, `${one} passport no`]),
      ],
      againstWords: against,
      references: [
        "Council Regulation (EC) No 2252/2004",
        `https://www.consilium.europa.eu/prado/en/search-by-document-country.html?country=${code}`,
      ],
      examples: {
        match: [example, `${adjectives[0]} passport: ${numberIn(example)}`],
        ignore: [`${example}55555`, numberIn(example)],
      },
    }),
  ),
  idDocument({
    id: "eu-passport",
    entityType: "EU_PASSPORT",
    format: "Up to three letters and six to nine digits, the country of issue not named.",
    forms: SHAPES,
    contextWords: PASSPORT_WORDS,
    confidence: { bare: 0, context: 0.75, against: 0 },
    references: ["ICAO Doc 9303 part 4, 4.2.2", "Council Regulation (EC) No 2252/2004"],
    examples: {
      match: ["Passport number: XK4829173", "passport no. 482917304"],
      ignore: ["XK4829173", "passport 48291"],
    },
  }),
];

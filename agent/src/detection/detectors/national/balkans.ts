import { jmbgRegion } from "../../checks/jmbg.ts";
import { mod11Of10 } from "../../checks/mod11-10.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";
import type { Candidate } from "../../candidate.ts";
import { identifier } from "../../define.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { isClockReading } from "../../checks/clock-reading.ts";
import { checked, checkedInContext } from "./checked.ts";
import { COMPANY_WORDS, PERSONAL_ID_WORDS, TAX_ID_WORDS, VAT_WORDS } from "./european-words.ts";
import { idDocument, organisation } from "./kinds.ts";

/** Slovenia's share of the regions. */
const isSlovenian = (region: number) => region >= 50 && region <= 59;

const jmbgOf =
  (wanted: (region: number) => boolean) =>
  ({ compact }: Candidate): Verdict | null => {
    const region = jmbgRegion(compact);
    if (region === null || !wanted(region)) return null;
    const reasons = ["date of birth, region and check digit"];
    return isClockReading(compact) ? { reasons, confidence: 0.2 } : { reasons };
  };

/** Slovenian tax number: weights 8 to 2 modulo 11; no number leaves ten's remainder of zero. */
export function slovenianTaxNumber(digits: string): boolean {
  if (!/^[1-9]\d{7}$/.test(digits)) return false;
  const rest = 11 - (weightedSum(digits.slice(0, 7), [8, 7, 6, 5, 4, 3, 2]) % 11);
  return rest < 11 && rest % 10 === Number(digits[7]);
}

const JMBG_WORDS = [
  ...[
    "jmbg",
    "јмбг",
    "jedinstveni matični broj",
    "jedinstveni maticni broj",
    "jedinstveni matični broj građana",
    "matični broj",
  ],
  ...[
    "maticni broj",
    "matični broj građana",
    "единствен матичен број",
    "матичен број",
    "ембг",
    "embg",
    "матични број",
    "unique master citizen number",
    "umcn",
  ],
  ...PERSONAL_ID_WORDS,
];

export const BALKAN_DETECTORS: readonly Detector[] = [
  identifier({
    id: "hr-oib",
    entityType: "HR_OIB",
    format: "Eleven digits.",
    checksum: "ISO 7064 MOD 11,10.",
    forms: ["99999999999"],
    check: checked("ISO 7064 MOD 11,10", mod11Of10),
    contextWords: [
      ...[
        "oib",
        "osobni identifikacijski broj",
        "osobnog identifikacijskog broja",
        "osobni broj",
        "porezni broj",
        "porezni id",
      ],
      ...["croatian personal identification number", ...PERSONAL_ID_WORDS, ...TAX_ID_WORDS],
    ],
    confidence: { bare: 0.25, context: 0.96, against: 0.1 },
    references: ["Zakon o osobnom identifikacijskom broju (NN 60/08)"],
    examples: {
      match: ["OIB: 48291730659", "osobni identifikacijski broj 17392048163"],
      ignore: ["OIB 48291730650", "OIB 482917306591"],
    },
  }),
  idDocument({
    id: "hr-identity-card",
    entityType: "HR_OI",
    format: "Nine digits.",
    forms: ["999999999"],
    contextWords: [
      "osobna iskaznica",
      "osobne iskaznice",
      "broj osobne iskaznice",
      "osobnu iskaznicu",
      "croatian id card",
    ],
    references: ["Zakon o osobnoj iskaznici (NN 62/15)"],
    examples: {
      match: ["broj osobne iskaznice: 114829173", "osobna iskaznica 103918204"],
      ignore: ["114829173", "osobna iskaznica 1148291735"],
    },
  }),
  identifier({
    id: "si-emso",
    entityType: "SI_EMSO",
    format: "Thirteen digits: date of birth as DDMMYYY, region 50 to 59, order, a check digit.",
    checksum: "Weights 7-6-5-4-3-2 twice modulo 11, and a date of birth.",
    forms: ["9999999999999"],
    check: jmbgOf(isSlovenian),
    contextWords: [
      "emšo",
      "emso",
      "enotna matična številka občana",
      "enotna maticna stevilka",
      "matična številka",
      "edinstvena številka glavnega državljana",
      ...PERSONAL_ID_WORDS,
    ],
    confidence: { bare: 0.75, context: 0.98, against: 0.3 },
    references: ["Zakon o centralnem registru prebivalstva", "Pravilnik o EMŠO"],
    examples: {
      match: ["EMŠO: 1407985501234", "0304992504829"],
      ignore: ["EMŠO 1407985501230", "EMŠO 1413985501234"],
    },
  }),
  identifier({
    id: "rs-jmbg",
    entityType: "RS_JMBG",
    format:
      "Thirteen digits: date of birth as DDMMYYY, region, order, a check digit; Serbia and its neighbours.",
    checksum: "Weights 7-6-5-4-3-2 twice modulo 11, and a date of birth.",
    forms: ["9999999999999"],
    check: jmbgOf((region) => region > 0 && !isSlovenian(region)),
    contextWords: JMBG_WORDS,
    confidence: { bare: 0.55, context: 0.98, against: 0.2 },
    references: ["Zakon o jedinstvenom matičnom broju građana (Sl. glasnik RS 24/2018)"],
    examples: { match: ["JMBG: 1407985711239", "ЈМБГ 2201966802319"], ignore: ["JMBG 1407985711230"] },
  }),
  identifier({
    id: "si-tax-number",
    entityType: "SI_DAVCNA",
    format: "Eight digits.",
    checksum: "Weights 8 to 2 modulo 11.",
    forms: ["99999999"],
    check: checkedInContext("check digit", slovenianTaxNumber),
    contextWords: [
      "davčna številka",
      "davcna stevilka",
      "davčna št",
      "davčna",
      "davčni zavezanec",
      "id za ddv",
      "identifikacijska številka za ddv",
      ...TAX_ID_WORDS,
    ],
    confidence: { bare: 0, context: 0.95, against: 0 },
    references: ["Zakon o finančni upravi (ZFU)", "https://www.fu.gov.si"],
    examples: {
      match: ["Davčna številka: 48291803", "davcna_stevilka=17392047"],
      ignore: ["Davčna številka 48291730", "17392047"],
    },
  }),
  idDocument({
    id: "si-identity-card",
    entityType: "SI_OI",
    format: "Two letters and seven digits, or nine digits.",
    forms: ["AA9999999", "999999999"],
    contextWords: ["osebna izkaznica", "osebne izkaznice", "številka osebne izkaznice", "slovenian id card"],
    references: ["Zakon o osebni izkaznici (ZOIzk-1)"],
    examples: {
      match: ["osebna izkaznica: IE4829173", "številka osebne izkaznice 004829173"],
      ignore: ["IE4829173", "osebna izkaznica IE48291735"],
    },
  }),
  organisation({
    id: "rs-pib",
    entityType: "RS_PIB",
    format: "Nine digits.",
    checksum: "ISO 7064 MOD 11,10.",
    forms: ["999999999"],
    check: checkedInContext("ISO 7064 MOD 11,10", mod11Of10),
    contextWords: [
      "pib",
      "пиб",
      "poreski identifikacioni broj",
      "poreski broj",
      "serbian tax id",
      ...VAT_WORDS,
      ...COMPANY_WORDS,
    ],
    confidence: { bare: 0, context: 0.9, against: 0 },
    references: ["Zakon o poreskom postupku i poreskoj administraciji, čl. 26"],
    examples: { match: ["PIB: 101482919", "ПИБ 107392048"], ignore: ["PIB 101482910", "101482919"] },
  }),
];

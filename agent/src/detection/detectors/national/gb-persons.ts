import { isShortBirthDate } from "../../checks/calendar-date.ts";
import { nhsNumber, taxpayerReference } from "../../checks/british-numbers.ts";
import { isRepeatedDigit } from "../../checks/repeated-digit.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";

const NINO = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]\d{6}[A-D]?$/;

export const gbPersons: readonly Detector[] = [
  identifier({
    id: "gb-nino",
    entityType: "GB_NINO",
    format: "Two letters, six digits and a letter from A to D; some letters and pairs are never given.",
    forms: [
      ...[
        "AA999999A",
        "AA 99 99 99 A",
        "AA 999999 A",
        "AA-99-99-99-A",
        "AA 99 99 99A",
        "AA99 99 99A",
        "AA99 99 99 A",
      ],
      ...[
        "AA 999 999 A",
        "AA-999999-A",
        "AA999999 A",
        "AA 999999A",
        "AA999999",
        "AA 99 99 99",
        "AA.99.99.99.A",
      ],
    ],
    anyCase: true,
    check: ({ value, compact, after }) => {
      // The suffix of a longer form is still to come.
      if (!NINO.test(compact) || (compact.length === 8 && /^[ .-]?[A-D](?![A-Z\d])/i.test(after)))
        return null;
      const reasons = ["form and letters of the number"];
      // Without its suffix, or in small letters, only a name tells it from any other code.
      if (compact.length === 8 || /[a-z]/.test(value)) return { reasons, confidence: 0 };
      return value === compact ? { reasons } : { reasons, confidence: 0.8 };
    },
    contextWords: [
      ...["nino", "ni number", "ni no", "ni num", "ninumber", "nationalinsurance", "national insurance"],
      ...[
        "national insurance number",
        "national insurance no",
        "nat ins",
        "nat ins no",
        "uk nino",
        "ni",
        "hmrc",
      ],
      ...["ni code", "british social security number"],
    ],
    againstWords: ["passport", "paspoort", "passeport", "postcode", "pasaporte", "passaporto"],
    confidence: { bare: 0.55, context: 0.96, against: 0 },
    references: [
      "HMRC National Insurance Manual NIM39110",
      "https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110",
    ],
    examples: {
      match: [
        "NI number: HK 48 20 19 C",
        "national insurance no. JW731048A",
        "nino=PA482019D",
        "LM 73 10 48 B",
      ],
      ignore: [
        "NI number QQ123456C",
        "NI number BG123456A",
        "NI number HK482019E",
        "passport HK482019",
        "XHK482019C",
      ],
    },
  }),
  identifier({
    id: "gb-nhs-number",
    provesItself: true,
    entityType: "GB_NHS",
    severity: "critical",
    format: "Ten digits, most as 999 999 9999.",
    checksum: "Weights 10 to 2, modulo 11.",
    forms: ["999 999 9999", "9999999999", "999-999-9999", "999.999.9999"],
    check: ({ value, compact }) => {
      if (!nhsNumber(compact) || isRepeatedDigit(compact)) return null;
      const reasons = ["check digit mod 11"];
      return value.includes(" ") ? { reasons, confidence: 0.35 } : { reasons };
    },
    contextWords: [
      ...[
        "nhs",
        "nhs number",
        "nhs no",
        "nhs num",
        "nhsnumber",
        "nhs id",
        "national health service",
        "health service number",
      ],
      ...["nhs patient", "h c number", "hsc number", "health and care number", "uk nhs"],
    ],
    againstWords: ["tel", "telephone", "phone", "mobile", "fax", "call", "call us", "chi"],
    confidence: { bare: 0, context: 0.96, against: 0 },
    references: ["https://www.datadictionary.nhs.uk/attributes/nhs_number.html"],
    examples: {
      match: ["NHS number: 482 019 3740", "nhs_no,6148201933", "NHS No 731-048-2956"],
      ignore: ["6148201933", "NHS number 482 019 3741", "phone 482 019 3740"],
    },
  }),
  identifier({
    id: "gb-chi-number",
    entityType: "GB_CHI",
    severity: "critical",
    format: "Date of birth as DDMMYY and four digits.",
    checksum: "Weights 10 to 2, modulo 11; the date must exist.",
    forms: ["9999999999", "999999 9999", "999 999 9999", "999999-9999"],
    check: ({ compact }) => {
      const [day, month, year] = [compact.slice(0, 2), compact.slice(2, 4), compact.slice(4, 6)].map(Number);
      const real = isShortBirthDate(year ?? 0, month ?? 0, day ?? 0) && nhsNumber(compact);
      return real ? { reasons: ["check digit mod 11", "birth date"] } : null;
    },
    contextWords: ["chi", "chi number", "chi no", "chinumber", "chi num", "community health index"],
    confidence: { bare: 0, context: 0.97, against: 0 },
    references: ["https://www.ndc.scot.nhs.uk", "Public Health Scotland, CHI number"],
    examples: {
      match: ["CHI number: 1403872147", "CHI 230991 4827"],
      ignore: ["1403872147", "CHI number 1403872141", "CHI 4103872145"],
    },
  }),
  identifier({
    id: "gb-utr",
    entityType: "GB_UTR",
    format: "Ten digits, some with a K.",
    checksum: "The first digit follows from the others modulo 11.",
    forms: ["9999999999", "99999 99999", "9999999999k", "999 999 9999", "k9999999999"],
    check: ({ compact }) => {
      const digits = compact.replace("K", "");
      return taxpayerReference(digits) && !isRepeatedDigit(digits)
        ? { reasons: ["check digit mod 11"] }
        : null;
    },
    contextWords: [
      ...[
        "utr",
        "utr number",
        "utr no",
        "unique taxpayer reference",
        "taxpayer reference",
        "unique tax reference",
      ],
      ...["tax reference", "tax ref", "self assessment", "sa utr", "hmrc", "hmrc reference"],
    ],
    confidence: { bare: 0, context: 0.96, against: 0 },
    references: ["https://www.gov.uk/find-utr-number"],
    examples: {
      match: ["UTR: 1955839661", "Unique Taxpayer Reference 19558 39661"],
      ignore: ["1955839661", "UTR 2955839661"],
    },
  }),
];

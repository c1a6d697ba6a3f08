import { britishVat } from "../../checks/british-numbers.ts";
import type { Detector } from "../../detector.ts";
import { idDocument, organisation } from "./kinds.ts";

/** Surname, decade, month (50 more for women), day, year, initials, and what tells two people apart. */
const LICENCE =
  /^(?=[A-Z]{1,5}9{0,4}\d)[A-Z9]{5}\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\d|3[01])\d[A-Z][A-Z9]\d[A-Z]{2}$/;

export const gbDocuments: readonly Detector[] = [
  idDocument({
    id: "gb-driving-licence",
    entityType: "GB_DL",
    format: "Sixteen characters: surname, birth date and initials in code, and three to tell people apart.",
    forms: [
      "XXXXX999999XX9AA",
      "XXXXX 999999 XX9AA",
      "XXXXX-999999-XX9AA",
      "XXXXX 999999 XX 9AA",
      "XXXXX999999XX 9AA",
    ],
    check: ({ compact }) => (LICENCE.test(compact) ? { reasons: ["name and birth date in code"] } : null),
    contextWords: [
      ...[
        "driving licence",
        "driving license",
        "driver licence",
        "driver number",
        "driver no",
        "licence number",
        "dvla",
      ],
      ...[
        "driver's licence",
        "driver's license",
        "driving licence number",
        "uk driving licence",
        "licence no",
      ],
    ],
    confidence: { bare: 0.85, context: 0.97, against: 0.5 },
    references: ["https://www.gov.uk/government/publications/inf1d", "Road Traffic Act 1988, s. 97"],
    examples: {
      match: ["driving licence HARKE805213KL9XB", "HARKE 805213 KL9XB", "DVLA: MORGA753116SM9IJ"],
      ignore: ["HARKE835213KL9XB", "driving licence HARKE805413KL9XB", "XHARKE805213KL9XB"],
    },
  }),
  idDocument({
    id: "gb-passport",
    entityType: "GB_PASSPORT",
    format: "Nine digits; two letters and seven digits on some.",
    forms: ["999999999", "999 999 999", "AA9999999"],
    check: ({ compact }) =>
      /^(\d)\1{8}$/.test(compact) ? null : { reasons: ["form of the document's number"] },
    contextWords: [
      ...[
        "uk passport",
        "british passport",
        "gb passport",
        "gbr passport",
        "united kingdom passport",
        "hm passport office",
      ],
      ...[
        "hmpo",
        "uk passport number",
        "uk passport no",
        "british passport number",
        "passport uk",
        "passport gbr",
      ],
    ],
    confidence: { bare: 0, context: 0.95, against: 0 },
    references: ["https://www.consilium.europa.eu/prado/en/GBR-AO-06001/index.html"],
    examples: {
      match: ["UK passport number: 548201937", "British passport 731048295"],
      ignore: ["548201937", "UK passport 54820193", "passports 5482019371"],
    },
  }),
  organisation({
    id: "gb-vat",
    provesItself: true,
    entityType: "GB_VAT",
    format: "GB or XI and nine or twelve digits.",
    checksum: "Weights 8 to 2 modulo 97, plain or with 55 added.",
    forms: [
      ...["gb", "xi"].flatMap((prefix) => [
        ...[`${prefix}999999999`, `${prefix}999999999999`, `${prefix} 999 9999 99`, `${prefix}999 9999 99`],
        ...[
          `${prefix} 999999999`,
          `${prefix} 999 999 999`,
          `${prefix}-999999999`,
          `${prefix} 999 9999 99 999`,
        ],
      ]),
      ...["999 9999 99", "999999999"],
    ],
    check: ({ compact }) => {
      const digits = compact.replace(/^[A-Z]{2}/, "");
      if (!britishVat(digits.slice(0, 9)) || /^0{7}|^(\d)\1{8}/.test(digits)) return null;
      const reasons = ["check digits mod 97"];
      return digits === compact ? { reasons } : { reasons, confidence: 0.85 };
    },
    contextWords: [
      "vat",
      "vat number",
      "vat no",
      "vat reg",
      "vat reg no",
      "vat registration",
      "vat registration number",
      "vat id",
    ],
    againstWords: ["nl", "de", "fr", "be"],
    confidence: { bare: 0, context: 0.94, against: 0 },
    references: ["https://www.gov.uk/hmrc-internal-manuals/vat-registration-manual"],
    examples: {
      match: ["VAT: GB 482 0193 02", "VAT reg no GB 731 0482 12"],
      ignore: ["VAT GB 482 0193 01", "731048212"],
    },
  }),
  organisation({
    id: "gb-company-number",
    entityType: "GB_COMPANY",
    format: "Eight digits, or two letters and six digits.",
    forms: ["99999999", "AA999999"],
    check: ({ compact }) =>
      /^(?:\d{8}|(?:SC|NI|OC|SO|NC|FC|SF|NF|LP|SL|NL|CE|CS|IP|RC|RS|SP|GE|GN|GS|ES|IC|SI|NP|NO|NA|OE)\d{6})$/.test(
        compact,
      )
        ? { reasons: ["form of the register's number"] }
        : null,
    contextWords: [
      ...[
        "companies house",
        "company number",
        "company no",
        "company reg no",
        "company registration number",
        "crn",
      ],
      ...[
        "company registration",
        "registered number",
        "registered in england",
        "registered in england and wales",
      ],
      ...["registered in scotland", "company registration no", "registered no"],
    ],
    confidence: { bare: 0, context: 0.96, against: 0 },
    references: ["Companies Act 2006, s. 1066", "https://www.gov.uk/get-information-about-a-company"],
    examples: {
      match: ["Company number: 04820195", "Companies House no. SC482019"],
      ignore: ["04820195", "company number XX482019", "company number 048201957"],
    },
  }),
];

import { luhn } from "../../checks/luhn.ts";
import { swedishPersonalNumber } from "../../checks/swedish-personal-number.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { checked } from "./checked.ts";
import { COMPANY_WORDS, PERSONAL_ID_WORDS, TAX_ID_WORDS } from "./european-words.ts";
import { organisation } from "./kinds.ts";

/** The third digit of an organisation is two or more, which no month begins with. Sole traders use their personnummer. */
const organisationNumber = (digits: string) => {
  const ten = digits.slice(-10);
  return (digits.length === 10 || digits.startsWith("16")) && /^[1-35-9]\d[2-9]/.test(ten) && luhn(ten);
};

export const SWEDISH_DETECTORS: readonly Detector[] = [
  identifier({
    id: "se-personal-number",
    entityType: "SE_PNR",
    format: "YYMMDD-NNNN, a plus sign from the hundredth birthday on, or twelve digits with the century.",
    checksum: "Luhn over the last ten digits, and a date of birth.",
    forms: [
      "999999-9999",
      "999999+9999",
      "99999999-9999",
      "99999999+9999",
      "9999999999",
      "999999999999",
      "999999 9999",
      "99999999 9999",
    ],
    check: checked("date of birth and Luhn", swedishPersonalNumber, 0.8),
    contextWords: [
      ...[
        "personnummer",
        "personnr",
        "person nr",
        "person nummer",
        "pnr",
        "svenskt personnummer",
        "samordningsnummer",
      ],
      ...["samordningsnr", "coordination number", "swedish personal number", "födelsenummer", "skattenummer"],
      ...["identifikationsnummer", "personligt id", "skatteregistreringsnummer", "födelsedatum"],
      ...PERSONAL_ID_WORDS,
      ...TAX_ID_WORDS,
    ],
    confidence: { bare: 0.4, context: 0.97, against: 0.15 },
    normalise: (value) => value.replace(/\D/g, "").slice(-10),
    references: [
      "Folkbokföringslag (1991:481) § 18",
      "https://www.skatteverket.se",
      "Lag (2018:218) 3 kap. 10 §",
    ],
    examples: {
      match: [
        "personnummer: 850714-1235",
        "pnr 198507142373",
        "920311-4450",
        "samordningsnummer 850774-2313",
        "19730205-4825",
      ],
      ignore: ["personnummer 850714-1230", "1850714-1235", "personnummer 851332-1234"],
    },
  }),
  organisation({
    id: "se-organisation-number",
    provesItself: true,
    entityType: "SE_ORGNR",
    format: "Ten digits, written 999999-9999, the third of which is two or more.",
    checksum: "Luhn.",
    forms: ["999999-9999", "9999999999", "16999999-9999", "169999999999"],
    check: checked("Luhn", organisationNumber, 0.5, 0),
    contextWords: [
      ...[
        "organisationsnummer",
        "organisationsnr",
        "orgnr",
        "org nr",
        "org nummer",
        "org no",
        "momsnummer",
        "momsreg nr",
      ],
      ...["swedish organisation number", "aktiebolag", "ab", "bolagsverket", "företag"],
      ...COMPANY_WORDS,
    ],
    references: [
      "Lag (1974:174) om identitetsbeteckning för juridiska personer m.fl.",
      "https://bolagsverket.se",
    ],
    examples: {
      match: ["org.nr: 556482-1931", "Organisationsnummer 5591048375", "802431-7854"],
      ignore: ["org.nr 556482-1930", "5591048375"],
    },
  }),
];

import { germanLicenceNumber } from "../../checks/german-licence-number.ts";
import { icaoChecks } from "../../checks/icao-check-digit.ts";
import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { idDocument, organisation } from "./kinds.ts";

/** No vowels, and no letter that looks like a digit. */
const SERIAL = /^[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ\d]{8}$/;
const SPECIMENS: ReadonlySet<string> = new Set([
  "L01X00T47",
  "C01X00T47",
  "C01X0006H",
  "C01XYCCG9",
  "LZ6311T47",
  "T22000129",
]);
const FORMS = ["AXXXXXXXX", "AXXXXXXXX9", "AXXXXXXXX9d", "AXXXXXXXX 9", "AXXXXXXXX9<<"];

/** Nine characters, and on the card's back and in the machine's lines a check digit and a D for the nationality. */
function check({ compact }: Candidate): Verdict | null {
  const serial = compact.slice(0, 9);
  if (!SERIAL.test(serial) || !/\d/.test(serial)) return null;
  const digit = compact.charAt(9);
  if (digit !== "" && !icaoChecks(serial, digit)) return null;
  const reasons = [digit === "" ? "form of the document's number" : "check digit of ICAO 9303"];
  return SPECIMENS.has(serial) ? { reasons, known: "specimen document" } : { reasons };
}

export const deDocuments: readonly Detector[] = [
  idDocument({
    id: "de-personalausweis",
    entityType: "DE_PERSO",
    format: "Nine letters and digits without vowels, some with a check digit; ten digits before 2010.",
    checksum: "Weights 7, 3, 1 modulo 10, where the check digit is given.",
    forms: [...FORMS, "9999999999", "9999999999d"],
    check: (candidate) => {
      const { compact } = candidate;
      if (!/^\d{10}/.test(compact)) return check(candidate);
      const valid = icaoChecks(compact.slice(0, 9), compact.charAt(9)) && !/^(\d)\1+D?$/.test(compact);
      return valid ? { reasons: ["check digit of ICAO 9303"] } : null;
    },
    contextWords: [
      ...[
        "personalausweis",
        "personalausweisnummer",
        "personalausweisnr",
        "personalausweis nr",
        "ausweisnummer",
      ],
      ...[
        "ausweisnr",
        "ausweis nr",
        "ausweis",
        "perso",
        "perso nr",
        "pa nummer",
        "seriennummer",
        "dokumentennummer",
      ],
      ...[
        "dokumentnummer",
        "german id card",
        "german identity card",
        "identity card",
        "id card",
        "id card number",
      ],
      ...["identity card number", "ausweis id", "npa"],
    ],
    references: ["Personalausweisgesetz § 5", "https://www.personalausweisportal.de"],
    examples: {
      match: ["Personalausweisnummer: L8X4KR2T99", "Ausweisnr. LM4820KX7", "Personalausweis L01X00T471"],
      ignore: [
        "L8X4KR2T9",
        "Personalausweis L8X4KR2T91",
        "Personalausweis L8A4KR2T9",
        "Ausweis ABGELAUFEN2024",
      ],
    },
  }),
  idDocument({
    id: "de-reisepass",
    entityType: "DE_PASS",
    format: "C, F, G, H, J or K and eight letters and digits without vowels, some with a check digit.",
    checksum: "Weights 7, 3, 1 modulo 10, where the check digit is given.",
    forms: FORMS,
    check: (candidate) => (/^[CFGHJK]/.test(candidate.compact) ? check(candidate) : null),
    contextWords: [
      ...[
        "reisepass",
        "reisepassnummer",
        "reisepassnr",
        "reisepass nr",
        "pass nr",
        "passnummer",
        "passnr",
        "passport",
      ],
      ...[
        "passport number",
        "passport no",
        "passportnumber",
        "german passport",
        "paspoort",
        "passeport",
        "pass",
      ],
    ],
    references: ["Passgesetz § 4", "https://www.consilium.europa.eu/prado/en/DEU-AO-04001/index.html"],
    examples: {
      match: ["Reisepass: C4KX82T7R4", "Passnummer CF48K2019", "passport number: C01X00T478"],
      ignore: ["C4KX82T7R", "Reisepass C4KX82T7R1", "Reisepass L4KX82T7R"],
    },
  }),
  idDocument({
    id: "de-fuehrerschein",
    entityType: "DE_DL",
    format: "Authority, serial and check character: eleven letters and digits.",
    checksum: "Weights 9 to 1 modulo 11.",
    forms: ["X99XXXXXX9X", "X99XXXXXXxX"],
    check: ({ compact }) => (germanLicenceNumber(compact) ? { reasons: ["check character mod 11"] } : null),
    contextWords: [
      ...[
        "führerschein",
        "fuehrerschein",
        "führerscheinnummer",
        "fuehrerscheinnummer",
        "führerscheinnr",
        "fahrerlaubnis",
      ],
      ...[
        "führerschein nr",
        "fuehrerschein nr",
        "fahrerlaubnisnummer",
        "german driving licence",
        "driving licence",
      ],
      ...[
        "driving license",
        "driver license",
        "driver s license",
        "drivers license",
        "license number",
        "rijbewijs",
      ],
    ],
    references: ["Fahrerlaubnis-Verordnung, Anlage 8"],
    examples: {
      match: ["Führerscheinnummer: K48RT273051", "Führerschein B072RRE2I55"],
      ignore: ["K48RT273051", "Führerschein K48RT273001"],
    },
  }),
  organisation({
    id: "de-handelsregister",
    entityType: "DE_HANDELSREGISTER",
    format: "HRA or HRB and up to six digits.",
    forms: ["hra 9{2,6}", "hrb 9{2,6}", "hra9{3,6}", "hrb9{3,6}", "hrb-9{2,6}", "hra-9{2,6}"],
    check: ({ value }) =>
      /^HR[AB]/.test(value) ? { reasons: ["section and number of the register"] } : null,
    contextWords: [
      ...[
        "handelsregister",
        "amtsgericht",
        "registergericht",
        "hrb",
        "hra",
        "registernummer",
        "handelsregisternummer",
      ],
      ...["commercial register", "eingetragen", "registereintrag", "register court"],
    ],
    confidence: { bare: 0.6, context: 0.93, against: 0.2 },
    references: ["Handelsregisterverordnung § 13", "https://www.handelsregister.de"],
    examples: {
      match: ["Amtsgericht München, HRB 482193", "HRA 7310"],
      ignore: ["HRC 482193", "HRB", "HRB 48219345"],
    },
  }),
];

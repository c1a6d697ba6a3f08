import type { Detector } from "../../detector.ts";
import { idDocument } from "./kinds.ts";

const PASSPORT_FORM = /^[A-NP-Z]{2}[A-NP-Z\d]{6}\d$/;
/** `IDENTITY1`: a word with a digit behind it. Drawn at random, eight letters hold two vowels at most, mostly. */
const WORD = /^(?=(?:[^AEIU]*[AEIU]){3})[A-Z]{8}\d$/;
const SEVEN_DIGITS = /^[A-Z]{2}\d{7}$/;
/** The number of the specimen that the government shows. */
const SPECIMEN = /^SPECI/;

export const nlDocuments: readonly Detector[] = [
  idDocument({
    id: "nl-passport-id-card",
    entityType: "NL_ID_DOC",
    format: "Two letters, six letters or digits and a digit, never the letter O.",
    forms: ["AAXXXXXX9"],
    check: ({ value, before }) => {
      if (!PASSPORT_FORM.test(value) || WORD.test(value)) return null;
      // Drawn at random, seven digits in a row are rare, and the passports of many other countries have them.
      if (
        SEVEN_DIGITS.test(value) &&
        /passport/i.test(before) &&
        !/dutch|netherlands|nederland/i.test(before)
      )
        return null;
      const reasons = ["form of the document's number"];
      return SPECIMEN.test(value) ? { reasons, known: "specimen document" } : { reasons };
    },
    contextWords: [
      ...[
        "paspoort",
        "paspoortnummer",
        "paspoort nummer",
        "paspoortnr",
        "passport",
        "passport number",
        "passport no",
      ],
      ...["passportnumber", "passportnummer", "passnummer", "reispas", "reisdocument", "reisdocumentnummer"],
      ...[
        "documentnummer",
        "document number",
        "document no",
        "documentnumber",
        "nik",
        "nederlandse identiteitskaart",
      ],
      ...[
        "identiteitskaart",
        "identiteitskaartnummer",
        "id kaart",
        "idkaart",
        "id kaartnummer",
        "identiteitsbewijs",
      ],
      ...[
        "identiteitsdocument",
        "legitimatie",
        "legitimatiebewijs",
        "legitimatienummer",
        "id bewijs",
        "id nummer",
        "id nr",
      ],
      ...[
        "id card",
        "identity card",
        "identity card number",
        "id document",
        "travel document",
        "paspoort of id",
      ],
    ],
    confidence: { bare: 0, context: 0.88, against: 0 },
    references: [
      "Paspoortuitvoeringsregeling Nederland 2001",
      "https://www.rvig.nl/reisdocumenten",
      "https://www.consilium.europa.eu/prado/en/NLD-AO-04001/index.html",
    ],
    examples: {
      match: [
        "Paspoortnummer: NXK4C72L8",
        "documentnummer IXR8K24P7",
        "passport_number,NRP72DK41",
        "paspoort SPECI2014",
      ],
      ignore: [
        "NXK4C72L8",
        "paspoort NXK4O72L8",
        "paspoort N1K4C72L8",
        "paspoort NXK4C72L81",
        "identity card IDENTITY1",
      ],
    },
  }),
  idDocument({
    id: "nl-driving-licence",
    entityType: "NL_RIJBEWIJS",
    format: "Ten digits; nothing proves it but its name.",
    forms: ["9999999999", "9999 999 999", "999 999 9999"],
    check: ({ compact }) =>
      /^(\d)\1{9}$/.test(compact) ? null : { reasons: ["form of the document's number"] },
    contextWords: [
      ...[
        "rijbewijs",
        "rijbewijsnummer",
        "rijbewijs nummer",
        "rijbewijsnr",
        "rijbewijs nr",
        "rijbewijsgegevens",
      ],
      ...["driving licence", "driving license", "driver license", "drivers license", "driver's license"],
      ...["driving licence number", "driving license number", "driver's licence", "licence number", "rdw"],
    ],
    againstWords: ["tel", "telefoon", "telefoonnummer", "phone", "mobiel", "v nummer", "kvk"],
    confidence: { bare: 0, context: 0.92, against: 0 },
    references: ["Reglement rijbewijzen, art. 42", "https://www.rdw.nl/particulier/voertuigen/rijbewijs"],
    examples: {
      match: ["Rijbewijsnummer: 5094962111", "rijbewijs 4810 392 756", "driving licence no. 4738201956"],
      ignore: ["5094962111", "rijbewijs 509496211", "rijbewijs 50949621110", "telefoonnummer 5094962111"],
    },
  }),
];

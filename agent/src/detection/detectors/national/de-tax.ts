import { germanTaxId } from "../../checks/german-tax-id.ts";
import { mod11Of10 } from "../../checks/mod11-10.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { organisation } from "./kinds.ts";

const TAX_OFFICE = ["finanzamt", "steuer", "german tax number", "german tax id"];

export const deTax: readonly Detector[] = [
  identifier({
    id: "de-steuer-id",
    entityType: "DE_STEUERID",
    format: "Eleven digits, one of which stands twice or three times among the first ten.",
    checksum: "ISO/IEC 7064 MOD 11,10.",
    forms: [
      "99999999999",
      "99 999 999 999",
      "99-999-999-999",
      "99.999.999.999",
      "99/999/999/999",
      "99 999999999",
    ],
    check: ({ value, compact }) => {
      if (!germanTaxId(compact)) return null;
      const reasons = ["check digit MOD 11,10", "one digit repeated"];
      return value === compact ? { reasons } : { reasons, confidence: 0.7 };
    },
    contextWords: [
      ...[
        "steuer id",
        "steuerid",
        "steuer idnr",
        "steueridnr",
        "steuer identifikationsnummer",
        "idnr",
        "id nr",
        "idnummer",
      ],
      ...[
        "steueridentifikationsnummer",
        "steuerliche identifikationsnummer",
        "identifikationsnummer",
        "steuer ident nr",
      ],
      ...[
        "persönliche identifikationsnummer",
        "steuer identnummer",
        "bundeszentralamt für steuern",
        "tin",
        "tax id",
      ],
      ...[
        "tax identification number",
        "tax number",
        "taxid",
        "tax identifier",
        "duits belastingnummer",
        ...TAX_OFFICE,
      ],
    ],
    confidence: { bare: 0.35, context: 0.97, against: 0.1 },
    references: ["Abgabenordnung § 139b", "https://www.bzst.de"],
    examples: {
      match: [
        "Steuer-ID: 36 574 261 809",
        "steuerliche Identifikationsnummer 47950386246",
        "IdNr. 82 910 437 526",
      ],
      ignore: ["Steuer-ID 36 574 261 801", "Steuer-ID 1111111111", "Steuer-ID 365742618092"],
    },
  }),
  identifier({
    id: "de-steuernummer",
    provesItself: true,
    entityType: "DE_STEUERNUMMER",
    format: "Ten or eleven digits in three groups, which differ by state; thirteen in electronic returns.",
    forms: [
      ...["99/999/99999", "999/999/99999", "999/9999/9999", "99999/99999", "99 999 99999", "999 999 99999"],
      ...["999 9999 9999", "99 99 99999", "099 999 99999", "9999999999", "99999999999", "9999099999999"],
    ],
    check: ({ value, compact }) => {
      if (/^(\d)\1+$/.test(compact)) return null;
      const reasons = ["form of the tax office's number"];
      return /^\d{2,3}\/\d{3,4}\/\d{4,5}$/.test(value) ? { reasons, confidence: 0.35 } : { reasons };
    },
    contextWords: [
      ...[
        "steuernummer",
        "steuernr",
        "steuer nr",
        "steuer nummer",
        "st nr",
        "stnr",
        "st nummer",
        "finanzamt",
      ],
      ...["german tax number", "umsatzsteuernummer", "ust nr"],
    ],
    againstWords: ["telefon", "tel", "fax", "phone", "mobil", "datum", "konto", "kontonummer"],
    confidence: { bare: 0, context: 0.9, against: 0 },
    references: ["Abgabenordnung § 139a", "https://www.elster.de"],
    examples: {
      match: [
        "Steuernummer: 181/815/08155",
        "St.-Nr. 93815/08152",
        "Steuernr. 133/8150/8159",
        "steuernummer=2893081508152",
      ],
      ignore: ["Telefon 181/815/08155", "Steuernummer 181/815/0815", "9181508155"],
    },
  }),
  organisation({
    id: "de-vat",
    entityType: "DE_VAT",
    format: "DE and nine digits.",
    checksum: "ISO/IEC 7064 MOD 11,10.",
    forms: [
      "de999999999",
      "de 999999999",
      "de 999 999 999",
      "de999 999 999",
      "de-999999999",
      "de 99 99 99 999",
      "de 999.999.999",
    ],
    check: ({ compact }) => {
      const digits = compact.slice(2);
      return !digits.startsWith("0") && mod11Of10(digits) ? { reasons: ["check digit MOD 11,10"] } : null;
    },
    contextWords: [
      ...[
        "ust id",
        "ustid",
        "ust idnr",
        "ustidnr",
        "ust id nr",
        "umsatzsteuer",
        "umsatzsteuer id",
        "mwst",
        "vat",
        "vat id",
      ],
      ...[
        "umsatzsteuer identifikationsnummer",
        "umsatzsteueridentifikationsnummer",
        "vat number",
        "btw",
        "btw nummer",
        "tva",
      ],
    ],
    confidence: { bare: 0.8, context: 0.97, against: 0.5 },
    references: ["Umsatzsteuergesetz § 27a", "https://www.bzst.de"],
    examples: {
      match: ["USt-IdNr.: DE136695976", "VAT DE 281 940 372", "DE317482090"],
      ignore: ["DE136695971", "XDE136695974", "DE1366959760"],
    },
  }),
];

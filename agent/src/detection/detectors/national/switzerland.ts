import { ean13 } from "../../checks/ean13.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { checked } from "./checked.ts";
import { COMPANY_WORDS, PERSONAL_ID_WORDS, VAT_WORDS } from "./european-words.ts";
import { organisation } from "./kinds.ts";

/** UID: weights 5-4-3-2-7-6-5-4 and 1 modulo 11 over the nine digits after CHE. */
const uid = (compact: string) => weightedSum(compact.slice(3, 12), [5, 4, 3, 2, 7, 6, 5, 4, 1]) % 11 === 0;

export const SWISS_DETECTORS: readonly Detector[] = [
  identifier({
    id: "ch-ahv",
    entityType: "CH_AHV",
    format: "Thirteen digits that begin with 756, mostly written 756.9999.9999.99.",
    checksum: "The check digit of EAN-13.",
    forms: ["756.9999.9999.99", "7569999999999", "756 9999 9999 99", "756-9999-9999-99"],
    check: checked("country code and check digit", ean13, 0.95),
    contextWords: [
      ...[
        "ahv",
        "ahv nr",
        "ahv nummer",
        "ahvn13",
        "ahvn",
        "avs",
        "no avs",
        "numéro avs",
        "numero avs",
        "n° avs",
        "navs13",
        "navs",
        "oasi",
      ],
      ...[
        "sozialversicherungsnummer",
        "versichertennummer",
        "numéro de sécurité sociale",
        "numéro d'assuré",
        "assurance sociale",
      ],
      ...[
        "numero di sicurezza sociale",
        "oasi number",
        "swiss social security number",
        "sv nummer",
        ...PERSONAL_ID_WORDS,
      ],
    ],
    againstWords: ["gtin", "ean", "barcode", "strichcode"],
    confidence: { bare: 0.8, context: 0.98, against: 0.3 },
    references: ["AHVG art. 50c", "AHVV art. 133", "https://www.zas.admin.ch"],
    examples: {
      match: ["AHV-Nr. 756.1482.9307.57", "7564839201746", "N° AVS: 756 7391 0482 62"],
      ignore: ["AHV 756.1482.9307.50", "AHV 757.1482.9307.55", "47564839201746"],
    },
  }),
  organisation({
    id: "ch-uid",
    entityType: "CH_UID",
    format: "CHE and nine digits: CHE-999.999.999, some with MWST, TVA or IVA behind them.",
    checksum: "Weights 5-4-3-2-7-6-5-4 modulo 11.",
    forms: [
      "che-999.999.999",
      "che999999999",
      "che-999999999",
      "che 999.999.999",
      "che 999 999 999",
      "che999.999.999",
    ],
    check: checked("prefix and check digit", uid),
    contextWords: [
      ...[
        "uid",
        "uid nr",
        "uid nummer",
        "ide",
        "numéro ide",
        "idi",
        "mwst",
        "mwst nr",
        "handelsregister",
        "unternehmens identifikationsnummer",
      ],
      ...VAT_WORDS,
      ...COMPANY_WORDS,
    ],
    confidence: { bare: 0.9, context: 0.98, against: 0.6 },
    references: ["UIDG art. 3", "https://www.uid.admin.ch"],
    examples: {
      match: ["UID: CHE-148.293.077", "CHE-314.820.956 MWST", "CHE482017397"],
      ignore: ["UID CHE-148.293.070", "XCHE482017397"],
    },
  }),
  identifier({
    id: "li-peid",
    entityType: "LI_PEID",
    format: "Up to twelve digits, the personal identification number of Liechtenstein.",
    forms: ["9{4,12}"],
    contextWords: ["peid", "pe id", "peid nummer", "peid nr", "personenidentifikationsnummer"],
    confidence: { bare: 0, context: 0.85, against: 0 },
    references: [
      "https://www.oecd.org/tax/automatic-exchange/crs-implementation-and-assistance/tax-identification-numbers/Liechtenstein-TIN.pdf",
    ],
    examples: { match: ["PEID: 00004829173", "PEID-Nummer 482917"], ignore: ["00004829173", "PEID 482"] },
  }),
];

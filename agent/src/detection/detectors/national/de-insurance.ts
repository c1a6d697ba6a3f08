import { germanHealthInsuranceNumber, germanPensionNumber } from "../../checks/german-insurance-number.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";

export const deInsurance: readonly Detector[] = [
  identifier({
    id: "de-sozialversicherungsnummer",
    entityType: "DE_SVNR",
    format: "Insurer, date of birth, a letter of the name at birth, two digits and a check digit.",
    checksum: "Cross sums of the weighted digits modulo 10; the date must exist.",
    forms: [
      ...[
        "99999999A999",
        "99 999999 A 999",
        "99 999999 A999",
        "99-999999-A-999",
        "99 999999A999",
        "99/999999/A/999",
      ],
      ...["99 99 99 99 A 999", "99 99 99 99 A 99 9", "99-999999-A999", "99.999999.A.999"],
    ],
    anyCase: true,
    check: ({ value, compact }) => {
      if (!germanPensionNumber(compact)) return null;
      const reasons = ["check digit", "birth date", "insurer"];
      return /[a-z]/.test(value) ? { reasons, confidence: 0.4 } : { reasons };
    },
    contextWords: [
      ...[
        "sozialversicherungsnummer",
        "sozialversicherungs nr",
        "sozialversicherungsnr",
        "sv nummer",
        "svnr",
        "sv nr",
      ],
      ...[
        "rentenversicherungsnummer",
        "rentenversicherungsnr",
        "rvnr",
        "rv nummer",
        "rv nr",
        "versicherungsnummer",
      ],
      ...[
        "sozialversicherungsausweis",
        "vsnr",
        "vers nr",
        "german social security number",
        "social security number",
      ],
    ],
    confidence: { bare: 0.85, context: 0.98, against: 0.5 },
    references: ["SGB VI § 147", "VKVV § 2", "https://www.deutsche-rentenversicherung.de"],
    examples: {
      match: ["Sozialversicherungsnummer: 15 070649 C 103", "RVNR 12140387K042", "65 230991 M 514"],
      ignore: ["SVNR 15070649C101", "SVNR 15320649C103", "X15070649C103"],
    },
  }),
  identifier({
    id: "de-krankenversichertennummer",
    entityType: "DE_KVNR",
    format: "A letter and nine digits, the part of the number that lasts.",
    checksum: "Cross sums of the digits weighted 1 and 2, modulo 10.",
    forms: ["A999999999", "A 999999999", "A999 999 999", "A 999 999 999", "A 99999999 9"],
    anyCase: true,
    check: ({ compact }) => (germanHealthInsuranceNumber(compact) ? { reasons: ["check digit"] } : null),
    contextWords: [
      ...[
        "krankenversichertennummer",
        "krankenversichertennr",
        "kvnr",
        "kv nr",
        "kv nummer",
        "versichertennummer",
      ],
      ...[
        "versicherten nr",
        "versichertennr",
        "krankenversicherungsnummer",
        "krankenkasse",
        "egk",
        "gesundheitskarte",
      ],
      ...["krankenversicherung", "versicherten id", "versichertenid", "german health insurance number"],
      ...["health insurance number", "health insurance"],
    ],
    confidence: { bare: 0, context: 0.96, against: 0 },
    references: ["SGB V § 290", "https://www.gkv-spitzenverband.de"],
    examples: {
      match: [
        "KVNR: A123456780",
        "Versichertennummer T482019373",
        "Krankenversichertennummer: M 730 194 821",
      ],
      ignore: ["A123456780", "KVNR A123456781", "KVNR A12345678"],
    },
  }),
];

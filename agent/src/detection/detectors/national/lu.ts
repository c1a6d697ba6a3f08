import { luxembourgMatricule } from "../../checks/luxembourg-matricule.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { organisation } from "./kinds.ts";

export const luDetectors: readonly Detector[] = [
  identifier({
    id: "lu-matricule",
    entityType: "LU_MATRICULE",
    severity: "critical",
    format: "Date of birth as YYYYMMDD, three digits of order and two check digits.",
    checksum: "A Luhn and a Verhoeff digit, each over the first eleven.",
    forms: [
      "9999999999999",
      "9999 9999 999 99",
      "9999 99 99 999 99",
      "99999999 999 99",
      "99999999-999-99",
      "99999999 99999",
      "9999 9999 99999",
    ],
    check: ({ compact }) =>
      luxembourgMatricule(compact) ? { reasons: ["Luhn and Verhoeff checks", "birth date"] } : null,
    contextWords: [
      ...[
        "matricule",
        "numéro d'identification",
        "numéro d'identification national",
        "matricule nationale",
        "cns",
        "ccss",
      ],
      ...[
        "numéro national",
        "sozialversicherungsnummer",
        "identifikationsnummer",
        "matrikelnummer",
        "luxembourg id",
      ],
      ...[
        "sécurité sociale",
        "numéro de matricule",
        "no matricule",
        "national identification number",
        "social security number",
      ],
    ],
    confidence: { bare: 0.75, context: 0.98, against: 0.4 },
    references: [
      "Règlement grand-ducal du 28 novembre 2013, art. 1",
      "Loi du 19 juin 2013 relative à l'identification des personnes physiques",
    ],
    examples: {
      match: ["Matricule: 1987 0314 214 35", "matricule 1972090411891"],
      ignore: ["Matricule 1987 0314 214 01", "matricule 1987131421400"],
    },
  }),
  organisation({
    id: "lu-vat",
    entityType: "LU_VAT",
    format: "LU and eight digits.",
    checksum: "The last two are the first six modulo 89.",
    forms: ["lu99999999", "lu 99999999", "lu 999 999 99", "lu 9999 9999", "lu-99999999"],
    check: ({ compact }) => {
      const digits = compact.slice(2);
      const body = Number(digits.slice(0, 6));
      return body > 0 && body % 89 === Number(digits.slice(6)) ? { reasons: ["check digits mod 89"] } : null;
    },
    contextWords: ["tva", "n tva", "vat", "vat number", "vat id", "ust id", "btw", "mwst", "numéro de tva"],
    confidence: { bare: 0.8, context: 0.96, against: 0.5 },
    references: [
      "Loi modifiée du 12 février 1979 concernant la taxe sur la valeur ajoutée",
      "https://pfi.public.lu",
    ],
    examples: {
      match: ["TVA LU48201984", "VAT LU 73104802"],
      ignore: ["TVA LU48201901", "XLU48201905"],
    },
  }),
];

import { frenchNir } from "../../checks/french-nir.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { idDocument } from "./kinds.ts";

/** A number without its key: sex, year, month, department, municipality, order. */
const WITHOUT_KEY = /^[12]\d\d(?:0[1-9]|1[0-2]|20|3\d|4[0-2])(?:0[1-9]|[1-9]\d|2[AB])\d{6}$/;

export const frPersons: readonly Detector[] = [
  identifier({
    id: "fr-nir",
    entityType: "FR_NIR",
    severity: "critical",
    format:
      "Sex, year and month of birth, department, municipality, order and a key: fifteen digits, some with spaces.",
    checksum: "The key is 97 less the remainder modulo 97; Corsica's 2A and 2B count as 19 and 18.",
    forms: [
      ...["99", "2a", "2b"].flatMap((place) => [
        ...[
          `99999${place}99999999`,
          `9 99 99 ${place} 999 999 99`,
          `9 99 99 ${place} 999 999`,
          `99999${place}999999`,
        ],
        ...[`99999${place}999999 99`, `9.99.99.${place}.999.999.99`, `9-99-99-${place}-999-999-99`],
        ...[`9 9999 ${place} 999 999 99`, `9 99 99 ${place} 999 99999`, `9 99 99 ${place} 999999 99`],
        ...[`9 99 99 ${place} 999 999-99`, `9 99 99 ${place} 999 999/99`, `99999${place}999999-99`],
      ]),
    ],
    check: ({ value, compact, after }) => {
      if (compact.length === 13)
        return WITHOUT_KEY.test(compact) && !/^[ /|-]{1,3}\d\d(?!\d)/.test(after)
          ? { reasons: ["form without its key"], confidence: 0 }
          : null;
      const number = frenchNir(compact);
      if (!number) return null;
      const reasons = ["key mod 97"];
      if (number.month === "coded") return { reasons, confidence: 0.4 };
      return value === compact ? { reasons, confidence: 0.8 } : { reasons };
    },
    contextWords: [
      ...[
        "nir",
        "sécurité sociale",
        "securite sociale",
        "numéro de sécurité sociale",
        "numero de securite sociale",
      ],
      ...[
        "numéro ss",
        "n ss",
        "no ss",
        "num ss",
        "n secu",
        "numéro sécu",
        "numero secu",
        "sécu",
        "insee",
        "n insee",
      ],
      ...[
        "carte vitale",
        "vitale",
        "numéro d'inscription au répertoire",
        "assuré social",
        "immatriculation sociale",
      ],
      ...["nss", "ssn", "french social security number", "social security number", "sociaalzekerheidsnummer"],
    ],
    confidence: { bare: 0.92, context: 0.98, against: 0.5 },
    references: [
      "Décret n° 82-103 du 22 janvier 1982, art. 4",
      "https://www.insee.fr/fr/metadonnees/definition/c1409",
    ],
    examples: {
      match: [
        "Numéro de sécurité sociale : 2 91 04 75 182 041 07",
        "NIR=185073306321876",
        "carte vitale 1 72 09 2A 004 128 73",
        "sécurité sociale 2 91 04 75 182 041",
      ],
      ignore: ["NIR 2 91 04 75 182 041 01", "NIR 295139912611189", "2910475182041"],
    },
  }),
  identifier({
    id: "fr-numero-fiscal",
    provesItself: true,
    entityType: "FR_SPI",
    format: "Thirteen digits, the first from 0 to 3.",
    checksum: "The last three are the first ten modulo 511.",
    forms: ["9999999999999", "99 99 999 999 999", "9 999 999 999 999", "99 999 999 99 999"],
    check: ({ value, compact }) => {
      if (!/^[0-3]/.test(compact) || /^0{4}/.test(compact)) return null;
      if (Number(compact.slice(0, 10)) % 511 !== Number(compact.slice(10))) return null;
      const reasons = ["check digits mod 511"];
      return value === compact ? { reasons } : { reasons, confidence: 0.6 };
    },
    contextWords: [
      ...[
        "numéro fiscal",
        "numero fiscal",
        "n fiscal",
        "spi",
        "numéro spi",
        "identifiant fiscal",
        "numéro d'impôt",
        "tin",
      ],
      ...[
        "référence fiscale",
        "impots",
        "impôts",
        "impots gouv fr",
        "french tax number",
        "numéro fiscal de référence",
      ],
      ...["tax number", "tax id", "tax identification number", "dgfip", "avis d'imposition", "avis d'impôt"],
    ],
    confidence: { bare: 0, context: 0.96, against: 0 },
    references: ["Arrêté du 28 janvier 2002 (SPI)", "https://www.impots.gouv.fr"],
    examples: {
      match: ["Numéro fiscal : 30 23 217 600 053", "n° fiscal 1482039475483"],
      ignore: ["1482039475483", "numéro fiscal 1482039475001"],
    },
  }),
  idDocument({
    id: "fr-identity-card",
    entityType: "FR_ID_CARD",
    format: "Nine letters and digits; on cards before 2021 twelve digits that begin with year and month.",
    forms: ["999999999999", "99 99 99 999999", "XXXXXXXXX", "9999 9999 9999"],
    check: ({ compact }) => {
      const fits =
        compact.length === 12
          ? /^\d\d(?:0[1-9]|1[0-2])/.test(compact)
          : /^(?=(?:.*\d){2})(?=.*[A-Z])[B-DF-HJ-NP-TV-XZ\d]{9}$/.test(compact);
      return fits ? { reasons: ["form of the document's number"] } : null;
    },
    contextWords: [
      ...[
        "cni",
        "cnie",
        "carte nationale d'identité",
        "carte nationale d'identite",
        "carte d'identité",
        "carte d'identite",
      ],
      ...[
        "carte identité",
        "carte identite",
        "numéro de carte d'identité",
        "numéro de cni",
        "pièce d'identité",
      ],
      ...[
        "piece d'identite",
        "french id card",
        "french identity card",
        "french national id",
        "titre d'identité",
      ],
    ],
    confidence: { bare: 0, context: 0.88, against: 0 },
    references: [
      "Décret n° 55-1397 du 22 octobre 1955",
      "https://www.consilium.europa.eu/prado/en/FRA-BO-03001/index.html",
    ],
    examples: {
      match: ["CNI : 180475382914", "carte nationale d'identité n° D2H48K1M7", "Carte d'identité: X4RTBPFW4"],
      ignore: ["180475382914", "CNI 189975382914", "D2H48K1M7", "carte d'identité FORMULE1A"],
    },
  }),
  idDocument({
    id: "fr-passport",
    entityType: "FR_PASSPORT",
    format: "Two digits, two letters and five digits.",
    forms: ["99AA99999", "99 AA 99999", "99-AA-99999"],
    contextWords: [
      ...[
        "passeport",
        "numéro de passeport",
        "numero de passeport",
        "n passeport",
        "n de passeport",
        "passport",
      ],
      ...[
        "passport number",
        "passport no",
        "passportnumber",
        "french passport",
        "paspoort",
        "reisepass",
        "passeport français",
      ],
    ],
    references: ["Décret n° 2005-1726", "https://www.consilium.europa.eu/prado/en/FRA-AO-03003/index.html"],
    examples: {
      match: ["Passeport n° 14CK48201", "passport_number: '17FV73104'"],
      ignore: ["14CK48201", "passeport 14CK4820", "passeport 14CK482011"],
    },
  }),
  idDocument({
    id: "fr-driving-licence",
    entityType: "FR_DL",
    format: "Twelve digits, or since 2013 two digits, two letters and five digits.",
    forms: ["999999999999", "99AA99999", "99 AA 99999", "99 99 99 999999"],
    contextWords: [
      ...[
        "permis de conduire",
        "permis",
        "numéro de permis",
        "numero de permis",
        "n de permis",
        "n permis",
        "neph",
      ],
      ...[
        "french driving licence",
        "french driver's license",
        "driving licence",
        "driving license",
        "driver's license",
      ],
    ],
    againstWords: ["permis de construire"],
    confidence: { bare: 0, context: 0.88, against: 0 },
    references: ["Code de la route, art. R221-1", "https://permisdeconduire.ants.gouv.fr"],
    examples: {
      match: ["Permis de conduire n° 940375182041", "numéro de permis : 18AK48201"],
      ignore: ["940375182041", "permis de construire 940375182041"],
    },
  }),
];

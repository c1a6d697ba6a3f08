import { luhn } from "../../checks/luhn.ts";
import { siret } from "../../checks/siret.ts";
import type { Detector } from "../../detector.ts";
import { organisation } from "./kinds.ts";

const REFERENCES = ["Code de commerce, art. R123-220 and R123-221", "https://www.sirene.fr"];

export const frCompanies: readonly Detector[] = [
  organisation({
    id: "fr-siren",
    entityType: "FR_SIREN",
    format: "Nine digits, most in groups of three.",
    checksum: "Luhn.",
    forms: ["999999999", "999 999 999", "999.999.999", "999-999-999"],
    check: ({ compact }) =>
      luhn(compact) && !/^(\d)\1+$/.test(compact) ? { reasons: ["Luhn check"] } : null,
    contextWords: [
      ...[
        "siren",
        "n siren",
        "numéro siren",
        "siren number",
        "rcs",
        "r c s",
        "registre du commerce",
        "rne",
        "répertoire des métiers",
      ],
    ],
    againstWords: ["siret", "nir", "bsn", "tel", "téléphone"],
    references: REFERENCES,
    examples: {
      match: ["SIREN : 482 019 379", "RCS Lyon 731048294"],
      ignore: ["482019379", "SIREN 482019371"],
    },
  }),
  organisation({
    id: "fr-siret",
    provesItself: true,
    entityType: "FR_SIRET",
    format: "The nine digits of the SIREN and five of the establishment.",
    checksum: "Luhn over both parts; for La Poste the sum of the digits.",
    forms: [
      "99999999999999",
      "999 999 999 99999",
      "999 999 999 999 99",
      "999999999 99999",
      "999.999.999.99999",
    ],
    check: ({ value, compact }) => {
      if (!siret(compact) || compact.startsWith("000000")) return null;
      const reasons = ["Luhn check of both parts"];
      // Timestamps have fourteen digits, too.
      if (value === compact)
        return /^(?:19|20)\d\d[01]\d[0-3]\d/.test(compact) ? { reasons } : { reasons, confidence: 0.3 };
      return { reasons, confidence: 0.6 };
    },
    contextWords: ["siret", "n siret", "numéro siret", "siret number", "établissement", "etablissement"],
    references: REFERENCES,
    examples: {
      match: ["SIRET : 482 019 379 00015", "siret=73104829400011"],
      ignore: ["SIRET 48201937400011", "SIRET 482019379000152"],
    },
  }),
  organisation({
    id: "fr-vat",
    entityType: "FR_VAT",
    format: "FR, a key of two digits or letters, and the SIREN.",
    checksum: "The key follows from the SIREN modulo 97; the SIREN has a Luhn check.",
    forms: [
      "frXX999999999",
      "fr XX 999999999",
      "frXX 999 999 999",
      "fr XX 999 999 999",
      "fr XX999999999",
      "frXX 999999999",
    ],
    check: ({ compact }) => {
      const siren = compact.slice(4);
      if (!luhn(siren) || siren === "000000000") return null;
      const key = compact.slice(2, 4);
      if (!/^\d\d$/.test(key)) return /[IO]/.test(key) ? null : { reasons: ["Luhn check"], confidence: 0.5 };
      return (12 + 3 * (Number(siren) % 97)) % 97 === Number(key)
        ? { reasons: ["key mod 97", "Luhn check"] }
        : null;
    },
    contextWords: [
      ...[
        "tva",
        "n tva",
        "numéro de tva",
        "tva intracommunautaire",
        "tva intracom",
        "vat",
        "vat number",
        "vat id",
        "btw",
        "ust id",
      ],
    ],
    confidence: { bare: 0.9, context: 0.97, against: 0.6 },
    references: ["Code général des impôts, art. 286 ter", "https://www.impots.gouv.fr"],
    examples: {
      match: ["TVA intracommunautaire : FR83404833048", "VAT FR 03 552 081 317"],
      ignore: ["FR00404833048", "XFR83404833048"],
    },
  }),
];

import type { Detector } from "../../detector.ts";
import { idDocument } from "./kinds.ts";

export const esDocuments: readonly Detector[] = [
  idDocument({
    id: "es-passport",
    entityType: "ES_PASSPORT",
    format: "Two or three letters and six digits.",
    forms: ["AAA999999", "AA999999", "AAA 999999"],
    contextWords: [
      "pasaporte",
      "número de pasaporte",
      "numero de pasaporte",
      "spanish passport",
      "passport (spain)",
    ],
    references: ["Real Decreto 896/2003", "https://www.consilium.europa.eu/prado/en/ESP-AO-02001/index.html"],
    examples: {
      match: ["Pasaporte: PAB480193", "numero_pasaporte = XDA731042"],
      ignore: ["PAB480193", "pasaporte PAB48019", "pasaporte PAB4801933"],
    },
  }),
  idDocument({
    id: "es-id-card",
    entityType: "ES_ID_CARD",
    format: "The card's own number: three letters and six digits, or E and eight digits for residents.",
    forms: ["AAA999999", "AAA-999999", "e99999999"],
    contextWords: [
      "idesp",
      "número de soporte",
      "numero de soporte",
      "núm. soporte",
      "num soporte",
      "soporte del dni",
      "soporte dni",
      "ixesp",
    ],
    references: ["https://www.dnielectronico.es", "Real Decreto 1553/2005, art. 11"],
    examples: {
      match: ["Número de soporte: BDK402917", "IDESP CHA731826", "soporte del DNI: E48019372"],
      ignore: ["BDK402917", "número de soporte BDK40291", "soporte técnico BDK402917"],
    },
  }),
];

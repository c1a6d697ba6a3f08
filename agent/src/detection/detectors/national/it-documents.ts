import type { Detector } from "../../detector.ts";
import { idDocument } from "./kinds.ts";

export const itDocuments: readonly Detector[] = [
  idDocument({
    id: "it-id-card",
    provesItself: true,
    entityType: "IT_ID_CARD",
    format: "Two letters, five digits and two letters; on paper cards two letters and seven digits.",
    forms: ["AA99999AA", "AA 99999 AA", "AA9999999", "AA 9999999", "9999999AA"],
    contextWords: [
      "carta d'identità",
      "carta d’identità",
      "carta d'identita",
      "carta di identità",
      "carta di identita",
      "carta identità",
      "carta identita",
      "documento d'identità",
      "documento di identità",
      "documento di identita",
      "documento identità",
      "cie",
      "italian identity card",
      "italian id card",
    ],
    check: ({ compact }) =>
      // The electronic card begins with C; those letters without a name near are still a hint.
      /^C[A-Z]\d{5}[A-Z]{2}$/.test(compact)
        ? { reasons: ["form of the electronic card"], confidence: 0.35 }
        : { reasons: ["form of the document's number"] },
    references: ["DM 23 dicembre 2015", "https://www.cartaidentita.interno.gov.it"],
    examples: {
      match: ["Carta d'identità n. CA48192KL", "CIE: CB 73104 ZE", "documento di identità AX4820193"],
      ignore: ["carta d'identità CA4819KL", "AX4820193", "documento d'identità CA48192KL7"],
    },
  }),
  idDocument({
    id: "it-driving-licence",
    entityType: "IT_DL",
    format: "U1, seven letters or digits and a letter; or the province, seven digits and a letter.",
    forms: ["u1X99999XA", "u1X9999XXA", "u1XXX9999A", "AA9999999A", "u19999999A"],
    contextWords: [
      "patente",
      "patente di guida",
      "numero patente",
      "n. patente",
      "patente n",
      "italian driving licence",
      "italian driver's license",
    ],
    check: ({ compact }) =>
      compact.startsWith("U1")
        ? { reasons: ["form of a licence of the central office"] }
        : { reasons: ["form of a licence of a province"] },
    references: [
      "DM 18 aprile 2011 (Ministero delle infrastrutture e dei trasporti)",
      "Circolare MIT 18/10/2011",
    ],
    examples: {
      match: ["Patente di guida: U1K48193AB", "patente n. MI4820193K"],
      ignore: ["U1K48193AB", "patente U1K48193", "patente MI482019K"],
    },
  }),
  idDocument({
    id: "it-passport",
    entityType: "IT_PASSPORT",
    format: "Two letters and seven digits.",
    forms: ["AA9999999", "AA 9999999"],
    contextWords: ["passaporto", "numero passaporto", "n. passaporto", "italian passport"],
    references: ["Legge 1185/1967", "https://www.consilium.europa.eu/prado/en/ITA-AO-04003/index.html"],
    examples: {
      match: ["Passaporto: YB4820193", "numero_passaporto: 'YA 7310482'"],
      ignore: ["YB4820193", "passaporto YB482019", "passaporto YB48201934"],
    },
  }),
];

import type { Detector } from "../../detector.ts";
import { idDocument } from "./kinds.ts";

type Plate = Pick<Detector, "id" | "entityType" | "format" | "forms" | "references" | "examples"> & {
  letters: RegExp;
  contextWords: readonly string[];
};

/** Forms that a word must name: alone they are any product's code. */
const plate = ({ letters, ...detector }: Plate) =>
  idDocument({
    rule: "pii.vehicle.plate",
    category: "vehicle",
    check: ({ compact }) => (letters.test(compact) ? { reasons: ["form and letters of a plate"] } : null),
    ...detector,
  });

export const platesWest: readonly Detector[] = [
  plate({
    id: "es-plate",
    entityType: "ES_LICENSE_PLATE",
    format: "Four digits and three consonants, since 2000.",
    forms: ["9999AAA", "9999 AAA", "9999-AAA"],
    letters: /^\d{4}[BCDFGHJKLMNPRSTVWXYZ]{3}$/,
    contextWords: [
      "matrícula",
      "matricula",
      "matrícula del vehículo",
      "vehículo",
      "vehiculo",
      "coche",
      "spanish plate",
    ],
    references: ["Real Decreto 2822/1998, anexo XVIII"],
    examples: {
      match: ["Matrícula: 4821 KBX", "matricula 7310-LMN"],
      ignore: ["4821KBX", "matrícula 4821 KBA"],
    },
  }),
  plate({
    id: "it-plate",
    entityType: "IT_LICENSE_PLATE",
    format: "Two letters, three digits and two letters, since 1994; none of I, O, Q and U.",
    forms: ["AA999AA", "AA 999 AA", "AA 999AA", "AA-999-AA"],
    letters: /^[A-HJ-NPR-TV-Z]{2}\d{3}[A-HJ-NPR-TV-Z]{2}$/,
    contextWords: ["targa", "targa auto", "targato", "targata", "numero di targa", "italian plate"],
    references: ["DPR 495/1992, art. 256"],
    examples: { match: ["Targa: GK 482 XB", "auto targata FL731KM"], ignore: ["GK482XB", "targa GK482XI"] },
  }),
  plate({
    id: "pt-plate",
    entityType: "PT_LICENSE_PLATE",
    format: "Three pairs, one or two of them letters.",
    forms: ["AA-99-AA", "99-AA-99", "AA-99-99", "99-99-AA", "AA 99 AA"],
    letters: /^(?:[A-Z]{2}\d\d[A-Z]{2}|\d\d[A-Z]{2}\d\d|[A-Z]{2}\d{4}|\d{4}[A-Z]{2})$/,
    contextWords: [
      "matrícula",
      "matricula",
      "matrícula do veículo",
      "viatura",
      "veículo",
      "veiculo",
      "portuguese plate",
    ],
    references: ["Decreto-Lei 54/2005"],
    examples: {
      match: ["Matrícula: AK-48-XB", "viatura 48-KX-21"],
      ignore: ["matrícula AK-48-X", "matrícula AK-48-XB2"],
    },
  }),
];

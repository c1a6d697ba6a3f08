import { colombianNit } from "../../checks/colombian-nit.ts";
import { ecuadorianCedula } from "../../checks/ecuadorian-cedula.ts";
import { venezuelanRif } from "../../checks/venezuelan-rif.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { organisation } from "../national/kinds.ts";
import { proven } from "./proven.ts";

const coNit = organisation({
  id: "co-nit",
  provesItself: true,
  entityType: "CO_NIT",
  format: "Nine or ten digits and a check digit, as 999.999.999-9.",
  checksum: "Primes from the right, modulo 11.",
  forms: ["999.999.999-9", "999999999-9", "9.999.999.999-9", "9999999999"],
  check: proven({ reason: "check digit", holds: colombianNit, grouped: 0.5 }),
  contextWords: [
    "nit",
    "n.i.t.",
    "número de identificación tributaria",
    "numero de identificacion tributaria",
    "rut",
    "dian",
  ],
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["DIAN, Orden Administrativa 4 of 1989 (Colombia)"],
  examples: { match: ["NIT 900.482.019-1", "nit: 811582047-4"], ignore: ["NIT 900.482.019-0", "9004820191"] },
});

const coCedula = identifier({
  id: "co-cedula",
  entityType: "CO_CEDULA",
  format: "Six to ten digits, with dots or without; only in context.",
  forms: ["9{6,8}", "9999999999", "9{1,2}.999.999", "9.999.999.999"],
  check: ({ text, start }) => (text[start - 1] === "-" ? null : { reasons: ["form of a cédula"] }),
  contextWords: [
    ...[
      "cédula de ciudadanía",
      "cedula de ciudadania",
      "cédula",
      "cedula",
      "c.c.",
      "cc no",
      "cédula de extranjería",
      "nuip",
    ],
    ...["tarjeta de identidad", "número de cédula", "numero de cedula", "cédula no", "identificado con cc"],
  ],
  againstWords: ["catastral", "profesional"],
  confidence: { bare: 0, context: 0.88, against: 0 },
  references: ["Registraduría Nacional del Estado Civil (Colombia), NUIP"],
  examples: {
    match: ["Cédula de ciudadanía No. 1.048.201.937", "cédula: 52820471"],
    ignore: ["1.048.201.937", "cédula 48201"],
  },
});

const peDni = identifier({
  id: "pe-dni",
  entityType: "PE_DNI",
  format: "Eight digits, with a check digit or letter behind a dash on some; only in context.",
  forms: ["99999999", "99999999-9", "99999999-A"],
  check: ({ before }) => ({
    reasons: ["form"],
    confidence: /\b(?:reniec|peru)/i.test(before) && /dni/i.test(before) ? 0.92 : 0,
  }),
  contextWords: [
    "dni",
    "d.n.i.",
    "documento nacional de identidad",
    "reniec",
    "cui",
    "dni peruano",
    "dni nº",
  ],
  confidence: { bare: 0, context: 0.88, against: 0 },
  references: ["Ley 26497 (Peru), RENIEC"],
  examples: {
    match: ["RENIEC: DNI 48201937", "DNI peruano 58204719-3"],
    ignore: ["48201937", "DNI 4820193"],
  },
});

const peRuc = organisation({
  id: "pe-ruc",
  entityType: "PE_RUC",
  format: "Eleven digits from 10, 15, 16, 17 or 20.",
  checksum: "Weights 5-4-3-2-7-6-5-4-3-2, modulo 11.",
  forms: ["99999999999"],
  check: proven({
    reason: "kind and check digit",
    holds: (digits) =>
      /^(?:1[0567]|20)/.test(digits) &&
      (11 - (weightedSum(digits.slice(0, 10), [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 10 ===
        Number(digits[10]),
  }),
  contextWords: [
    "ruc",
    "r.u.c.",
    "registro único de contribuyentes",
    "registro unico de contribuyentes",
    "sunat",
  ],
  references: ["SUNAT, Decreto Legislativo 943 (Peru)"],
  examples: {
    match: ["RUC: 20482019375", "ruc 10582047192"],
    ignore: ["RUC 20482019370", "20482019375", "RUC 30482019376"],
  },
});

const ecCedula = identifier({
  id: "ec-cedula",
  entityType: "EC_CI",
  format: "Ten digits from the province, or thirteen with 001 behind them (RUC); only in context.",
  checksum: "Luhn.",
  forms: ["9999999999", "999999999-9", "9999999999001"],
  check: proven({
    reason: "province and check digit",
    holds: (digits) => ecuadorianCedula(digits.slice(0, 10)),
  }),
  contextWords: [
    "cédula",
    "cedula",
    "cédula de identidad",
    "cedula de identidad",
    "ci",
    "c.i.",
    "ruc",
    "cédula de ciudadanía",
    "ecuador",
    "nui",
  ],
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["Ley Orgánica de Gestión de la Identidad (Ecuador)", "Registro Civil, SRI"],
  examples: {
    match: ["Cédula: 1714820196", "RUC 0915820476001"],
    ignore: ["cédula de identidad 1714820190", "1714820196"],
  },
});

const veRif = identifier({
  id: "ve-rif",
  provesItself: true,
  entityType: "VE_RIF",
  format: "V, E, J, P, G or C and nine digits, as J-99999999-9.",
  checksum: "The letter and weights 3-2-7-6-5-4-3-2, modulo 11.",
  forms: ["A-99999999-9", "A999999999", "A-999999999", "A-99.999.999-9"],
  check: proven({ reason: "check digit", holds: venezuelanRif, grouped: 0.75 }),
  contextWords: [
    "rif",
    "r.i.f.",
    "registro de información fiscal",
    "registro único de información fiscal",
    "seniat",
  ],
  confidence: { bare: 0, context: 0.96, against: 0 },
  references: ["SENIAT, Providencia 0048 (Venezuela)"],
  examples: { match: ["RIF J-48201937-3", "V-12820471-3"], ignore: ["RIF J-48201937-0", "RIF A-48201937-1"] },
});

const veCedula = identifier({
  id: "ve-cedula",
  provesItself: true,
  entityType: "VE_CEDULA",
  format: "V or E and six to eight digits, with dots or without.",
  forms: ["v-9{1,2}.999.999", "e-9{1,2}.999.999", "v-9{6,8}", "e-9{7,8}", "v9{7,8}", "v.9{1,2}.999.999"],
  check: ({ value }) => ({ reasons: ["form"], confidence: value.split(".").length === 3 ? 0.6 : 0 }),
  contextWords: [
    "cédula",
    "cedula",
    "c.i.",
    "ci",
    "cédula de identidad",
    "cedula de identidad",
    "venezuela",
    "saime",
  ],
  confidence: { bare: 0, context: 0.93 },
  references: ["Ley Orgánica de Identificación (Venezuela)", "SAIME"],
  examples: {
    match: ["V-12.482.019", "C.I.: V-12820471"],
    ignore: ["V-12820471", "v12820471", "rev-12.482.019"],
  },
});

export const ANDES: readonly Detector[] = [coNit, coCedula, peDni, peRuc, ecCedula, veRif, veCedula];

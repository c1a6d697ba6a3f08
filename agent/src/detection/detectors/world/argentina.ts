import { argentineCbu } from "../../checks/argentine-cbu.ts";
import { argentineCuit } from "../../checks/argentine-cuit.ts";
import { isRepeatedDigit } from "../../checks/repeated-digit.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { passport } from "./passport.ts";
import { proven } from "./proven.ts";

const arDni = identifier({
  id: "ar-dni",
  entityType: "AR_DNI",
  format: "Seven or eight digits, as 99.999.999; only in context.",
  forms: ["99.999.999", "9.999.999", "99999999", "9999999", "m9999999", "f9999999"],
  contextWords: [
    "dni",
    "d.n.i.",
    "documento nacional de identidad",
    "número de documento",
    "nro documento",
    "libreta cívica",
    "dni nº",
    "documento",
  ],
  confidence: { bare: 0, context: 0.9, against: 0 },
  references: ["Ley 17.671 (Argentina)", "RENAPER"],
  examples: { match: ["DNI 28.204.193", "D.N.I.: 34820193"], ignore: ["28.204.193", "DNI 128.204.193"] },
});

const arCuit = identifier({
  id: "ar-cuit",
  entityType: "AR_CUIT",
  format: "CUIT or CUIL: eleven digits, as 99-99999999-9.",
  checksum: "Weights 5-4-3-2-7-6-5-4-3-2, modulo 11.",
  forms: ["99-99999999-9", "99999999999", "99 99999999 9", "99.99999999.9"],
  check: proven({ reason: "kind and check digit", holds: argentineCuit, grouped: 0.9 }),
  contextWords: [
    "cuit",
    "cuil",
    "cuit cuil",
    "cdi",
    "afip",
    "arca",
    "clave única de identificación tributaria",
    "clave única de identificación laboral",
  ],
  confidence: { bare: 0.15, context: 0.97, against: 0 },
  references: ["AFIP, Resolución General 10/1997 (Argentina)", "ANSES, CUIL"],
  examples: {
    match: ["CUIT 20-28204193-7", "27-34820193-5", "cuil: 20282041937"],
    ignore: ["CUIT 20-28204193-0", "CUIT 99-28204193-1"],
  },
});

const arCbu = identifier({
  id: "ar-cbu",
  entityType: "AR_CBU",
  rule: "pii.financial.iban",
  category: "financial",
  format: "Twenty-two digits: bank and branch, account, each with a check digit.",
  checksum: "Weights 7-1-3-9 and 3-9-7-1, modulo 10.",
  forms: ["9999999999999999999999", "99999999 99999999999999"],
  check: proven({
    reason: "two check digits",
    holds: (digits) => !isRepeatedDigit(digits) && argentineCbu(digits),
  }),
  contextWords: ["cbu", "cvu", "cbu nº", "clave bancaria uniforme", "clave virtual uniforme", "alias"],
  confidence: { bare: 0.3, context: 0.97, against: 0 },
  references: ["Banco Central de la República Argentina, Sistema Nacional de Pagos, CBU"],
  examples: {
    match: ["CBU: 0170099248201937650120", "cvu 0000003110004820193769"],
    ignore: ["CBU 0170099948201937650120", "CBU 017009992048201937650"],
  },
});

const arPassport = passport({
  id: "ar-passport",
  entityType: "AR_PASSPORT",
  country: /argentin/i,
  format: "Three letters and six digits; only in context.",
  forms: ["AAA999999"],
  contextWords: ["pasaporte", "pasaporte argentino", "argentine passport", "número de pasaporte"],
  references: ["RENAPER, pasaporte electrónico argentino"],
  examples: { match: ["pasaporte argentino AAF482019"], ignore: ["AAF482019", "pasaporte AA482019"] },
});

export const ARGENTINA: readonly Detector[] = [arDni, arCuit, arCbu, arPassport];

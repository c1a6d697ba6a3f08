import { chileanRut } from "../../checks/chilean-rut.ts";
import { isRepeatedDigit } from "../../checks/repeated-digit.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";

const clRut = identifier({
  id: "cl-rut",
  provesItself: true,
  entityType: "CL_RUT",
  format: "RUT or RUN: seven or eight digits and a digit or K, as 99.999.999-9.",
  checksum: "Weights 2 to 7 from the right, modulo 11.",
  forms: ["9{1,2}.999.999-9", "9{1,2}.999.999-k", "9{7,8}-9", "9{7,8}-k", "9{8,9}", "9{7,8}k"],
  check: ({ compact, value }) => {
    if (!chileanRut(compact) || isRepeatedDigit(compact.slice(0, -1))) return null;
    return {
      reasons: ["check digit"],
      confidence: value.includes(".") ? 0.9 : value.includes("-") ? 0.35 : 0,
    };
  },
  contextWords: [
    "rut",
    "run",
    "r.u.t.",
    "rol único tributario",
    "rol unico tributario",
    "rol único nacional",
    "cédula de identidad",
    "chilean rut",
    "cedula",
  ],
  confidence: { bare: 0, context: 0.96, against: 0 },
  references: ["DFL 3 of 1969 (Chile)", "Servicio de Registro Civil e Identificación"],
  examples: {
    match: ["RUT: 12.482.019-7", "8.204.719-0", "rut 158204711"],
    ignore: ["RUT 12.482.019-0", "158204711"],
  },
});

const uyCi = identifier({
  id: "uy-ci",
  provesItself: true,
  entityType: "UY_CI",
  format: "Seven or eight digits, as 9.999.999-9.",
  checksum: "Weights 2-9-8-7-6-3-4, modulo 10.",
  forms: ["9.999.999-9", "999.999-9", "9999999-9", "99999999"],
  check: ({ compact, value }) => {
    const number = compact.padStart(8, "0");
    const sum = weightedSum(number.slice(0, 7), [2, 9, 8, 7, 6, 3, 4]);
    if ((10 - (sum % 10)) % 10 !== Number(number[7])) return null;
    return { reasons: ["check digit"], confidence: value.includes(".") ? 0.5 : 0 };
  },
  contextWords: [
    "ci",
    "c.i.",
    "cédula",
    "cedula",
    "cédula de identidad",
    "cedula de identidad",
    "documento uruguayo",
    "uruguay",
  ],
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["Decreto-Ley 14.762 (Uruguay)", "Dirección Nacional de Identificación Civil"],
  examples: { match: ["C.I. 4.820.193-9", "cédula 3.582.047-1"], ignore: ["CI 4.820.193-0", "48201939"] },
});

export const CHILE_AND_URUGUAY: readonly Detector[] = [clRut, uyCi];

import { isShortBirthDate } from "../../checks/calendar-date.ts";
import { luhn } from "../../checks/luhn.ts";
import { mexicanCurp } from "../../checks/mexican-curp.ts";
import { mexicanRfcCheck } from "../../checks/mexican-rfc.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { passport } from "./passport.ts";
import { proven } from "./proven.ts";

const bornAt = (text: string, at: number) =>
  isShortBirthDate(
    Number(text.slice(at, at + 2)),
    Number(text.slice(at + 2, at + 4)),
    Number(text.slice(at + 4, at + 6)),
  );

const mxCurp = identifier({
  id: "mx-curp",
  entityType: "MX_CURP",
  format:
    "Four letters, date of birth, sex, state, three consonants, a character of the century, a check digit.",
  checksum: "Weights 18 to 2 over 37 characters, modulo 10.",
  forms: ["AAAA999999AAAAAAX9"],
  anyCase: true,
  check: proven({
    reason: "date of birth, state and check digit",
    holds: (text) => bornAt(text, 4) && mexicanCurp(text),
  }),
  contextWords: [
    "curp",
    "clave única de registro de población",
    "clave unica de registro de poblacion",
    "renapo",
  ],
  confidence: { bare: 0.95, context: 0.98 },
  references: [
    "Instructivo normativo para la asignación de la CURP, Diario Oficial de la Federación, 18 October 2021",
  ],
  examples: {
    match: ["CURP: TORF820419MDFKRL07", "vaxk910727hjcrlp08"],
    ignore: ["CURP: TORF820419MDFKRL00", "TORF821319MDFKRL05", "TORF820419MZZKRL05"],
  },
});

const mxRfc = identifier({
  id: "mx-rfc",
  entityType: "MX_RFC",
  format: "Four letters (three for companies), a date, three characters.",
  checksum: "Weights 13 to 2 modulo 11, which not all numbers hold.",
  forms: ["AAAA999999XXX", "AAA999999XXX", "AAAA-999999-XXX", "AAA-999999-XXX", "AAAA 999999 XXX"],
  check: ({ compact }) => {
    const isPerson = compact.length === 13;
    if (!bornAt(compact, isPerson ? 4 : 3) || !/[\dA]$/.test(compact)) return null;
    if (/^XA?[EX]X0[01]0101000$/.test(compact))
      return { reasons: ["date"], known: "generic number for anybody" };
    const severity = isPerson ? undefined : ("low" as const);
    const checked = mexicanRfcCheck(compact);
    return {
      reasons: [checked ? "date and check character" : "date"],
      confidence: checked ? (isPerson ? 0.7 : 0.5) : isPerson ? 0.3 : 0,
      ...(severity ? { severity } : {}),
    };
  },
  contextWords: [
    "rfc",
    "r.f.c.",
    "registro federal de contribuyentes",
    "sat",
    "rfc con homoclave",
    "rfc emisor",
    "rfc receptor",
    "contribuyente",
  ],
  confidence: { bare: 0.7, context: 0.95 },
  references: ["Código Fiscal de la Federación, article 27", "Servicio de Administración Tributaria, RFC"],
  examples: {
    match: ["RFC: TORF820419KX1", "TORF820419KX1", "RFC ABK910727QT5"],
    ignore: ["RFC: TORF821319KX1", "RFC TORF820419KXZ", "FICT820419"],
  },
});

const mxClabe = identifier({
  id: "mx-clabe",
  entityType: "MX_CLABE",
  rule: "pii.financial.iban",
  category: "financial",
  format: "Eighteen digits: bank, place, account, check.",
  checksum: "Weights 3-7-1, modulo 10.",
  forms: ["999999999999999999", "999 999 99999999999 9", "999-999-99999999999-9"],
  check: proven({
    reason: "bank and check digit",
    holds: (digits) =>
      /^(?:00[26]|0[1-9]\d|1[0-6]\d|6\d\d|7[0-2]\d|90[123])/.test(digits) &&
      (10 - (weightedSum(digits.slice(0, 17), [3, 7, 1]) % 10)) % 10 === Number(digits[17]),
    grouped: 0.7,
  }),
  contextWords: [
    "clabe",
    "clabe interbancaria",
    "cuenta clabe",
    "spei",
    "clave bancaria estandarizada",
    "clave interbancaria",
  ],
  confidence: { bare: 0.15, context: 0.96, against: 0 },
  references: ["Banco de México, Circular 14/2017 (SPEI)", "Asociación de Bancos de México, CLABE"],
  examples: {
    match: ["CLABE: 012180482019376507", "cuenta CLABE 002 180 58204719360 4"],
    ignore: ["CLABE 012180482019376500", "CLABE 999180482019376501"],
  },
});

const mxNss = identifier({
  id: "mx-nss",
  provesItself: true,
  entityType: "MX_NSS",
  format: "Eleven digits: office, year of registration, year of birth, order, check; only in context.",
  checksum: "Luhn.",
  forms: ["99999999999", "99-99-99-9999-9", "99 99 99 9999 9"],
  check: proven({ reason: "checksum Luhn", holds: (digits) => luhn(digits), grouped: 0.5 }),
  contextWords: [
    "nss",
    "imss",
    "número de seguridad social",
    "numero de seguridad social",
    "seguro social",
    "número de seguro social",
    "numero de afiliacion",
  ],
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["Reglamento de la Ley del Seguro Social en materia de afiliación (Mexico)", "IMSS"],
  examples: {
    match: ["NSS: 12048248202", "IMSS 48-98-82-4820-8"],
    ignore: ["NSS 12048248200", "12048248202"],
  },
});

const mxVoter = identifier({
  id: "mx-clave-elector",
  entityType: "MX_VOTER_ID",
  format: "Six letters, date of birth, state, sex, three digits.",
  forms: ["AAAAAA99999999h999", "AAAAAA99999999m999"],
  check: proven({
    reason: "date of birth and state",
    holds: (text) => bornAt(text, 6) && /^.{12}(?:0[1-9]|[12]\d|3[0-3]|8[78])/.test(text),
  }),
  contextWords: ["clave de elector", "ine", "ife", "credencial para votar", "credencial de elector"],
  confidence: { bare: 0.85, context: 0.97 },
  references: ["Ley General de Instituciones y Procedimientos Electorales (Mexico), article 156"],
  examples: {
    match: ["Clave de elector TRRSKL82041909M800", "VZKRLP91072714H300"],
    ignore: ["TRRSKL82131909M800", "TRRSKL82041999M800"],
  },
});

const mxPassport = passport({
  id: "mx-passport",
  entityType: "MX_PASSPORT",
  country: /m[eé]xic/iu,
  format: "A letter and eight digits; only in context.",
  forms: ["A99999999"],
  contextWords: ["pasaporte mexicano", "pasaporte", "número de pasaporte", "mexican passport"],
  references: ["Reglamento de Pasaportes (Mexico)", "Secretaría de Relaciones Exteriores"],
  examples: {
    match: ["pasaporte mexicano G48201937", "Mexican passport N48201937"],
    ignore: ["G48201937", "pasaporte G4820193"],
  },
});

export const MEXICO: readonly Detector[] = [mxCurp, mxRfc, mxClabe, mxNss, mxVoter, mxPassport];

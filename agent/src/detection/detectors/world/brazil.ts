import { brazilianCnh } from "../../checks/brazilian-cnh.ts";
import { brazilianCnpj } from "../../checks/brazilian-cnpj.ts";
import { brazilianCpf } from "../../checks/brazilian-cpf.ts";
import { brazilianVoter } from "../../checks/brazilian-voter.ts";
import { isRepeatedDigit } from "../../checks/repeated-digit.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { idDocument, organisation } from "../national/kinds.ts";
import { passport } from "./passport.ts";
import { proven, publishedExamples } from "./proven.ts";

const brCpf = identifier({
  id: "br-cpf",
  entityType: "BR_CPF",
  format: "Eleven digits, as 999.999.999-99.",
  checksum: "Two check digits, weights 10 to 2 and 11 to 2, modulo 11.",
  forms: [
    "999.999.999-99",
    "99999999999",
    "999999999-99",
    "999 999 999 99",
    "999-999-999-99",
    "999 999 999-99",
  ],
  check: proven({
    reason: "two check digits",
    holds: brazilianCpf,
    grouped: 0.9,
    known: publishedExamples("12345678909", "11144477735"),
  }),
  contextWords: [
    ...[
      "cpf",
      "cpf number",
      "número do cpf",
      "numero do cpf",
      "cpf nº",
      "cic",
      "cpf cnpj",
      "cadastro de pessoas físicas",
    ],
    ...["cadastro de pessoa física", "cadastro de pessoas fisicas", "contribuinte", "brazilian tax id"],
  ],
  confidence: { bare: 0.3, context: 0.97, against: 0.2 },
  references: ["Instrução Normativa RFB 2.172/2024", "Receita Federal, Cadastro de Pessoas Físicas"],
  examples: {
    match: ["CPF: 482.019.376-78", "582.047.193-88", '{"cpf":"48201937678"}', "cpf 111.444.777-35"],
    ignore: ["CPF: 482.019.376-00", "cpf 111.111.111-11", "148201937678"],
  },
});

const brCnpj = organisation({
  id: "br-cnpj",
  provesItself: true,
  entityType: "BR_CNPJ",
  format: "Fourteen characters, as 99.999.999/9999-99; since 2026 letters too, but for the last two.",
  checksum: "Two check digits modulo 11.",
  forms: ["XX.XXX.XXX/XXXX-99", "99999999999999", "XXXXXXXXXXXX99", "99999999/9999-99"],
  check: proven({ reason: "two check digits", holds: brazilianCnpj, grouped: 0.9 }),
  contextWords: [
    ...[
      "cnpj",
      "cnpj nº",
      "número do cnpj",
      "cgc",
      "cpf cnpj",
      "cadastro nacional da pessoa jurídica",
      "razão social",
    ],
    ...["cnpj number", "cadastro nacional de pessoas jurídicas", "cadastro nacional da pessoa juridica"],
  ],
  confidence: { bare: 0, context: 0.97, against: 0 },
  references: ["Instrução Normativa RFB 2.119/2022", "Instrução Normativa RFB 2.229/2024, CNPJ alfanumérico"],
  examples: {
    match: [
      "CNPJ 48.201.937/0001-51",
      "58.204.719/0002-05",
      "cnpj: 48201937000151",
      "CNPJ 12.ABC.345/01DE-35",
    ],
    ignore: ["CNPJ 48.201.937/0001-00", "CNPJ 12.ABC.345/01DE-36", "48201937000151"],
  },
});

const brRg = idDocument({
  id: "br-rg",
  entityType: "BR_RG",
  format: "Seven to nine digits, the last of them a digit or X, with dots and a dash; only in context.",
  forms: [
    "AA-99.999.999",
    "AA 99.999.999",
    "99.999.999-9",
    "99.999.999-x",
    "9.999.999-9",
    "9.999.999",
    "99.999.999",
    "9{7,9}",
    "99999999x",
    "99999999-9",
  ],
  contextWords: [
    ...["rg", "rg nº", "rg número", "carteira de identidade", "cédula de identidade", "cedula de identidade"],
    ...["registro geral", "identidade", "número do rg", "rg mg", "rg sp", "ssp", "órgão emissor"],
  ],
  confidence: { bare: 0, context: 0.9, against: 0 },
  references: ["Lei 7.116/1983", "Decreto 10.977/2022"],
  examples: {
    match: ["RG: 48.201.937-6", "carteira de identidade nº 48.201.937-X", "RG MG-12.482.019"],
    ignore: ["48.201.937-6", "RG 48.201", "total 48.201.937"],
  },
});

const brCnh = idDocument({
  id: "br-cnh",
  entityType: "BR_CNH",
  format: "Eleven digits; only in context.",
  checksum: "Two check digits modulo 11.",
  forms: ["99999999999"],
  check: proven({ reason: "two check digits", holds: brazilianCnh }),
  contextWords: [
    ...[
      "cnh",
      "carteira nacional de habilitação",
      "carteira nacional de habilitacao",
      "habilitação",
      "habilitacao",
    ],
    ...[
      "carteira de motorista",
      "carta de condução",
      "registro cnh",
      "número da cnh",
      "renach",
      "driver license",
    ],
  ],
  confidence: { bare: 0, context: 0.96, against: 0 },
  references: ["Código de Trânsito Brasileiro, art. 159", "Resolução CONTRAN 886/2021"],
  examples: {
    match: ["CNH 48201937687", "carteira de motorista: 58204719388"],
    ignore: ["48201937687", "CNH 48201937600", "CNH 11111111111"],
  },
});

const brPis = identifier({
  id: "br-pis",
  provesItself: true,
  entityType: "BR_PIS",
  format: "PIS, PASEP, NIS or NIT: eleven digits, as 999.99999.99-9.",
  checksum: "Weights 3-2-9-8-7-6-5-4-3-2, modulo 11.",
  forms: ["999.99999.99-9", "99999999999", "9.999.999.999-9"],
  check: proven({
    reason: "check digit",
    holds: (digits) =>
      !isRepeatedDigit(digits) &&
      ((11 - (weightedSum(digits.slice(0, 10), [3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10 ===
        Number(digits[10]),
    grouped: 0.8,
  }),
  contextWords: [
    ...["pis", "pasep", "pis pasep", "nis", "nit", "número do pis", "pis/pasep", "cadúnico", "ctps"],
    ...["programa de integração social", "número de identificação social", "carteira de trabalho"],
  ],
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["Lei Complementar 7/1970", "Caixa Econômica Federal, PIS/NIS"],
  examples: {
    match: ["PIS/PASEP: 120.48201.93-0", "125.82047.19-0", "NIS 12048201930"],
    ignore: ["PIS 120.48201.93-1", "12048201930"],
  },
});

const brVoter = identifier({
  id: "br-titulo-eleitor",
  entityType: "BR_VOTER_ID",
  format: "Twelve digits: a number, the state (01–28) and two checks; only in context.",
  checksum: "Weights 2 to 9 and 7-8-9, modulo 11.",
  forms: ["999999999999", "9999 9999 9999"],
  check: proven({ reason: "state and check digits", holds: brazilianVoter }),
  contextWords: [
    "título de eleitor",
    "titulo de eleitor",
    "título eleitoral",
    "titulo eleitoral",
    "título eleitor",
    "titulo eleitor",
  ],
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["Resolução TSE 23.659/2021"],
  examples: {
    match: ["título de eleitor 482019370191", "Titulo Eleitoral: 4820 1937 0892"],
    ignore: ["482019370191", "título de eleitor 482019370100"],
  },
});

const brPassport = passport({
  id: "br-passport",
  entityType: "BR_PASSPORT",
  country: /bra[sz]il|passaporte/i,
  format: "Two letters and six digits; only in context.",
  forms: ["AA999999"],
  contextWords: ["passaporte", "número do passaporte", "passaporte nº", "passaporte brasileiro"],
  references: ["Polícia Federal, Passaporte"],
  examples: {
    match: ["Passaporte: FK482019", "Brazilian passport GA482019"],
    ignore: ["FK482019", "passaporte F482019"],
  },
});

export const BRAZIL: readonly Detector[] = [brCpf, brCnpj, brRg, brCnh, brPis, brVoter, brPassport];

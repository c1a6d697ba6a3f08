import { mod11Of10 } from "../../checks/mod11-10.ts";
import { czechBirthNumber } from "../../checks/czech-birth-number.ts";
import { bulgarianEgn } from "../../checks/bulgarian-egn.ts";
import { luhn } from "../../checks/luhn.ts";
import { twoStageMod11 } from "../../checks/two-stage-mod11.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";
import type { Detector } from "../../detector.ts";
import type { EntityType } from "@dataguardian/shared/catalog";
import { slovenianTaxNumber } from "./balkans.ts";
import { latvianCompany } from "./baltics.ts";
import { cypriotTic } from "./cyprus-malta.ts";
import { ico, slovakTaxNumber } from "./czechia-slovakia.ts";
import { cvr } from "./denmark.ts";
import { VAT_WORDS } from "./european-words.ts";
import { businessId } from "./finland.ts";
import { afm } from "./greece.ts";
import { companyTaxStem } from "./hungary.ts";
import { organisation } from "./kinds.ts";
import { nip } from "./poland.ts";
import { cui, eik, lnch } from "./romania-bulgaria.ts";

interface Country {
  code: string;
  entityType: EntityType;
  /** Of the part behind the country's letters. */
  forms: readonly string[];
  holds: (body: string) => boolean;
  words: readonly string[];
  format: string;
  examples: Detector["examples"];
}

/** EE: weights 3-7-1, a multiple of ten. */
const estonian = (digits: string) => weightedSum(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0;
/** MT: weights 3-4-6-7-8-9-10-1 modulo 37. */
const maltese = (digits: string) => weightedSum(digits, [3, 4, 6, 7, 8, 9, 10, 1]) % 37 === 0;
/** LT: the last digit but one is 1. */
const lithuanian = (digits: string) => digits.at(-2) === "1" && twoStageMod11(digits);
const czech = (digits: string) =>
  digits.length === 8 ? ico(digits) : digits.length === 10 && czechBirthNumber(digits);
const bulgarian = (digits: string) =>
  digits.length === 9 ? eik(digits) : bulgarianEgn(digits) || lnch(digits);
const latvian = (digits: string) => /^[459]/.test(digits) && latvianCompany(digits);
const swedish = (digits: string) => digits.endsWith("01") && luhn(digits.slice(0, 10));

/** A Czech or Bulgarian sole trader's is the national number itself. */
const HOLDS_BIRTH_NUMBER = /^(?:CZ|BG)\d{10}$/;

const COUNTRIES: readonly Country[] = [
  {
    code: "pl",
    entityType: "PL_VAT",
    forms: ["9999999999", "999-999-99-99", "999 999 99 99"],
    holds: nip,
    words: ["nip", "nip ue"],
    format: "PL and ten digits",
    examples: { match: ["VAT: PL5261043821", "PL 713-294-18-55"], ignore: ["VAT PL5261043820"] },
  },
  {
    code: "se",
    entityType: "SE_VAT",
    forms: ["999999999999"],
    holds: swedish,
    words: ["moms", "momsnr", "momsregistreringsnummer", "momsnummer"],
    format: "SE and twelve digits that end in 01",
    examples: { match: ["VAT: SE556482193101"], ignore: ["SE556482193001"] },
  },
  {
    code: "fi",
    entityType: "FI_VAT",
    forms: ["99999999"],
    holds: businessId,
    words: ["alv", "alv numero", "alv nro", "arvonlisäveronumero"],
    format: "FI and eight digits",
    examples: { match: ["VAT: FI24819037"], ignore: ["VAT FI24819030"] },
  },
  {
    code: "dk",
    entityType: "DK_VAT",
    forms: ["99999999", "99 99 99 99"],
    holds: cvr,
    words: ["moms", "momsnr", "cvr", "se nr"],
    format: "DK and eight digits",
    examples: { match: ["VAT: DK28471904", "cvr DK 31 84 27 51"], ignore: ["VAT DK28471900"] },
  },
  {
    code: "cz",
    entityType: "CZ_DIC",
    forms: ["9{8,10}"],
    holds: czech,
    words: ["dič", "dic", "dph", "daňové identifikační číslo", "danove identifikacni cislo"],
    format: "CZ and eight digits, or a sole trader's rodné číslo",
    examples: { match: ["DIČ: CZ48291731", "DIČ CZ8507141236"], ignore: ["DIČ CZ48291730"] },
  },
  {
    code: "sk",
    entityType: "SK_VAT",
    forms: ["9999999999"],
    holds: slovakTaxNumber,
    words: ["ič dph", "ic dph", "dph"],
    format: "SK and ten digits",
    examples: { match: ["IČ DPH: SK2020482915"], ignore: ["IČ DPH SK2020482910"] },
  },
  {
    code: "hu",
    entityType: "HU_VAT",
    forms: ["99999999"],
    holds: companyTaxStem,
    words: ["áfa", "közösségi adószám", "adószám", "eu adószám"],
    format: "HU and eight digits",
    examples: { match: ["közösségi adószám: HU14829178"], ignore: ["VAT HU14829170"] },
  },
  {
    code: "ro",
    entityType: "RO_VAT",
    forms: ["9{6,10}"],
    holds: cui,
    words: ["cui", "cif", "tva", "cod tva", "cod fiscal", "cod de tva"],
    format: "RO and up to ten digits",
    examples: { match: ["CIF: RO14829174"], ignore: ["CIF RO14829170"] },
  },
  {
    code: "bg",
    entityType: "BG_VAT",
    forms: ["9{9,10}"],
    holds: bulgarian,
    words: ["ддс", "ддс №", "идент номер по ддс", "dds"],
    format: "BG and nine or ten digits",
    examples: { match: ["VAT: BG201482911"], ignore: ["ДДС BG201482910"] },
  },
  {
    code: "hr",
    entityType: "HR_VAT",
    forms: ["99999999999"],
    holds: mod11Of10,
    words: ["oib", "pdv", "pdv id"],
    format: "HR and eleven digits",
    examples: { match: ["PDV ID: HR48291730659"], ignore: ["PDV ID HR48291730650"] },
  },
  {
    code: "si",
    entityType: "SI_VAT",
    forms: ["99999999"],
    holds: slovenianTaxNumber,
    words: ["ddv", "id za ddv", "davčna številka"],
    format: "SI and eight digits",
    examples: { match: ["ID za DDV: SI48291803"], ignore: ["ID za DDV SI48291730"] },
  },
  {
    code: "ee",
    entityType: "EE_VAT",
    forms: ["999999999"],
    holds: estonian,
    words: ["kmkr", "kmkr nr", "käibemaksukohustuslase number", "kmkr number"],
    format: "EE and nine digits",
    examples: { match: ["KMKR: EE104829174"], ignore: ["KMKR EE104829170"] },
  },
  {
    code: "lt",
    entityType: "LT_VAT",
    forms: ["999999999", "999999999999"],
    holds: lithuanian,
    words: ["pvm", "pvm kodas", "pvm mokėtojo kodas", "pvm moketojo kodas"],
    format: "LT and nine or twelve digits",
    examples: { match: ["PVM kodas: LT104829017"], ignore: ["PVM kodas LT304829010"] },
  },
  {
    code: "lv",
    entityType: "LV_VAT",
    forms: ["99999999999"],
    holds: latvian,
    words: ["pvn", "pvn nr", "pvn reģistrācijas numurs"],
    format: "LV and eleven digits",
    examples: { match: ["PVN: LV40104829174"], ignore: ["PVN LV40104829170"] },
  },
  {
    code: "el",
    entityType: "GR_VAT",
    forms: ["999999999"],
    holds: afm,
    words: ["αφμ", "φπα", "afm"],
    format: "EL and nine digits",
    examples: { match: ["VAT: EL148291731", "ΑΦΜ EL 047391821"], ignore: ["VAT EL148291730"] },
  },
  {
    code: "cy",
    entityType: "CY_VAT",
    forms: ["99999999A"],
    holds: cypriotTic,
    words: ["φπα", "tic"],
    format: "CY, eight digits and a letter",
    examples: { match: ["VAT: CY10391820D"], ignore: ["VAT CY103918200"] },
  },
  {
    code: "mt",
    entityType: "MT_VAT",
    forms: ["99999999"],
    holds: maltese,
    words: ["taxxa fuq il valur miżjud", "numru tal vat"],
    format: "MT and eight digits",
    examples: { match: ["VAT: MT14820030"], ignore: ["VAT MT14829100"] },
  },
];

/** Numbers for value added tax of the EU, with the country's letters; a sole trader's may be one of a person. */
export const VAT_DETECTORS: readonly Detector[] = COUNTRIES.map(
  ({ code, entityType, forms, holds, words, format, examples }) =>
    organisation({
      id: `${code === "el" ? "gr" : code}-vat`,
      entityType,
      format: `${format}.`,
      checksum: "The country's own check.",
      forms: forms.flatMap((form) => [code + form, `${code} ${form}`, `${code}-${form}`]),
      check: ({ compact }) => {
        if (!holds(compact.slice(2))) return null;
        const reasons = ["country and check digit"];
        return HOLDS_BIRTH_NUMBER.test(compact)
          ? { reasons: [...reasons, "holds a person's own number"], severity: "high" }
          : { reasons };
      },
      contextWords: [...words, ...VAT_WORDS],
      confidence: { bare: 0.5, context: 0.97, against: 0.2 },
      references: ["Council Directive 2006/112/EC, art. 215", "https://ec.europa.eu/taxation_customs/vies/"],
      examples: {
        match: [
          ...examples.match,
          ...examples.match.map((one) => `Invoice to ${one.replace(/^.*?: /, "")}, VAT id above`),
        ],
        ignore: [...examples.ignore, ...examples.match.map((one) => `${one}77`)],
      },
    }),
);

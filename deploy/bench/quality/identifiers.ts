import { stdnum } from "stdnum";
import { isValidIBAN } from "ibantools";
import validator from "validator";
import { labelled, type Subject } from "./subject.ts";

/** Labels by language, and whether another party's checker accepts a value. Nothing here is shared with the detectors. */
type Row = readonly [
  type: string,
  mask: string,
  accepts: (value: string) => boolean,
  labels: Readonly<Record<string, readonly string[]>>,
];

type Checker = { validate: (value: string) => { isValid: boolean } };
const by = (country: string, name: string) => {
  const checker = (stdnum as unknown as Record<string, Record<string, Checker>>)[country]?.[name];
  if (!checker) throw new Error(`the oracle has no ${country} ${name}`);
  return (value: string) =>
    checker.validate(value).isValid || checker.validate(value.replace(/[ .-]/g, "")).isValid;
};
/** The oracles are laxer than the authorities in some points: a value must pass both. */
const and = (accepts: (value: string) => boolean, form: RegExp) => (value: string) =>
  accepts(value) && form.test(value);
/** Of the first ten digits of a Steuer-ID one comes two or three times, never thrice in a row, and no other one twice. */
const oneDigitRepeats = (value: string) => {
  if (/(\d)\1\1/.test(value.slice(0, 10))) return false;
  const counts = [...Map.groupBy(value.slice(0, 10), (digit) => digit).values()]
    .map((of) => of.length)
    .sort();
  return (counts.at(-1) ?? 0) <= 3 && (counts.at(-2) ?? 0) === 1;
};
const taxId = (locale: string) => (value: string) => validator.isTaxID(value, locale as never);

/**
 * In a mask `#` is a digit, `@` a capital, `*` either, `y` a date of birth as yymmdd, `d` one as ddmmyy, `f` one as
 * yyyymmdd; anything else stands for itself.
 */
const ROWS: readonly Row[] = [
  [
    "NL_BSN",
    "#########",
    by("NL", "bsn"),
    { nl: ["BSN", "burgerservicenummer", "sofinummer"], en: ["citizen service number"] },
  ],
  [
    "BE_NN",
    "y#####",
    and(by("BE", "nn"), /(?:0[1-9]|[1-8]\d|9[0-7])$/),
    { nl: ["rijksregisternummer", "INSZ"], fr: ["numéro national", "numéro de registre national"] },
  ],
  [
    "DE_STEUERID",
    "###########",
    (value) => by("DE", "idnr")(value) && oneDigitRepeats(value),
    { de: ["Steuer-ID", "Steuerliche Identifikationsnummer"] },
  ],
  [
    "FR_NIR",
    "1##0#75########",
    and(by("FR", "nir"), /^...(?:0[1-9]|1[0-2])/),
    { fr: ["numéro de sécurité sociale", "NIR"] },
  ],
  ["ES_DNI", "########@", by("ES", "dni"), { es: ["DNI", "documento nacional de identidad"] }],
  ["ES_NIE", "X#######@", by("ES", "nie"), { es: ["NIE"] }],
  ["PT_NIF", "#########", and(by("PT", "nif"), /^[1235]/), { pt: ["NIF", "número de contribuinte"] }],
  ["PL_PESEL", "y#####", by("PL", "pesel"), { pl: ["PESEL", "numer PESEL"] }],
  ["PL_NIP", "##########", by("PL", "nip"), { pl: ["NIP"] }],
  ["SE_PNR", "y-####", by("SE", "personnummer"), { sv: ["personnummer"] }],
  ["FI_HETU", "d-###*", by("FI", "hetu"), { fi: ["henkilötunnus", "HETU"] }],
  ["DK_CPR", "d-####", by("DK", "cpr"), { da: ["CPR-nummer", "CPR"] }],
  ["NO_FNR", "d#####", by("NO", "fodselsnummer"), { no: ["fødselsnummer", "personnummer"] }],
  ["CH_AHV", "756.####.####.##", by("CH", "ssn"), { de: ["AHV-Nummer"], fr: ["numéro AVS"] }],
  ["AT_SVNR", "####d", and(by("AT", "vnr"), /^[1-9]/), { de: ["Sozialversicherungsnummer", "SVNR"] }],
  ["CZ_RC", "y/####", by("CZ", "rc"), { cs: ["rodné číslo"] }],
  ["RO_CNP", "1y######", by("RO", "cnp"), { ro: ["CNP", "cod numeric personal"] }],
  ["BG_EGN", "y####", by("BG", "egn"), { bg: ["ЕГН", "EGN"] }],
  ["HR_OIB", "###########", by("HR", "oib"), { hr: ["OIB"] }],
  ["EE_IK", "3y####", by("EE", "ik"), { et: ["isikukood"] }],
  ["LT_AK", "3y####", by("LT", "asmens"), { lt: ["asmens kodas"] }],
  ["GR_AMKA", "d#####", by("GR", "amka"), { el: ["ΑΜΚΑ", "AMKA"] }],
  ["GR_AFM", "#########", by("GR", "vat"), { el: ["ΑΦΜ", "AFM"] }],
  ["GB_NINO", "@@######@", by("GB", "nino"), { en: ["National Insurance number", "NINO"] }],
  ["IE_PPS", "#######@", by("IE", "pps"), { en: ["PPS number", "PPSN"] }],
  ["US_SSN", "###-##-####", by("US", "ssn"), { en: ["SSN", "Social Security number"] }],
  ["CA_SIN", "###-###-###", and(by("CA", "sin"), /^[1-79]/), { en: ["SIN", "social insurance number"] }],
  ["AU_TFN", "### ### ###", by("AU", "tfn"), { en: ["TFN", "tax file number"] }],
  ["IN_AADHAAR", "#### #### ####", by("IN", "aadhaar"), { en: ["Aadhaar", "Aadhaar number"] }],
  ["IN_PAN", "@@@@@####@", by("IN", "pan"), { en: ["PAN", "PAN card"] }],
  ["BR_CPF", "###.###.###-##", by("BR", "cpf"), { pt: ["CPF"] }],
  ["BR_CNPJ", "##.###.###/0001-##", by("BR", "cnpj"), { pt: ["CNPJ"] }],
  ["ZA_ID", "y####08#", by("ZA", "idnr"), { en: ["South African ID", "ID number"] }],
  ["KR_RRN", "y-1######", by("KR", "rrn"), { ko: ["주민등록번호"], en: ["resident registration number"] }],
  ["TR_TCKN", "###########", by("TR", "tckimlik"), { tr: ["TC Kimlik No", "TCKN"] }],
  ["IL_ID", "#########", by("IL", "idnr"), { en: ["Israeli ID", "Teudat Zehut"] }],
  ["TH_NATIONAL_ID", "#-####-#####-##-#", by("TH", "idnr"), { en: ["Thai national ID"] }],
  [
    "CN_RESIDENT_ID",
    "110101f####",
    by("CN", "ric"),
    { en: ["Chinese resident identity card"], zh: ["身份证号"] },
  ],
  ["NZ_IRD", "##-###-###", and(by("NZ", "ird"), /^[1-9]/), { en: ["IRD number"] }],
  ["LU_MATRICULE", "f#####", taxId("fr-LU"), { fr: ["matricule"] }],
  ["HU_ADO", "8#########", taxId("hu-HU"), { hu: ["adóazonosító jel"] }],
  [
    "PAYMENT_CARD",
    "4539############",
    (v) => validator.isCreditCard(v),
    { en: ["credit card", "card number"], nl: ["creditcard"], de: ["Kreditkarte"] },
  ],
  [
    "IBAN",
    "NL##RABO03########",
    (v) => isValidIBAN(v),
    { nl: ["IBAN", "rekeningnummer"], en: ["IBAN", "bank account"], de: ["IBAN", "Kontonummer"] },
  ],
  ["IBAN", "DE##10070000########00", (v) => isValidIBAN(v), { de: ["IBAN"], en: ["account"] }],
  ["IMEI", "35#############", (v) => validator.isIMEI(v), { en: ["IMEI"] }],
];

export const IDENTIFIERS: readonly Subject[] = ROWS.filter(
  ([, , , labels]) => Object.keys(labels).length > 0,
).flatMap(([type, mask, accepts, labels]) =>
  Object.entries(labels).map(([language, names]) => labelled(type, language, names, mask, accepts)),
);

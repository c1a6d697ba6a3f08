import { expect, test } from "vitest";
import { Engine } from "../../engine.ts";
import { Sensitive } from "../../sensitive.ts";
import { WEST_DETECTORS } from "./west.ts";

/** Samples that the authorities and the makers of validators publish: a name, a number that holds, and one that does not. */
const SAMPLES = [
  ["NL_BSN", "bsn", "111222333", "111252333"],
  ["NL_RSIN", "rsin", "001855013", "001855014"],
  ["NL_ONDERWIJSNR", "onderwijsnummer", "101222331", "100252333"],
  ["NL_BTW_ID", "btw", "NL002455799B11", "NL002455799B12"],
  ["NL_OB_LH_NR", "omzetbelastingnummer", "004495445B01", "04495445B01"],
  ["NL_KVK", "kvk", "68750110", "6875011"],
  ["NL_VESTIGINGSNR", "vestigingsnummer", "000037178598", "37178598"],
  ["NL_ID_DOC", "paspoort", "XR1001R58", "581001RXR"],
  ["NL_RIJBEWIJS", "rijbewijs", "5094962111", "509496211"],
  ["NL_KENTEKEN", "kenteken", "16-RSL-9", "12-ABE-3"],
  ["NL_BIG", "big-nummer", "19012345601", "1901234560"],
  ["NL_AGB", "agb", "01012345", "0101234"],
  ["NL_UZOVI", "uzovi", "3311", "331"],
  ["NL_VNUMMER", "v-nummer", "2901234567", "290123456"],
  ["NL_BANK11", "rekeningnummer", "123456789", "123456788"],
  ["BE_NN", "rijksregisternummer", "85.07.30-033 28", "12345678901"],
  ["BE_BIS", "bis-nummer", "88222999936", "08222999935"],
  ["BE_VAT", "btw", "0566.988.259", "0566.988.258"],
  ["BE_EID", "identiteitskaart", "592123456732", "592123456733"],
  ["DE_STEUERID", "steuer-id", "36 574 261 809", "36574261890"],
  ["DE_PERSO", "personalausweis", "L01X00T471", "L01X00T472"],
  ["DE_PASS", "reisepass", "C01X00T478", "C01X00T479"],
  ["DE_SVNR", "sozialversicherungsnummer", "15 070649 C 103", "15070649C102"],
  ["DE_KVNR", "krankenversichertennummer", "A123456780", "A123456781"],
  ["FR_NIR", "nir", "2 95 10 99 126 111 93", "295109912611199"],
  ["FR_SIREN", "siren", "552 008 443", "552 008 442"],
  ["FR_SIRET", "siret", "73282932000074", "73282932000075"],
  ["ES_DNI", "dni", "54362315-K", "54362315Z"],
  ["ES_NIE", "nie", "X-2482300-W", "X2482300A"],
  ["ES_NSS", "nss", "281234567840", "281234567841"],
  ["IT_CF", "codice fiscale", "RCCMNL83S18D969H", "RCCMNL83S18D967H"],
  ["PT_NIF", "nif", "501964843", "501964842"],
  ["PT_CC", "cartão de cidadão", "00000000 0 ZZ4", "00000000 0 ZZ3"],
  ["GB_NINO", "nino", "HH 01 23 45 D", "QQ123456C"],
  ["GB_NHS", "nhs", "943 476 5870", "9434765871"],
  ["GB_CHI", "chi", "0101901232", "0101901233"],
  ["GB_UTR", "utr", "1955839661", "2955839661"],
  ["GB_DL", "driving licence", "MORGA753116SM9IJ", "MORGA793116SM9IJ"],
  ["IE_PPS", "pps", "6433435F", "6433435E"],
  ["LU_MATRICULE", "matricule", "1990 0101 123 85", "1990010112386"],
] as const;

const engine = new Engine(WEST_DETECTORS);
const found = (text: string, type: string) =>
  engine
    .scan(text)
    .filter(({ detector }) => detector.entityType === type)
    .map(({ value }) => Sensitive.reveal(value));

test.each(SAMPLES)("%s", (type, name, valid, invalid) => {
  expect(found(`${name}: ${valid}`, type)).toEqual([valid]);
  expect(found(`"${name}": "${valid}"`, type)).toEqual([valid]);
  expect(found(`${name}: ${invalid}`, type)).toEqual([]);
});

import fc from "fast-check";
import { stdnum } from "stdnum";
import validator from "validator";
import { describe, expect, test } from "vitest";
import { Candidate } from "../candidate.ts";
import { WORLD_DETECTORS } from "../detectors/world/index.ts";

const RUNS = { seed: 7, numRuns: 400 };
const ALNUM = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: length, maxLength: length });
const chosen = (...texts: readonly string[]) => fc.constantFrom(...texts);
const two = (min: number, max: number) =>
  fc.integer({ min, max }).map((number) => String(number).padStart(2, "0"));
/** Days that each month has, and a month that no year has. */
const yymmdd = joined(two(60, 99), two(1, 13), two(1, 29));

function joined(...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc.tuple(...parts).map((all) => all.join(""));
}

const oracle = (country: string, name: string) => (value: string) =>
  stdnum[country]?.[name]?.validate(value).isValid === true;

/** Whether the detector takes the value for one of its own, in context. */
function takes(id: string): (value: string) => boolean {
  const detector = WORLD_DETECTORS.find((one) => one.id === id);
  if (!detector?.check) throw new Error(`${id} has no check`);
  const { check } = detector;
  return (value) => check(new Candidate(value, 0, value.length), () => true) !== null;
}

/** Detector, what comes before its check characters, those, and who else knows. */
type Case = readonly [
  id: string,
  body: fc.Arbitrary<string>,
  checks: readonly string[],
  knows: (value: string) => boolean,
];

const ONE = [..."0123456789"];
const TWO = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, "0"));
const LETTER = [...ALNUM];

const CASES: readonly Case[] = [
  ["au-abn", digits(10), ONE, oracle("AU", "abn")],
  ["au-acn", digits(8), ONE, oracle("AU", "acn")],
  ["au-tfn", digits(8), ONE, oracle("AU", "tfn")],
  ["ca-sin", digits(8), ONE, oracle("CA", "sin")],
  ["ca-health-card-bc", joined(chosen("9"), digits(8)), ONE, oracle("CA", "bc_bhn")],
  ["nz-ird", joined(chosen("0", "1"), digits(7)), ONE, oracle("NZ", "ird")],
  ["in-aadhaar", joined(chosen("3", "9"), digits(10)), ONE, oracle("IN", "aadhaar")],
  ["in-vid", joined(chosen("3", "9"), digits(14)), ONE, oracle("IN", "vid")],
  [
    "in-gstin",
    joined(
      chosen("07", "27"),
      chosen("AAPFU", "BXKPT"),
      digits(4),
      chosen("FAZ", "ZZZ").map((t) => t.charAt(0) + "1Z"),
    ),
    LETTER,
    oracle("IN", "gstin"),
  ],
  ["sg-uen", digits(8), LETTER, oracle("SG", "uen")],
  ["sg-uen", joined(chosen("2009", "1998"), digits(5)), LETTER, oracle("SG", "uen")],
  ["sg-uen", joined(chosen("T08", "S99"), chosen("LL", "PF"), digits(4)), LETTER, oracle("SG", "uen")],
  ["br-cpf", digits(9), TWO, oracle("BR", "cpf")],
  ["br-cnpj", digits(12), TWO, oracle("BR", "cnpj")],
  ["kr-rrn", joined(yymmdd, chosen("1", "2"), digits(5)), ONE, oracle("KR", "rrn")],
  ["kr-brn", joined(two(11, 99), digits(7)), ONE, oracle("KR", "brn")],
  ["jp-corporate-number", digits(12), ONE, oracle("JP", "cn")],
  [
    "cn-resident-id",
    joined(chosen("440306", "110105"), chosen("19"), yymmdd, digits(3)),
    [...ONE, "X"],
    oracle("CN", "ric"),
  ],
  [
    "cn-uscc",
    joined(chosen("91440300MA5", "913101155"), digits(4)).map((t) => t.padEnd(17, "7")),
    LETTER,
    oracle("CN", "uscc"),
  ],
  ["hk-hkid", joined(chosen("K", "AB", "Z"), digits(6)), [...ONE, "A"], oracle("HK", "hkid")],
  [
    "tw-national-id",
    joined(chosen(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"), chosen("1", "2"), digits(7)),
    ONE,
    (value) => validator.isIdentityCard(value, "zh-TW"),
  ],
  ["my-nric", joined(yymmdd, two(0, 99), digits(3)), ONE, oracle("MY", "nric")],
  ["id-npwp", joined(chosen("01"), digits(6)), ONE.map((check) => `${check}412000`), oracle("ID", "npwp")],
  ["th-national-id", joined(chosen("1", "3", "8"), digits(11)), ONE, oracle("TH", "idnr")],
  ["tr-tckn", joined(chosen("1", "4", "9"), digits(8)), TWO, oracle("TR", "tckimlik")],
  ["tr-vkn", digits(9), ONE, oracle("TR", "vkn")],
  ["il-teudat-zehut", digits(8), ONE, oracle("IL", "idnr")],
  ["pk-cnic", joined(two(11, 77), digits(10)), ONE, oracle("PK", "cnic")],
  ["za-id", joined(yymmdd, digits(4), chosen("0", "1"), chosen("8", "9")), ONE, oracle("ZA", "idnr")],
  ["mx-clabe", joined(chosen("002", "012", "072"), chosen("180"), digits(11)), ONE, oracle("MX", "clabe")],
  ["mx-curp", joined(chosen("TORF"), yymmdd, chosen("MDFKRL0", "HJCRRSA")), ONE, oracle("MX", "curp")],
  ["ar-cuit", joined(chosen("20", "23", "27", "30"), digits(8)), ONE, oracle("AR", "cuit")],
  ["cl-rut", joined(chosen("1", "8"), digits(7)), [...ONE, "K"], oracle("CL", "rut")],
  ["co-nit", digits(9), ONE, oracle("CO", "nit")],
  ["pe-ruc", joined(chosen("10", "20"), digits(8)), ONE, oracle("PE", "ruc")],
  ["ec-cedula", joined(two(1, 24), chosen("0", "3", "5"), digits(6)), ONE, oracle("EC", "ci")],
  ["uy-ci", digits(7), ONE, oracle("UY", "cedula")],
  ["ve-rif", joined(chosen(..."VEJPG"), digits(8)), ONE, oracle("VE", "rif")],
  [
    "ar-cbu",
    joined(chosen("017", "285"), digits(4)),
    ONE.map((check) => `${check}40090418135201`),
    oracle("AR", "cbu"),
  ],
  ["ru-inn", digits(9), ONE, oracle("RU", "inn")],
  ["ru-inn", digits(10), TWO, oracle("RU", "inn")],
  ["ua-rntrc", digits(9), ONE, oracle("UA", "rntrc")],
];

/** Where ours is meant to differ from the oracle. */
const DIFFERS: Readonly<Record<string, (value: string) => boolean>> = {
  // 0 is a temporary tax number, 8 is not given out; the oracle sees it the other way round.
  "ca-sin": (value) => /^(\d)\1*$/.test(value) || /^[08]/.test(value),
  // The specification calls a number invalid that leaves 11, which the oracle writes as 0.
  "ca-health-card-bc": (value) => value.endsWith("0"),
  // Ours asks for ten million and more.
  "nz-ird": (value) => value < "010000000",
  // The oracle takes a remainder of nothing for no check character.
  "cn-uscc": (value) => value.endsWith("0"),
  // The oracle takes places that are not in the list of the register.
  "my-nric": (value) => /^.{6}(?:0[01]|1[6-9]|2\d|6[0-9]|7\d|8[01]|9\d)/.test(value),
  // The oracle writes the check digit 0 as 10.
  "ar-cbu": (value) => value[7] === "0",
  "ru-inn": (value) => value.startsWith("00"),
};

describe.each(CASES)("%s", (id, body, checks, knows) => {
  test("agrees with the oracle on every check there could be", () => {
    const ours = takes(id);
    const differs = DIFFERS[id] ?? (() => false);
    fc.assert(
      fc.property(body, (text) => {
        for (const check of checks) {
          const value = text + check;
          if (!differs(value)) expect([value, ours(value)]).toEqual([value, knows(value)]);
        }
      }),
      RUNS,
    );
  });
});

test("Taiwan's business number: all that the older rule of the oracle takes, and one in five instead of ten", () => {
  fc.assert(
    fc.property(digits(7), (body) => {
      fc.pre(body !== "0000000" && body.charAt(6) !== "7");
      for (const check of ONE)
        if (oracle("TW", "ubn")(body + check)) expect(takes("tw-ubn")(body + check)).toBe(true);
      expect(ONE.filter((check) => takes("tw-ubn")(body + check))).toHaveLength(2);
    }),
    RUNS,
  );
});

/** Numbers that authorities and manuals print, where nobody else checks them. */
const PUBLISHED: readonly (readonly [id: string, value: string])[] = [
  ["us-npi", "1234567893"],
  ["us-aba-routing", "021000021"],
  ["us-dea", "AB1234563"],
  ["us-mbi", "1EG4-TE5-MK73"],
  ["au-medicare", "2123456701"],
  ["nz-nhi", "ZAC5361"],
  ["nz-nhi", "ALU18KZ"],
  ["sg-nric-fin", "S1234567D"],
  ["br-cnpj", "12.ABC.345/01DE-35"],
  ["br-cnh", "97625655678"],
  ["br-titulo-eleitor", "102385010671"],
  ["jp-my-number", "123456789018"],
  ["mx-rfc", "GODE561231GR8"],
  ["ru-snils", "112-233-445 95"],
];

test.each(PUBLISHED)("%s takes %s, and no other last digit", (id, value) => {
  expect(takes(id)(value)).toBe(true);
  if (["us-mbi", "mx-rfc", "sg-nric-fin", "au-medicare"].includes(id)) return;
  const others = (/\d$/.test(value) ? ONE : LETTER.slice(10)).filter((check) => !value.endsWith(check));
  for (const check of others) expect(takes(id)(value.slice(0, -1) + check)).toBe(false);
});

/** No oracle knows these: each body must have exactly one check, or none where the sum leaves ten. */
const ALONE: readonly (readonly [id: string, body: fc.Arbitrary<string>, checks: readonly string[]])[] = [
  ["sg-nric-fin", joined(chosen(..."STFGM"), digits(7)), LETTER],
  ["br-cnh", joined(chosen("1", "9"), digits(8)), TWO],
  ["br-pis", joined(chosen("1"), digits(9)), ONE],
  ["jp-my-number", joined(chosen("1", "9"), digits(10)), ONE],
  ["kr-frn", joined(yymmdd, chosen("5", "6"), digits(5)), ONE],
  ["kz-iin", joined(yymmdd, chosen("3", "4"), digits(4)), ONE],
  ["ru-snils", joined(chosen("1", "9"), digits(8)), TWO],
  ["ru-ogrn", joined(chosen("1", "5"), digits(11)), ONE],
];

test.each(ALONE)("%s has one check at most", (id, body, checks) => {
  fc.assert(
    fc.property(body, (text) => {
      expect(checks.filter((check) => takes(id)(text + check)).length).toBeLessThanOrEqual(1);
    }),
    RUNS,
  );
});

import fc from "fast-check";
import { stdnum } from "stdnum";
import validator from "validator";
import { describe, expect, test } from "vitest";
import { Candidate } from "../candidate.ts";
import { REST_DETECTORS } from "../detectors/national/rest.ts";
import { icaoMrz } from "./icao-mrz.ts";
import { isClockReading } from "./clock-reading.ts";

const SEEDED = { seed: 7, numRuns: 1_500 };

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: length, maxLength: length });
const padded = (min: number, max: number, width: number) =>
  fc.integer({ min, max }).map((number) => String(number).padStart(width, "0"));
const joined = (...parts: readonly fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(""));
/** Bodies with each possible check behind them: one of them is right, the others are near it. */
const withChecks = (body: string, width: number) =>
  Array.from({ length: 10 ** width }, (_, check) => body + String(check).padStart(width, "0"));

const oracle = (country: string, name: string) => (value: string) =>
  stdnum[country]?.[name]?.validate(value).isValid === true;

/** Whether the detector's check takes the value. */
function accepts(id: string): (value: string) => boolean {
  const detector = REST_DETECTORS.find((one) => one.id === id);
  if (!detector?.check) throw new Error(`no check: ${id}`);
  const { check } = detector;
  return (value) => check(new Candidate(value, 0, value.length), () => true) !== null;
}

const year = padded(0, 99, 2);
const month = padded(1, 12, 2);
const day = padded(1, 28, 2);
const yymmdd = joined(year, month, day);
const ddmmyy = joined(day, month, year);

interface Law {
  id: string;
  oracle: [string, string];
  body: fc.Arbitrary<string>;
  /** Digits of the check behind the body. */
  width?: number;
  before?: string;
  /** What the oracle takes and the authority does not give, or the other way round. */
  except?: (value: string) => boolean;
}

const LAWS: readonly Law[] = [
  { id: "pl-pesel", oracle: ["PL", "pesel"], body: joined(padded(27, 99, 2), month, day, digits(4)) },
  { id: "pl-nip", oracle: ["PL", "nip"], body: joined(padded(1, 999, 3), digits(6)) },
  { id: "pl-regon", oracle: ["PL", "regon"], body: joined(padded(1, 99, 2), digits(6)) },
  {
    id: "se-personal-number",
    oracle: ["SE", "personnummer"],
    body: joined(yymmdd, fc.constant("-"), digits(3)),
    except: (value) => /^2[4-7]/.test(value),
  },
  { id: "dk-cvr", oracle: ["DK", "cvr"], body: joined(padded(1, 9, 1), digits(6)) },
  {
    id: "no-birth-number",
    oracle: ["NO", "fodselsnummer"],
    body: joined(day, month, padded(40, 99, 2), padded(0, 499, 3)),
    width: 2,
  },
  { id: "no-organisation-number", oracle: ["NO", "orgnr"], body: joined(padded(80, 99, 2), digits(6)) },
  { id: "fi-business-id", oracle: ["FI", "ytunnus"], body: joined(padded(1, 9, 1), digits(6)) },
  { id: "ch-ahv", oracle: ["CH", "ssn"], body: joined(fc.constant("756"), digits(9)) },
  { id: "ch-uid", oracle: ["CH", "uid"], body: joined(fc.constant("CHE"), digits(8)) },
  { id: "at-uid", oracle: ["AT", "uid"], body: joined(fc.constant("ATU"), digits(7)) },
  {
    id: "at-insurance-number",
    oracle: ["AT", "vnr"],
    body: joined(padded(1, 9, 1), digits(3), day, month),
    width: 2,
  },
  {
    id: "cz-birth-number",
    oracle: ["CZ", "rc"],
    body: joined(padded(54, 99, 2), fc.oneof(month, padded(51, 62, 2)), day, digits(3)),
    except: (value) => value.startsWith("85"),
  },
  { id: "cz-ico", oracle: ["CZ", "ico"], body: joined(padded(1, 8, 1), digits(6)) },
  {
    id: "sk-dic",
    oracle: ["SK", "dph"],
    body: joined(padded(1, 9, 1), digits(8)),
    except: (value) => !/^[234789]\d[234789]/.test(value),
  },
  {
    id: "ro-cnp",
    oracle: ["RO", "cnp"],
    body: joined(padded(1, 2, 1), yymmdd, padded(1, 46, 2), padded(1, 999, 3)),
  },
  { id: "ro-cui", oracle: ["RO", "cui"], body: joined(padded(1, 9, 1), digits(6)) },
  { id: "bg-egn", oracle: ["BG", "egn"], body: joined(yymmdd, digits(3)) },
  { id: "bg-lnch", oracle: ["BG", "pnf"], body: digits(9) },
  { id: "hr-oib", oracle: ["HR", "oib"], body: digits(10) },
  {
    id: "si-emso",
    oracle: ["SI", "emso"],
    body: joined(day, month, padded(900, 999, 3), padded(50, 59, 2), digits(3)),
    except: (value) => value.endsWith("0"),
  },
  {
    id: "rs-jmbg",
    oracle: ["RS", "jmbg"],
    body: joined(day, month, padded(900, 999, 3), padded(70, 79, 2), digits(3)),
    except: (value) => value.endsWith("0"),
  },
  { id: "rs-pib", oracle: ["RS", "pib"], body: digits(8), except: (value) => Number(value) < 100_000_010 },
  { id: "ee-personal-code", oracle: ["EE", "ik"], body: joined(padded(3, 4, 1), yymmdd, digits(3)) },
  { id: "lt-personal-code", oracle: ["LT", "asmens"], body: joined(padded(3, 4, 1), yymmdd, digits(3)) },
  {
    id: "ee-register-code",
    oracle: ["EE", "registrikood"],
    body: joined(fc.constantFrom("1", "7", "8", "9"), digits(6)),
  },
  {
    id: "lv-register-number",
    oracle: ["LV", "pvn"],
    body: joined(fc.constantFrom("4", "5", "9"), digits(9)),
  },
  { id: "lv-personal-code", oracle: ["LV", "pvn"], body: joined(ddmmyy, fc.constant("1"), digits(3)) },
  { id: "gr-amka", oracle: ["GR", "amka"], body: joined(day, month, padded(27, 99, 2), digits(4)) },
  { id: "gr-afm", oracle: ["GR", "vat"], body: joined(padded(1, 9, 1), digits(7)) },
  {
    id: "si-vat",
    oracle: ["SI", "ddv"],
    body: joined(fc.constant("SI"), padded(1, 9, 1), digits(6)),
    except: (value) => value.endsWith("1"),
  },
  { id: "hu-vat", oracle: ["HU", "anum"], body: joined(fc.constant("HU"), padded(1, 9, 1), digits(6)) },
  { id: "ee-vat", oracle: ["EE", "kmkr"], body: joined(fc.constant("EE"), digits(8)) },
  { id: "mt-vat", oracle: ["MT", "vat"], body: joined(fc.constant("MT"), digits(6)), width: 2 },
  {
    id: "lt-vat",
    oracle: ["LT", "pvm"],
    body: joined(fc.constant("LT"), digits(7), fc.constantFrom("1", "2")),
  },
  {
    id: "is-kennitala",
    oracle: ["IS", "kennitala"],
    body: joined(fc.oneof(day, padded(41, 68, 2)), month, year, digits(2)),
    width: 2,
    except: (value) => !/[09]$/.test(value) || (value.endsWith("0") && Number(value.slice(4, 6)) > 25),
  },
];

describe("numbers of northern, central and eastern Europe agree with the oracle", () => {
  test.each(LAWS)("$id", ({ id, oracle: [country, name], body, width = 1, except = () => false }) => {
    const ours = accepts(id);
    const theirs = oracle(country, name);
    fc.assert(
      fc.property(body, (start) => {
        for (const value of withChecks(start, width))
          if (!except(value)) expect(ours(value), value).toBe(theirs(value));
      }),
      { ...SEEDED, numRuns: width === 2 ? 150 : SEEDED.numRuns },
    );
  });

  test("Finnish personal code: one check character for each body", () => {
    const ours = accepts("fi-personal-code");
    fc.assert(
      fc.property(joined(ddmmyy, fc.constant("-"), padded(2, 899, 3)), (start) => {
        const valid = [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"].filter((check) => ours(start + check));
        expect(valid).toHaveLength(1);
        expect(oracle("FI", "hetu")(start + valid[0])).toBe(true);
      }),
      SEEDED,
    );
    for (const mark of "YXWVU") expect(ours(`131052${mark}308T`)).toBe(true);
    expect(ours("131052G308T")).toBe(false);
  });

  test("Hungarian tax sign", () => {
    const ours = accepts("hu-tax-id");
    fc.assert(
      fc.property(joined(fc.constant("8"), digits(8)), (start) => {
        for (const value of withChecks(start, 1)) expect(ours(value)).toBe(validator.isTaxID(value, "hu-HU"));
      }),
      SEEDED,
    );
  });

  test("Cypriot tax number", () => {
    const ours = accepts("cy-tic");
    fc.assert(
      fc.property(joined(fc.constantFrom("0", "1", "9"), digits(7)), (start) => {
        for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
          expect(ours(start + letter)).toBe(oracle("CY", "vat")(start + letter));
      }),
      SEEDED,
    );
  });

  test("one check digit for each body where there is no oracle", () => {
    fc.assert(
      fc.property(digits(7), (rest) => {
        expect(withChecks(`1${rest}`, 1).filter(accepts("hu-taj"))).toHaveLength(1);
        expect(withChecks(`03${rest.slice(1)}`, 1).filter(accepts("at-tax-number"))).toHaveLength(1);
        const cards = Array.from({ length: 10 }, (_, check) => `CTR${check}${rest.slice(2)}`);
        expect(cards.filter(accepts("pl-identity-card"))).toHaveLength(1);
      }),
      SEEDED,
    );
    expect(accepts("pl-identity-card")("ABA300000")).toBe(true);
    expect(accepts("hu-personal-number")("1-800101-1233")).toBe(true);
    expect(accepts("hu-personal-number")("1-800101-1234")).toBe(false);
  });
});

test("the zone of ICAO's specimens, and none with one character changed in a checked field", () => {
  const passport = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10";
  const card = "I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<";
  const older = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6";
  expect(icaoMrz(passport, 2)).toBe(true);
  expect(icaoMrz(card, 3)).toBe(true);
  expect(icaoMrz(older, 2)).toBe(true);
  fc.assert(
    fc.property(fc.integer({ min: 44, max: 52 }), fc.integer({ min: 1, max: 9 }), (at, plus) => {
      const unit = passport.charAt(at);
      if (!/\d/.test(unit)) return;
      const changed = [...passport].with(at, String((Number(unit) + plus) % 10)).join("");
      // The weights 7-3-1 see each change of one digit.
      expect(icaoMrz(changed, 2)).toBe(false);
    }),
  );
});

test("moments as computers write them", () => {
  for (const moment of ["1630615123", "1630615123457", "202411251430"])
    expect(isClockReading(moment)).toBe(true);
  for (const number of ["8507141234", "198507142375", "199913451234"])
    expect(isClockReading(number)).toBe(false);
});

import fc from "fast-check";
import { stdnum } from "stdnum";
import validator from "validator";
import { describe, expect, test } from "vitest";
import { belgianNationalNumber } from "./belgian-national-number.ts";
import { britishVat, nhsNumber, taxpayerReference } from "./british-numbers.ts";
import { isCalendarDate } from "./calendar-date.ts";
import { ean13 } from "./ean13.ts";
import { elevenRemainder, elevenTest } from "./eleven-test.ts";
import { frenchNir } from "./french-nir.ts";
import { germanHealthInsuranceNumber, germanPensionNumber } from "./german-insurance-number.ts";
import { germanLicenceNumber } from "./german-licence-number.ts";
import { germanTaxId } from "./german-tax-id.ts";
import { icaoChecks } from "./icao-check-digit.ts";
import { irishCheckLetter } from "./irish-pps.ts";
import { italianControlLetter } from "./italian-tax-code.ts";
import { luhn } from "./luhn.ts";
import { luhnBase36 } from "./luhn-base36.ts";
import { luxembourgMatricule } from "./luxembourg-matricule.ts";
import { mod11Of10 } from "./mod11-10.ts";
import { mod97 } from "./mod97.ts";
import { siret } from "./siret.ts";
import { spanishLetter, spanishOrganisationControl } from "./spanish-control.ts";
import { verhoeff } from "./verhoeff.ts";
import { weightedSum } from "./weighted-sum.ts";

const SEEDED = { seed: 7, numRuns: 2_000 };
const DIGITS = [..."0123456789"];

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...DIGITS), minLength: length, maxLength: length });
const padded = (min: number, max: number, width: number) =>
  fc.integer({ min, max }).map((number) => String(number).padStart(width, "0"));
/** Bodies with each possible check behind them: one of them is right, the others are near it. */
const withChecks = (body: string, width: number) =>
  Array.from({ length: 10 ** width }, (_, check) => body + String(check).padStart(width, "0"));

const oracle = (country: string, name: string) => (value: string) =>
  stdnum[country]?.[name]?.validate(value).isValid === true;

describe("the Netherlands", () => {
  test("BSN and onderwijsnummer: one of eleven remainders each", () => {
    fc.assert(
      fc.property(digits(8), (body) => {
        for (const number of withChecks(body, 1)) {
          expect(elevenTest(number)).toBe(oracle("NL", "bsn")(number));
          expect(number.startsWith("10") && elevenRemainder(number) === 5).toBe(
            oracle("NL", "onderwijsnummer")(number),
          );
        }
      }),
      SEEDED,
    );
    fc.assert(
      fc.property(digits(6), (body) => {
        for (const number of withChecks(`10${body}`, 1))
          expect(elevenRemainder(number) === 5).toBe(oracle("NL", "onderwijsnummer")(number));
      }),
      SEEDED,
    );
  });

  test("btw-id: eleven-test of a RSIN or mod 97 over the whole", () => {
    fc.assert(
      fc.property(digits(9), (body) => {
        for (const number of withChecks(`NL${body}B`, 2))
          expect(elevenTest(body) || mod97(number) === 1).toBe(oracle("NL", "btw")(number));
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe("Belgium", () => {
  const yymmdd = fc
    .tuple(padded(0, 99, 2), padded(0, 55, 2), padded(0, 31, 2))
    .map((parts) => parts.join(""));

  test("national and BIS numbers", () => {
    fc.assert(
      fc.property(yymmdd, padded(1, 999, 3), (date, order) => {
        // The oracle takes an unknown month only, and no unknown day.
        fc.pre(!date.endsWith("00") && ![0, 20, 40].includes(Number(date.slice(2, 4))));
        for (const number of withChecks(date + order, 2)) {
          // The oracle takes 00 and 97 alike, and 98 and 99 as it counts on; the decree gives 01 to 97.
          if (["00", "98", "99"].includes(number.slice(9))) continue;
          const register = belgianNationalNumber(number)?.register;
          expect(register === "national").toBe(oracle("BE", "nn")(number));
          expect(register === "bis").toBe(oracle("BE", "bis")(number));
        }
      }),
      { seed: 7, numRuns: 500 },
    );
    expect(belgianNationalNumber("85073003328")).toEqual({ register: "national", birthDate: "full" });
    expect(belgianNationalNumber("85073000009")).toBeNull();
  });

  test("enterprise number: 97 less the remainder", () => {
    fc.assert(
      fc.property(digits(8), (body) => {
        for (const number of withChecks(body, 2))
          expect(97 - (Number(body) % 97) === Number(number.slice(8))).toBe(oracle("BE", "vat")(number));
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe("Germany", () => {
  test("tax id", () => {
    // Ten different digits with one written over another: the only numbers of which some are valid.
    const body = fc
      .tuple(fc.shuffledSubarray(DIGITS, { minLength: 10 }), fc.nat(9), fc.nat(9))
      .map(([all, from, to]) => all.with(to, all[from] ?? "0").join(""));
    fc.assert(
      fc.property(body, (ten) => {
        const twice = new Set(ten).size === 9;
        for (const number of withChecks(ten, 1)) {
          // The oracle does not count how often a digit stands, so ours is the stricter one elsewhere.
          if (twice) expect(germanTaxId(number)).toBe(oracle("DE", "idnr")(number));
          else expect(germanTaxId(number)).toBe(false);
        }
      }),
      SEEDED,
    );
    expect(germanTaxId("36574261809")).toBe(true);
    expect(germanTaxId("11111111111")).toBe(false);
  });

  test("value added tax number: MOD 11,10", () => {
    fc.assert(
      fc.property(padded(10_000_000, 99_999_999, 8), (body) => {
        for (const number of withChecks(body, 1)) expect(mod11Of10(number)).toBe(oracle("DE", "vat")(number));
      }),
      SEEDED,
    );
  });

  test("pension number", () => {
    const body = fc
      .tuple(
        padded(0, 99, 2),
        padded(1, 28, 2),
        padded(0, 13, 2),
        digits(2),
        fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        digits(2),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(body, (eleven) => {
        // The oracle does not look at the day; only days that every month has are tried here.
        for (const number of withChecks(eleven, 1))
          expect(germanPensionNumber(number)).toBe(oracle("DE", "svnr")(number));
      }),
      SEEDED,
    );
    expect(germanPensionNumber("15070649C103")).toBe(true);
    expect(germanPensionNumber("15320649C103")).toBe(false);
  });

  test("health insurance number: the example of the law's specification, and one check digit for each body", () => {
    expect(germanHealthInsuranceNumber("A123456780")).toBe(true);
    fc.assert(
      fc.property(fc.constantFrom(..."AKZ"), digits(8), (letter, body) => {
        expect(withChecks(letter + body, 1).filter(germanHealthInsuranceNumber)).toHaveLength(1);
      }),
      SEEDED,
    );
  });

  test("identity card and passport: the check of ICAO 9303", () => {
    const serial = fc.string({
      unit: fc.constantFrom(..."0123456789CFGHJKLMNPRTVWXYZ"),
      minLength: 8,
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.constantFrom(..."CFGHJK"), serial, (first, rest) => {
        for (const number of withChecks(first + rest, 1)) {
          const checks = icaoChecks(number.slice(0, 9), number.charAt(9));
          expect(checks).toBe(oracle("DE", "pwnr")(number));
          expect(checks).toBe(oracle("DE", "passport")(number));
        }
      }),
      SEEDED,
    );
  });

  test("driving licence: the published specimen, and one check character for each body", () => {
    expect(germanLicenceNumber("B072RRE2I55")).toBe(true);
    expect(germanLicenceNumber("B072RRE2I65")).toBe(false);
    fc.assert(
      fc.property(digits(8), (body) => {
        const valid = [..."0123456789X"].filter((check) => germanLicenceNumber(`B${body}${check}1`));
        expect(valid).toHaveLength(1);
      }),
      SEEDED,
    );
  });
});

describe("France", () => {
  test("NIR", () => {
    const body = fc
      .tuple(
        fc.constantFrom("1", "2"),
        digits(2),
        padded(1, 12, 2),
        fc.oneof(padded(1, 99, 2), fc.constantFrom("2A", "2B")),
        padded(1, 999, 3),
        padded(1, 999, 3),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(body, (thirteen) => {
        for (const number of withChecks(thirteen, 2))
          expect(frenchNir(number) !== null).toBe(oracle("FR", "nir")(number));
      }),
      { seed: 7, numRuns: 500 },
    );
    // The oracle looks at the key alone.
    expect(frenchNir("295139912611189")).toBeNull();
  });

  test("SIREN and SIRET", () => {
    fc.assert(
      fc.property(digits(8), digits(4), (company, office) => {
        for (const siren of withChecks(company, 1)) {
          expect(luhn(siren)).toBe(oracle("FR", "siren")(siren));
          for (const number of withChecks(siren + office, 1))
            // The oracle does not ask for a valid company number in front.
            expect(siret(number)).toBe(luhn(siren) && oracle("FR", "siret")(number));
        }
      }),
      { seed: 7, numRuns: 500 },
    );
    // An office of La Poste, whose digits sum up to a multiple of five.
    expect(siret("35600000049837")).toBe(true);
  });
});

test("Swiss insurance number: EAN-13 after 756", () => {
  fc.assert(
    fc.property(digits(9), (body) => {
      for (const number of withChecks(`756${body}`, 1))
        expect(ean13(number)).toBe(oracle("CH", "ssn")(number));
    }),
    SEEDED,
  );
});

test("Swiss company number: weights 5, 4, 3, 2, 7, 6, 5, 4 and 1 modulo 11", () => {
  fc.assert(
    fc.property(digits(8), (body) => {
      for (const number of withChecks(body, 1))
        expect(weightedSum(number, [5, 4, 3, 2, 7, 6, 5, 4, 1]) % 11 === 0).toBe(
          oracle("CH", "uid")(`CHE${number}`),
        );
    }),
    SEEDED,
  );
});

test("Luxembourg matricule", () => {
  const date = fc
    .tuple(padded(1900, 2020, 4), padded(1, 12, 2), padded(1, 31, 2))
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(date, digits(3), (day, order) => {
      for (const number of withChecks(day + order, 2))
        expect(luxembourgMatricule(number)).toBe(validator.isTaxID(number, "lb-LU"));
    }),
    { seed: 7, numRuns: 300 },
  );
  expect(luxembourgMatricule("1893120105732")).toBe(true);
});

test("Verhoeff finds each changed digit and each swap of neighbours", () => {
  expect(verhoeff("2363")).toBe(true);
  fc.assert(
    fc.property(digits(11), fc.nat(10), fc.integer({ min: 1, max: 9 }), (body, at, plus) => {
      const valid = withChecks(body, 1).filter(verhoeff);
      expect(valid).toHaveLength(1);
      const number = [...(valid[0] ?? "")];
      const changed = number.with(at, String((Number(number[at]) + plus) % 10)).join("");
      expect(verhoeff(changed)).toBe(false);
      const swapped = number.with(at, number[at + 1] ?? "").with(at + 1, number[at] ?? "");
      expect(verhoeff(swapped.join(""))).toBe(number[at] === number[at + 1]);
    }),
    SEEDED,
  );
});

test("calendar dates agree with Date", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1890, max: 2400 }), fc.nat(14), fc.nat(33), (year, month, day) => {
      const date = new Date(Date.UTC(year, month - 1, day));
      const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
      expect(isCalendarDate(year, month, day)).toBe(same && date.getUTCFullYear() === year);
    }),
    SEEDED,
  );
});

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

describe("Spain", () => {
  test("DNI and NIE: one letter for each number", () => {
    fc.assert(
      fc.property(digits(7), fc.constantFrom(..."0XYZ"), (body, first) => {
        const spelled = `${"XYZ".includes(first) ? "XYZ".indexOf(first) : first}${body}`;
        const holds = oracle("ES", first === "0" ? "dni" : "nie");
        for (const letter of LETTERS)
          expect(spanishLetter(spelled) === letter).toBe(holds(`${first}${body}${letter}`));
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test("organisations: a digit or a letter", () => {
    fc.assert(
      fc.property(digits(7), (body) => {
        const [digit, letter] = spanishOrganisationControl(body);
        fc.pre(!body.startsWith("00"));
        expect(oracle("ES", "cif")(`A${body}${digit}`)).toBe(true);
        expect(oracle("ES", "cif")(`P${body}${letter}`)).toBe(true);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

test("Italian tax code: one control letter", () => {
  const stems = fc
    .tuple(
      fc.constantFrom("RSSMRA", "GLLMRC", "BRTLNE"),
      padded(0, 99, 2),
      fc.constantFrom(..."ABCDEHLMPRST"),
      padded(1, 28, 2),
    )
    .map(([name, year, month, day]) => `${name}${year}${month}${day}H501`);
  fc.assert(
    fc.property(stems, (stem) => {
      for (const letter of LETTERS)
        expect(italianControlLetter(stem) === letter).toBe(oracle("IT", "codicefiscale")(stem + letter));
    }),
    { seed: 7, numRuns: 200 },
  );
});

test("Portuguese citizen card", () => {
  fc.assert(
    fc.property(digits(9), fc.constantFrom("ZZ", "ZX", "A0", "01"), (body, version) => {
      for (const number of withChecks(body + version, 1))
        expect(luhnBase36(number)).toBe(oracle("PT", "cc")(number));
    }),
    { seed: 7, numRuns: 300 },
  );
});

describe("United Kingdom", () => {
  test("UTR and VAT", () => {
    fc.assert(
      fc.property(digits(9), (body) => {
        for (const first of DIGITS)
          expect(taxpayerReference(first + body)).toBe(oracle("GB", "utr")(first + body));
      }),
      SEEDED,
    );
    fc.assert(
      fc.property(padded(1_000_000, 9_999_999, 7), (body) => {
        // The oracle takes a third remainder, which the tax office does not give.
        const ours = withChecks(body, 2).filter(britishVat);
        expect(ours.length).toBeGreaterThan(1);
        for (const number of ours) expect(oracle("GB", "vat")(number)).toBe(true);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test("NHS number: the published example, and one check digit at most for each body", () => {
    expect(nhsNumber("9434765919")).toBe(true);
    fc.assert(
      fc.property(digits(9), (body) => {
        expect(withChecks(body, 1).filter(nhsNumber).length).toBeLessThanOrEqual(1);
      }),
      SEEDED,
    );
  });
});

test("Irish PPS number, with and without a second letter", () => {
  fc.assert(
    fc.property(digits(7), fc.constantFrom("", "A", "H", "W"), (body, second) => {
      for (const letter of LETTERS.slice(0, 23))
        expect(irishCheckLetter(body, second) === letter).toBe(
          oracle("IE", "pps")(`${body}${letter}${second}`),
        );
    }),
    { seed: 7, numRuns: 300 },
  );
});

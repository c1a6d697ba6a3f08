import { crc32 } from "node:zlib";
import fc from "fast-check";
import { countrySpecs, isValidIBAN } from "ibantools";
import { stdnum } from "stdnum";
import { expect, test } from "vitest";
import { crc32Base62 } from "./crc32-base62.ts";
import { elevenTest } from "./eleven-test.ts";
import { IBAN_LENGTHS } from "./iban-lengths.ts";
import { luhn } from "./luhn.ts";
import { mod97 } from "./mod97.ts";

const digits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength, maxLength });

test("eleven-test agrees with stdnum on nine digits", () => {
  fc.assert(
    fc.property(digits(9, 9), (number) => {
      // stdnum takes the number of zeros only, which passes the sum and is nobody's.
      expect(elevenTest(number)).toBe(stdnum["NL"]?.["bsn"]?.validate(number).isValid);
    }),
    { numRuns: 5_000 },
  );
});

test("one changed digit or a swap of neighbours always breaks the eleven-test", () => {
  fc.assert(
    fc.property(digits(9, 9), fc.nat(8), fc.integer({ min: 1, max: 9 }), (number, at, plus) => {
      fc.pre(elevenTest(number));
      const changed = (Number(number[at]) + plus) % 10;
      expect(elevenTest(number.slice(0, at) + changed + number.slice(at + 1))).toBe(false);
    }),
    { numRuns: 2_000, maxSkipsPerRun: 1_000 },
  );
});

test("exactly one check digit satisfies Luhn", () => {
  fc.assert(
    fc.property(digits(11, 18), (body) => {
      const valid = [..."0123456789"].filter((digit) => luhn(body + digit));
      expect(valid).toHaveLength(1);
    }),
  );
  expect(luhn("79927398713")).toBe(true);
  expect(luhn("")).toBe(false);
});

test("mod 97 agrees with BigInt and with ibantools", () => {
  const letters = [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 34 }), (text) => {
      const spelled = [...text].map((c) => String(Number.parseInt(c, 36))).join("");
      expect(mod97(text)).toBe(Number(BigInt(spelled) % 97n));
    }),
  );
  fc.assert(
    fc.property(digits(10, 10), digits(2, 2), (account, check) => {
      const body = `RABO${account}`;
      expect(mod97(`${body}NL${check}`) === 1 && Number(check) >= 2 && Number(check) <= 98).toBe(
        isValidIBAN(`NL${check}${body}`),
      );
    }),
    { numRuns: 5_000 },
  );
});

test("IBAN lengths agree with ibantools for every country of the registry", () => {
  for (const [country, { chars, IBANRegistry }] of Object.entries(countrySpecs))
    if (IBANRegistry && IBAN_LENGTHS[country] !== undefined)
      expect([country, IBAN_LENGTHS[country]]).toEqual([country, chars]);
  const ours = Object.keys(IBAN_LENGTHS);
  for (const country of ["NL", "BE", "DE", "FR", "GB", "NO", "MT"]) expect(ours).toContain(country);
});

test("the CRC-32 tail reads back as the checksum", () => {
  const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  fc.assert(
    fc.property(fc.string(), (text) => {
      const tail = crc32Base62(text);
      expect(tail).toHaveLength(6);
      expect([...tail].reduce((sum, digit) => sum * 62 + alphabet.indexOf(digit), 0)).toBe(crc32(text));
    }),
  );
});

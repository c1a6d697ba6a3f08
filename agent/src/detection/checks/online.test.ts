import fc from "fast-check";
import validator from "validator";
import { expect, test } from "vitest";
import { ONLINE_DETECTORS } from "../detectors/online/index.ts";
import { Engine } from "../engine.ts";
import { ipv6 } from "./ipv6.ts";
import { luhn } from "./luhn.ts";
import { vinCheckDigit } from "./vin-check-digit.ts";

const SEEDED = { seed: 7, numRuns: 1_000 };
const drawn = (alphabet: string, minLength: number, maxLength = minLength) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });
const found = (id: string) => {
  const engine = new Engine(ONLINE_DETECTORS.filter((detector) => detector.id === id));
  return (text: string) => engine.scan(text).some(({ length }) => length >= 7);
};

test("IMEI: Luhn agrees with validator", () => {
  fc.assert(
    fc.property(drawn("0123456789", 15), (number) => {
      expect(luhn(number)).toBe(validator.isIMEI(number));
    }),
    SEEDED,
  );
});

test("VIN: one check character in eleven, and the worked example of the regulation", () => {
  expect(vinCheckDigit("1M8GDM9AXKP042788")).toBe(true);
  fc.assert(
    fc.property(drawn("ABCDEFGHJKLMNPRSTUVWXYZ0123456789", 16), (body) => {
      const valid = [..."0123456789X"].filter((check) =>
        vinCheckDigit(body.slice(0, 8) + check + body.slice(8)),
      );
      expect(valid).toHaveLength(1);
    }),
    SEEDED,
  );
});

test("e-mail: finds each ordinary address that validator takes", () => {
  const find = found("email-address");
  const word = drawn("abcdefghijklmnopqrstuvwxyz0123456789", 1, 12);
  const address = fc
    .tuple(
      word,
      fc.constantFrom("", ".", "+", "_", "-"),
      word,
      word,
      fc.constantFrom("nl", "com", "co.uk", "de", "info"),
    )
    .map(([first, joint, last, host, top]) => `${first}${joint}${last}@h${host}.${top}`);
  fc.assert(
    fc.property(address, (text) => {
      fc.pre(validator.isEmail(text));
      expect([text, find(`<${text}>`)]).toEqual([text, true]);
    }),
    SEEDED,
  );
});

test("IP: what is found in brackets is an address for validator, and the other way round", () => {
  const octet = fc.oneof(fc.integer({ min: 11, max: 300 }), fc.integer({ min: 0, max: 255 }));
  const find4 = found("ipv4-address");
  fc.assert(
    fc.property(fc.integer({ min: 11, max: 300 }), octet, octet, octet, (...parts) => {
      const text = parts.join(".");
      expect([text, find4(`(${text})`)]).toEqual([text, validator.isIP(text, 4)]);
    }),
    SEEDED,
  );
  const find6 = found("ipv6-address");
  const group = drawn("0123456789abcdef", 3, 4);
  fc.assert(
    fc.property(fc.array(group, { minLength: 6, maxLength: 9 }), (groups) => {
      const text = ["2a02", ...groups].join(":");
      expect([text, find6(`(${text})`)]).toEqual([text, validator.isIP(text, 6)]);
    }),
    SEEDED,
  );
});

test("IPv6: agrees with validator on groups, gaps and dotted tails", () => {
  const part = fc.constantFrom(
    "0",
    "1",
    "ff",
    "abcd",
    "12345",
    "g",
    "",
    ":",
    "84.22.107.33",
    "84.22.107.333",
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 2, maxLength: 9 }), (parts) => {
      const text = parts.join(":");
      expect([text, ipv6(text)]).toEqual([text, validator.isIP(text, 6)]);
    }),
    { seed: 7, numRuns: 20_000 },
  );
});

test("MAC: agrees with validator on pairs", () => {
  const find = found("mac-address");
  const pairs = fc.array(drawn("0123456789abcdefg", 2), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(pairs, fc.constantFrom(":", "-"), (groups, separator) => {
      const text = groups.join(separator);
      fc.pre(/\d/.test(groups[0] ?? ""));
      expect([text, find(`(${text})`)]).toEqual([text, validator.isMACAddress(text)]);
    }),
    SEEDED,
  );
});

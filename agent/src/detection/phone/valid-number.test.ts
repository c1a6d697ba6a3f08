import fc from "fast-check";
import {
  getCountries,
  getCountryCallingCode,
  isValidPhoneNumber,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import { expect, test } from "vitest";
import { internationalNumber, nationalNumber } from "./valid-number.ts";

const digits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength, maxLength });
const country = fc.constantFrom(...getCountries());

/** A country's example number with a few digits changed, added or left out: near the border of what is valid. */
const nearValid = fc
  .tuple(
    country,
    fc.array(fc.tuple(fc.nat(14), fc.nat(9)), { maxLength: 3 }),
    fc.integer({ min: -1, max: 1 }),
  )
  .map(([home, changes, longer]) => {
    const national = [...String(examples[home] ?? "")];
    for (const [at, digit] of changes) if (at < national.length) national[at] = String(digit);
    const text = longer < 0 ? national.slice(0, -1).join("") : national.join("") + "7".repeat(longer);
    return { home, national: text };
  });

const seeded = { seed: 7, numRuns: 4000 };

test("agrees with libphonenumber on random digits after a +", () => {
  fc.assert(
    fc.property(digits(5, 15), (number) => {
      expect(internationalNumber(number) !== null).toBe(isValidPhoneNumber(`+${number}`));
    }),
    seeded,
  );
});

test("agrees with libphonenumber on random national numbers after each country's calling code", () => {
  fc.assert(
    fc.property(country, digits(5, 12), (home, national) => {
      const number = getCountryCallingCode(home) + national;
      expect(internationalNumber(number) !== null).toBe(isValidPhoneNumber(`+${number}`));
    }),
    seeded,
  );
});

test("agrees with libphonenumber near valid numbers: validity, country and E.164", () => {
  fc.assert(
    fc.property(nearValid, fc.boolean(), ({ home, national }, trunk) => {
      const number = getCountryCallingCode(home) + (trunk ? "0" : "") + national;
      const theirs = parsePhoneNumberFromString(`+${number}`);
      const ours = internationalNumber(number);
      expect(ours !== null).toBe(theirs?.isValid() ?? false);
      if (ours) expect([ours.e164, ours.country ?? undefined]).toEqual([theirs?.number, theirs?.country]);
    }),
    { ...seeded, numRuns: 8000 },
  );
});

test("agrees with libphonenumber on national forms", () => {
  fc.assert(
    fc.property(nearValid, fc.constantFrom("", "0", "1", "8"), ({ home, national }, prefix) => {
      const number = prefix + national;
      // Theirs also reads `0031…`, and a calling code without `+`; those are no national forms.
      fc.pre(!/^(?:00|011|119|8~?10|810)/.test(number) && !number.startsWith(getCountryCallingCode(home)));
      const theirs = parsePhoneNumberFromString(number, home);
      const ours = nationalNumber(number, home);
      expect(ours !== null).toBe(theirs?.isValid() ?? false);
      if (ours) expect(ours.e164).toBe(theirs?.number);
    }),
    { ...seeded, numRuns: 8000 },
  );
});

test("names the line", () => {
  expect(internationalNumber("31612345678")).toMatchObject({ country: "NL", type: "mobile" });
  expect(nationalNumber("0201234567", "NL")).toMatchObject({ e164: "+31201234567", type: "fixed line" });
  expect(nationalNumber("08001234", "NL")).toMatchObject({ type: "toll free" });
  expect(nationalNumber("112", "NL")).toBeNull();
});

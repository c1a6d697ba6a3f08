import fc from "fast-check";
import { isValidBBAN, isValidIBAN } from "ibantools";
import validator from "validator";
import { describe, expect, test } from "vitest";
import { base58Check } from "./base58.ts";
import { beBankAccount } from "./be-bank-account.ts";
import { bech32, segwit } from "./bech32.ts";
import { bic } from "./bic.ts";
import { cashaddr } from "./cashaddr.ts";
import { eip55 } from "./eip55.ts";
import { frRib } from "./fr-rib.ts";
import { IBAN_LENGTHS } from "./iban-lengths.ts";
import { IBAN_STRUCTURES } from "./iban-structures.ts";
import { validIban } from "./iban.ts";
import { luhn } from "./luhn.ts";
import { mod97 } from "./mod97.ts";
import { cardIssuer } from "./payment-card-issuer.ts";
import { stellarStrkey } from "./stellar-strkey.ts";

const SEEDED = { seed: 7, numRuns: 1_000 };
const DIGITS = "0123456789";
const CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const drawn = (alphabet: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });
/** The oracle takes digits only in some places where the registry says `c`. */
const CLASSES: Readonly<Record<string, string>> = { n: DIGITS, a: CAPITALS, c: DIGITS };

/** Countries whose own check digits inside the account the oracle looks at as well. */
const STRICTER = new Set([
  "BE",
  "CZ",
  "EE",
  "ES",
  "FI",
  "FR",
  "HR",
  "HU",
  "IT",
  "MC",
  "MK",
  "MR",
  "NO",
  "PL",
  "PT",
  "RS",
  "SI",
  "SK",
  "SM",
  "TL",
  "TN",
  "AL",
  "BA",
  "ME",
]);

const domestic = (country: string) =>
  fc
    .tuple(
      ...[...(IBAN_STRUCTURES[country] ?? "").matchAll(/(\d+)([nac])/g)].map(([, count, kind]) =>
        drawn(CLASSES[kind ?? "n"] ?? DIGITS, Number(count)),
      ),
    )
    .map((parts) => parts.join(""));

describe("IBAN", () => {
  const COMPARED = Object.keys(IBAN_LENGTHS).filter((country) => !STRICTER.has(country) && isKnown(country));

  test("structures have the registry's lengths", () => {
    for (const [country, structure] of Object.entries(IBAN_STRUCTURES)) {
      const length = [...structure.matchAll(/(\d+)[nac]/g)].reduce(
        (sum, [, count]) => sum + Number(count),
        4,
      );
      expect([country, length]).toEqual([country, IBAN_LENGTHS[country]]);
    }
  });

  test("agrees with ibantools on each pair of check digits", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...COMPARED).chain((one) => fc.tuple(fc.constant(one), domestic(one))),
        ([country, body]) => {
          const right = String(98 - mod97(`${body}${country}00`)).padStart(2, "0");
          for (const check of [right, "00", "01", "99", right === "50" ? "51" : "50"]) {
            const iban = country + check + body;
            expect([iban, validIban(iban)]).toEqual([iban, isValidIBAN(iban)]);
          }
        },
      ),
      SEEDED,
    );
  });

  test("never takes what ibantools refuses", () => {
    fc.assert(
      fc.property(drawn(DIGITS + CAPITALS, 18), (text) => {
        if (validIban(text)) expect(isValidIBAN(text)).toBe(true);
      }),
      SEEDED,
    );
  });
});

function isKnown(country: string): boolean {
  const body = [...(IBAN_STRUCTURES[country] ?? "").matchAll(/(\d+)([nac])/g)]
    .map(([, count, kind]) => (kind === "a" ? "A" : "1").repeat(Number(count)))
    .join("");
  return isValidIBAN(`${country}${String(98 - mod97(`${body}${country}00`)).padStart(2, "0")}${body}`);
}

test("BIC agrees with validator", () => {
  const code = fc.oneof(
    drawn(CAPITALS, 8),
    fc
      .tuple(drawn(CAPITALS, 4), fc.constantFrom("NL", "DE", "XK", "QQ", "ZZ"), drawn(DIGITS + CAPITALS, 5))
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(code, (text) => {
      expect(bic(text)).toBe(validator.isBIC(text));
    }),
    SEEDED,
  );
});

test("Belgian account and French RIB agree with ibantools on each check", () => {
  fc.assert(
    fc.property(
      drawn(DIGITS, 10),
      drawn(DIGITS, 10),
      drawn(DIGITS + CAPITALS, 11),
      (account, bank, number) => {
        for (let check = 1; check <= 97; check++) {
          const two = String(check).padStart(2, "0");
          expect(beBankAccount(account + two)).toBe(isValidBBAN(account + two, "BE"));
          expect(frRib(bank + number + two)).toBe(isValidBBAN(bank + number + two, "FR"));
        }
      },
    ),
    { seed: 7, numRuns: 60 },
  );
});

test("a card of the large networks that Luhn and its range prove is one for validator", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("4", "51", "55", "34", "37", "36", "6011", "65"),
      drawn(DIGITS, 14),
      (head, rest) => {
        const length = head.startsWith("3") ? (head === "36" ? 14 : 15) : 16;
        for (const digit of DIGITS) {
          const number = (head + rest).slice(0, length - 1) + digit;
          const ours = luhn(number) && cardIssuer(number) !== null;
          expect([number, ours]).toEqual([number, validator.isCreditCard(number)]);
        }
      },
    ),
    SEEDED,
  );
});

describe("wallets", () => {
  test("one changed character breaks a checksum", () => {
    const addresses: readonly (readonly [string, (text: string) => boolean])[] = [
      ["1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", (text) => base58Check(text) !== null],
      ["bc1qc7slrfxkknqcq2jevvvkdgvrt8080852dfjewde450xdlk4ugp7szw5tk9", (text) => segwit(text, ["bc"])],
      ["bc1p5d7rjq7g6rdk2yhzks9smlaqtedr4dekq08ge8ztwac72sfr9rusxg3297", (text) => segwit(text, ["bc"])],
      ["qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a", cashaddr],
      [
        "GAIH3ULLFQ4DGSECF2AR555KZ4KNDGEKN4AFI4SU2M7B43MGK3QJZNSR",
        (text) => stellarStrkey(text) === "account",
      ],
    ];
    for (const [address, holds] of addresses) {
      expect([address, holds(address)]).toEqual([address, true]);
      fc.assert(
        fc.property(
          fc.nat(address.length - 1),
          fc.constantFrom(..."acdefghjkmnpqrstuvwxyzACDEFGHJKLMNPQRSTUVWXYZ234567"),
          (at, character) => {
            fc.pre(address[at] !== character);
            expect(holds(address.slice(0, at) + character + address.slice(at + 1))).toBe(false);
          },
        ),
        { seed: 7, numRuns: 300 },
      );
    }
  });

  test("agrees with validator on Bitcoin addresses of the old form and of Bech32 it takes", () => {
    for (const address of ["1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"])
      expect([validator.isBtcAddress(address), base58Check(address)?.length]).toEqual([true, 21]);
    expect(bech32("a12uel5l")).toMatchObject({ prefix: "a", encoding: "bech32" });
    expect(bech32("a1lqfn3a")).toMatchObject({ prefix: "a", encoding: "bech32m" });
  });

  test("the examples of EIP-55, and each of them with one letter in the other case", () => {
    for (const address of [
      "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
      "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
      "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
      "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
    ]) {
      expect([validator.isEthereumAddress(address), eip55(address)]).toEqual([true, true]);
      for (let i = 2; i < address.length; i++) {
        const letter = address.charAt(i);
        const other = letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
        if (other !== letter) expect(eip55(address.slice(0, i) + other + address.slice(i + 1))).toBe(false);
      }
    }
  });
});

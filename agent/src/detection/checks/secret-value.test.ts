import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isPlaceholder } from "./placeholder.ts";
import { isMadeOfWords, passwordStrength, standsForSomething, tokenStrength } from "./secret-value.ts";
import { isAboutSecret, isPublicName, nameWords } from "./setting-name.ts";

const words = [
  "access",
  "token",
  "store",
  "user",
  "service",
  "account",
  "public",
  "first",
  "name",
  "order",
  "list",
];

test("names of things, however they are joined, are no tokens", () => {
  const joined = fc.tuple(
    fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 5 }),
    fc.constantFrom("-", "_", "."),
  );
  fc.assert(
    fc.property(joined, ([parts, separator]) => {
      expect(isMadeOfWords(parts.join(separator))).toBe(true);
      expect(tokenStrength(parts.join(separator))).toBe(0);
    }),
  );
});

test.each(["hex", "base64url"] as const)(
  "nearly all random bytes in %s are tokens, and no placeholders",
  (encoding) => {
    const tokens = Array.from({ length: 2_000 }, () => randomBytes(24).toString(encoding));
    expect(tokens.filter((token) => tokenStrength(token) >= 0.6).length).toBeGreaterThan(1_960);
    expect(tokens.filter(isPlaceholder).length).toBeLessThan(20);
  },
);

test("references, labels, patterns and masks stand for something else", () => {
  const others = [
    "${PW}",
    "{{ pw }}",
    "%DB_PW%",
    "<password>",
    "Wachtwoord",
    "********",
    "^[a-z]{8,}$",
    "/etc/pw/file.txt",
    "null",
  ];
  expect(others.filter((value) => !standsForSomething(value))).toEqual([]);
});

test("a password of mixed characters is stronger than a word with a digit, and that than a word", () => {
  const strengths = ["Zomer-2024!x", "hunter2", "hunter"].map(passwordStrength);
  expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
});

test("names are read word by word", () => {
  expect(nameWords("DB_AdminPassword.resetURL")).toBe("db admin password reset url");
  expect(isAboutSecret("password reset url")).toBe(true);
  expect(isAboutSecret("db password 2")).toBe(false);
  expect(isPublicName("next page token")).toBe(true);
});

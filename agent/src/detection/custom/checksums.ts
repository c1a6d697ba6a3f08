import type { RuleChecksum } from "@dataguardian/shared/rule-test";
import { elevenTest } from "../checks/eleven-test.ts";
import { luhn } from "../checks/luhn.ts";
import { mod11Of10 } from "../checks/mod11-10.ts";
import { mod97 } from "../checks/mod97.ts";
import { verhoeff } from "../checks/verhoeff.ts";

const digitsOf = (value: string) => value.replace(/\D/g, "");

/** Whether a value passes: over its digits, for mod 97 over its capitals too. */
export const PASSES: Readonly<Record<RuleChecksum, (value: string) => boolean>> = {
  luhn: (value) => luhn(digitsOf(value)),
  "eleven-test": (value) => elevenTest(digitsOf(value)),
  mod97: (value) => mod97(value.toUpperCase().replace(/[^0-9A-Z]/g, "")) === 1,
  "mod11-10": (value) => mod11Of10(digitsOf(value)),
  verhoeff: (value) => verhoeff(digitsOf(value)),
};

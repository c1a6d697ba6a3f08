import type { Candidate } from "../../candidate.ts";
import { compact } from "../../candidate.ts";
import { beBankAccount } from "../../checks/be-bank-account.ts";
import { bic as isBic } from "../../checks/bic.ts";
import { frRib } from "../../checks/fr-rib.ts";
import { isRepeatedDigit } from "../../checks/repeated-digit.ts";
import type { Detector } from "../../detector.ts";

const account = {
  rule: "pii.financial.iban",
  category: "financial",
  normalise: compact,
  visible: { head: 0, tail: 2 },
} as const;

const near = ({ text, start, end }: Candidate, word: RegExp) =>
  word.test(text.slice(Math.max(0, start - 160), Math.min(text.length, end + 160)));

export const bic: Detector = {
  ...account,
  id: "bic",
  entityType: "BIC",
  rule: "pii.organisation.number",
  format:
    "Four letters of the bank, the country, two characters of the place, and three of a branch or none.",
  names: [
    ...[
      "bic",
      "swift",
      "bic code",
      "swift code",
      "bic swift",
      "swift bic",
      "bic/swift",
      "swift/bic",
      "bank identifier code",
    ],
    ...[
      "bic number",
      "code bic",
      "code swift",
      "bankcode",
      "bic nummer",
      "swift number",
      "swiftcode",
      "biccode",
    ],
  ],
  looseName: true,
  pattern:
    /(?:(?:is|van|of|:)\s)?[A-Z]{4}[ -]?[A-Z]{2}[ -]?[A-Z0-9]{2}(?:[ -]?[A-Z0-9]{3})?(?![\w-])|[a-z]{6}[a-z0-9]{2}(?:[a-z0-9]{3})?(?![\w.(-])/,
  check: ({ value, name, before }) => {
    const code = compact(value.replace(/^(?:is|van|of|:)\s/, ""));
    if (!isBic(code) || /^(?:REQUIRED|OPTIONAL|PROGRAM|LANGUAGE|PAYMENTS|TRANSFER|UNDEFINED)$/.test(code))
      return null;
    // `swift language`: small letters, or words behind a space, need more.
    if (value === value.toLowerCase() && !/[:="'\t]\s?$/.test(before)) return null;
    if (
      /^swift$/i.test(name) &&
      !/[:="'\t/-]\s{0,4}$/.test(before) &&
      !/\d/.test(code) &&
      code.length === 8 &&
      !/iban|bank|rekening|konto/i.test(before)
    )
      return null;
    return { reasons: ["form of a BIC", `country ${code.slice(4, 6)}`] };
  },
  confidence: { bare: 0.9, context: 0.9 },
  visible: { head: 4, tail: 0 },
  references: ["ISO 9362"],
  examples: {
    match: ["BIC: ABNANL2A", "SWIFT code DEUTDEFF500", "swift_code = 'RABONL2U'", "SWIFT/BIC: BNPAFRPP"],
    ignore: ["ABNANL2A", "BIC: ABNAXX2A", "swift language", "BIC: ABNANL2"],
  },
};

export const beBankAccountNumber: Detector = {
  ...account,
  id: "be-bank-account",
  entityType: "BE_BANK_ACCOUNT",
  format: "Twelve digits, three of the bank, seven and two of the check, as before the IBAN.",
  checksum: "The first ten digits modulo 97.",
  forms: ["999-9999999-99", "999 9999999 99", "999/9999999/99", "999999999999"],
  check: ({ compact: digits, value }) =>
    beBankAccount(digits) && !isRepeatedDigit(digits)
      ? { reasons: ["checksum mod 97"], confidence: /\D/.test(value) ? 0.85 : 0 }
      : null,
  contextWords: [
    "rekening",
    "rekeningnummer",
    "rekeningnr",
    "compte",
    "numéro de compte",
    "bank account",
    "account",
    "account number",
    "bankrekening",
    "bank",
    "konto",
  ],
  againstWords: [
    "mededeling",
    "gestructureerde mededeling",
    "communication",
    "communication structurée",
    "ogm",
    "vcs",
  ],
  confidence: { bare: 0.5, context: 0.9, against: 0 },
  references: ["Febelfin, Belgian account numbers (BBAN)"],
  examples: {
    match: ["rekening 539-0075470-34", "compte: 539 0075470 34"],
    ignore: ["rekening 539-0075470-35", "539007547034", "+++539-0075470-34+++ mededeling"],
  },
};

export const frBankAccount: Detector = {
  ...account,
  id: "fr-bank-account",
  entityType: "FR_BANK_ACCOUNT",
  format: "Bank (5), branch (5), account (11) and key (2) of a French RIB.",
  checksum: "97 less a weighted sum modulo 97.",
  forms: ["99999 99999 XXXXXXXXXXX 99", "9999999999XXXXXXXXXXX99", "99999-99999-XXXXXXXXXXX-99"],
  check: ({ compact: rib, value }) =>
    frRib(rib) && !/^(.)\1+$/.test(rib)
      ? { reasons: ["key of a RIB"], confidence: /[ -]/.test(value) ? 0.85 : 0 }
      : null,
  contextWords: [
    "rib",
    "compte",
    "numéro de compte",
    "compte bancaire",
    "banque",
    "coordonnées bancaires",
    "bank account",
    "bank",
    "account",
  ],
  confidence: { bare: 0.5, context: 0.95, against: 0.3 },
  references: ["Comité français d'organisation et de normalisation bancaires (CFONB), RIB"],
  examples: {
    match: ["RIB 20041 01005 0500013M026 06", "30006 00001 12345678901 89"],
    ignore: ["RIB 20041 01005 0500013M026 07", "20041010050500013M02606"],
  },
};

export const deBankAccount: Detector = {
  ...account,
  id: "de-bank-account",
  entityType: "DE_BANK_ACCOUNT",
  format: "Up to ten digits of an account, or the eight of the bank, under their German names.",
  names: [
    "kontonummer",
    "konto nr",
    "konto nr.",
    "kto nr",
    "kto nr.",
    "kto",
    "kto.",
    "bankleitzahl",
    "blz",
    "bank konto",
    "konto nummer",
    "bankkonto",
  ],
  looseName: true,
  pattern: /(?:(?:lautet|ist)[: ]{1,2})?\d(?:[ ]?\d){4,9}(?![\w]|[.,-]\d|[ ]\d)/,
  check: (candidate) => {
    const digits = candidate.value.replace(/\D/g, "");
    if (isRepeatedDigit(digits)) return null;
    if (/blz|leitzahl/i.test(candidate.name))
      return /^[1-8]\d{7}$/.test(digits) ? { reasons: ["form of a Bankleitzahl"] } : null;
    return near(candidate, /blz|bankleitzahl|bank|sparkasse|inhaber/i)
      ? { reasons: ["digits under the name of an account", "a bank near it"] }
      : { reasons: ["digits under the name of an account"], confidence: 0.6 };
  },
  confidence: { bare: 0.9, context: 0.9 },
  references: ["Deutsche Bundesbank, Bankleitzahlen"],
  examples: {
    match: ["Kontonummer: 0532013000, BLZ 37040044", "Kto. 4821930"],
    ignore: ["0532013000", "BLZ 3704004", "Kontonummer: keine"],
  },
};

export const gbBankAccount: Detector = {
  ...account,
  id: "gb-bank-account",
  entityType: "GB_BANK_ACCOUNT",
  format: "A sort code of six digits, or an account of eight beside one.",
  names: [
    "sort code",
    "account number",
    "account no",
    "acct no",
    "account no.",
    "bank account",
    "a/c no",
    "acc no",
    "account",
  ],
  looseName: true,
  pattern: /(?:(?:is|are|of):?\s)?(?:\d{2}[- ]\d{2}[- ]\d{2}|\d{6,8})(?![\w]|[.,/-]\d|-\w| \d)/,
  check: (candidate) => {
    const digits = candidate.value.replace(/\D/g, "");
    if (isRepeatedDigit(digits)) return null;
    if (/sort/i.test(candidate.name))
      return digits.length === 6 ? { reasons: ["form of a sort code"] } : null;
    return digits.length === 8 && near(candidate, /sort[ _-]?code|\bs\/c\b/i)
      ? { reasons: ["eight digits beside a sort code"] }
      : null;
  },
  confidence: { bare: 0.9, context: 0.9 },
  references: ["https://www.wearepay.uk (Extended Industry Sort Code Directory)"],
  examples: {
    match: ["Sort code: 60-16-13, account number: 31926819", "sort_code=601613"],
    ignore: ["60-16-13", "account number: 31926819", "sort code 60-16"],
  },
};

import { luhn } from "../../checks/luhn.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { isShortBirthDate } from "../../checks/calendar-date.ts";
import { proven } from "./proven.ts";

const HEALTH_CARD_WORDS = [
  "health card",
  "health card number",
  "health number",
  "health insurance number",
  "health insurance card",
  "hcn",
  "carte santé",
  "carte d'assurance maladie",
  "assurance maladie",
] as const;

const caHealthCardOntario = identifier({
  id: "ca-health-card-on",
  provesItself: true,
  entityType: "CA_HEALTH_CARD",
  format: "Ontario: ten digits as 4-3-3, with the two letters of the card's version or without.",
  checksum: "Luhn.",
  forms: [
    "9999999999",
    "9999999999AA",
    "9999-999-999",
    "9999 999 999",
    "9999-999-999-AA",
    "9999-999-999 AA",
    "9999 999 999 AA",
  ],
  contextWords: [...HEALTH_CARD_WORDS, "ohip", "ohip number", "ontario health insurance", "version code"],
  check: proven({
    reason: "checksum Luhn",
    holds: (text) => text[0] !== "0" && luhn(text.slice(0, 10)),
    grouped: 0.2,
  }),
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["Ontario Ministry of Health, Health Number Validation, technical specifications"],
  examples: {
    match: ["OHIP 5821-049-375-KT", "health card number 5821049375", "Health card: 5821 049 375 KT"],
    ignore: ["OHIP 5821-049-371", "5821049375", "call 5821049370"],
  },
});

/** Counts the second to the ninth digit. */
const BC_WEIGHTS = [2, 4, 8, 5, 10, 9, 7, 3] as const;

const caHealthCardBritishColumbia = identifier({
  id: "ca-health-card-bc",
  provesItself: true,
  entityType: "CA_HEALTH_CARD",
  format: "British Columbia: ten digits from 9, as 4-3-3.",
  checksum: "Weights 2-4-8-5-10-9-7-3, modulo 11.",
  forms: ["9999999999", "9999 999 999", "9999-999-999"],
  contextWords: [
    ...HEALTH_CARD_WORDS,
    "phn",
    "bc phn",
    "personal health number",
    "bc services card",
    "care card",
    "carecard",
    "msp",
  ],
  check: proven({
    reason: "checksum modulo 11",
    holds: (digits) =>
      digits[0] === "9" && 11 - (weightedSum(digits.slice(1, 9), BC_WEIGHTS) % 11) === Number(digits[9]),
    grouped: 0.3,
  }),
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["British Columbia Ministry of Health, Personal Health Number"],
  examples: {
    match: ["PHN 9382 104 573", "personal health number 9382104573"],
    ignore: ["PHN 9382 104 571", "9382104573"],
  },
});

const caHealthCardQuebec = identifier({
  id: "ca-health-card-qc",
  entityType: "CA_HEALTH_CARD",
  format:
    "Québec: three letters of the name and one of the first name, date of birth (month plus 50 for women), two digits.",
  forms: ["AAAA99999999", "AAAA 9999 9999", "AAAA-9999-9999"],
  contextWords: [...HEALTH_CARD_WORDS, "ramq", "nam", "numéro d'assurance maladie", "carte soleil"],
  check: proven({
    reason: "date of birth",
    holds: (text) => {
      const month = Number(text.slice(6, 8));
      return isShortBirthDate(
        Number(text.slice(4, 6)),
        month > 50 ? month - 50 : month,
        Number(text.slice(8, 10)),
      );
    },
    grouped: 0.5,
  }),
  confidence: { bare: 0.2, context: 0.9 },
  references: ["Régie de l'assurance maladie du Québec, carte d'assurance maladie"],
  examples: {
    match: ["RAMQ TREF 8457 1216", "carte d'assurance maladie: TREF84071214"],
    ignore: ["RAMQ TREF 8437 1216", "RAMQ TREF 8457 3216"],
  },
});

const caHealthCardOther = identifier({
  id: "ca-health-card-other",
  entityType: "CA_HEALTH_CARD",
  format: "Other provinces: nine digits (Alberta as 5-4), ten (Nova Scotia) or twelve; only in context.",
  forms: ["99999-9999", "999999999", "999 999 999", "9999 999 999", "999999999999", "999 999 999 999"],
  contextWords: [
    ...HEALTH_CARD_WORDS,
    "personal health number",
    "alberta health care",
    "ahcip",
    "phin",
    "manitoba health",
    "saskatchewan health",
    "mcp number",
    "msi number",
  ],
  confidence: { bare: 0, context: 0.8, against: 0 },
  references: ["Alberta Health Care Insurance Plan", "Manitoba Health", "Nova Scotia MSI"],
  examples: {
    match: ["Alberta Health Care number 58210-4937", "personal health number 582104937"],
    ignore: ["58210-4937", "zip 58210-4937"],
  },
});

export const caHealthCard: readonly Detector[] = [
  caHealthCardOntario,
  caHealthCardBritishColumbia,
  caHealthCardQuebec,
  caHealthCardOther,
];

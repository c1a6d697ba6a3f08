import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Detector, Verdict } from "../detector.ts";
import { DIGIT_RUN } from "../triggers.ts";

/** Numbers that stand as an example in forms and manuals everywhere. */
const KNOWN: ReadonlySet<string> = new Set(["+31612345678", "+31201234567", "+31101234567", "+31301234567"]);

/** E.164 of a Dutch number, or null. Service numbers (0800, 0900, 14 0xx) belong to organisations. */
function dutchNumber(value: string): string | null {
  const phone = parsePhoneNumberFromString(value.replace("(0)", ""), "NL");
  if (!phone?.isValid() || phone.country !== "NL") return null;
  const type = phone.getType();
  return type === "MOBILE" || type === "FIXED_LINE" || type === "FIXED_LINE_OR_MOBILE" || type === "VOIP"
    ? phone.number
    : null;
}

function check({ value }: { value: string }): Verdict | null {
  const number = dutchNumber(value);
  if (number === null) return null;
  const written = /[ ()-]/.test(value) || value.startsWith("+");
  const reasons = ["valid number of the Dutch numbering plan"];
  const confidence = written ? 0.8 : 0.45;
  return KNOWN.has(number)
    ? { reasons, confidence, known: "common example number" }
    : { reasons, confidence };
}

export const phoneNumber = {
  id: "phone-number",
  entityType: "PHONE_NUMBER",
  rule: "pii.contact.phone",
  category: "contact",
  severity: "low",
  trigger: DIGIT_RUN,
  reach: { before: 4, after: 2 },
  pattern:
    /(?<![\p{L}\d.,_+/-])(?:(?:(?:\+|00)31[ -]?(?:\(0\)[ -]?)?|0)[1-9](?:[ -]{0,3}\d){8}|\(0[1-9]\d{1,2}\)(?:[ -]?\d){6,7})(?![\p{L}\d_-]|[.,]\d)/gu,
  contextWords: [
    "tel",
    "telefoon",
    "telefoonnummer",
    "phone",
    "mobile",
    "mobiel",
    "gsm",
    "bel",
    "call",
    "06-nummer",
  ],
  againstWords: [
    "order",
    "factuur",
    "invoice",
    "artikel",
    "kvk",
    "timestamp",
    "id",
    "sku",
    "ean",
    "version",
    "versie",
  ],
  check,
  confidence: { bare: 0.8, context: 0.95, against: 0.3 },
  normalise: (value) => dutchNumber(value) ?? value,
  visible: { head: 0, tail: 2 },
  references: ["Nummerplan telefoon- en ISDN-diensten (ACM)", "ITU-T E.164"],
  examples: {
    match: [
      "bel 06-57414234",
      "+31 6 5741 4234",
      "0031657414234",
      "(020) 794 02 81",
      "+31 (0)20 7940281",
      "tel. 0657414234",
    ],
    ignore: [
      "order 20241215",
      "1.0657414234",
      "0800-1234567",
      "2024-06-15 10:30",
      "065741423",
      "id_0657414234567",
    ],
  },
} as const satisfies Detector;

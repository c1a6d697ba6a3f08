import { luhn } from "../checks/luhn.ts";
import type { Detector, Verdict } from "../detector.ts";
import { DIGIT_RUN } from "../triggers.ts";

/** Issuer ranges with the lengths in use: [from, to, lengths, name]; from and to are compared as prefixes. */
const ISSUERS: readonly [from: string, to: string, lengths: readonly number[], name: string][] = [
  ["4", "4", [13, 16, 19], "Visa"],
  ["51", "55", [16], "Mastercard"],
  ["2221", "2720", [16], "Mastercard"],
  ["34", "34", [15], "American Express"],
  ["37", "37", [15], "American Express"],
  ["300", "305", [14, 16], "Diners Club"],
  ["36", "36", [14, 16], "Diners Club"],
  ["38", "39", [14, 16], "Diners Club"],
  ["3528", "3589", [16, 17, 18, 19], "JCB"],
  ["6011", "6011", [16, 19], "Discover"],
  ["644", "649", [16, 19], "Discover"],
  ["65", "65", [16, 19], "Discover"],
  ["62", "62", [16, 17, 18, 19], "UnionPay"],
  ["5018", "5018", [12, 13, 14, 15, 16, 17, 18, 19], "Maestro"],
  ["5020", "5020", [12, 13, 14, 15, 16, 17, 18, 19], "Maestro"],
  ["5038", "5038", [12, 13, 14, 15, 16, 17, 18, 19], "Maestro"],
  ["6304", "6304", [12, 13, 14, 15, 16, 17, 18, 19], "Maestro"],
  ["6759", "6763", [12, 13, 14, 15, 16, 17, 18, 19], "Maestro"],
];

/** Numbers that networks and payment providers publish for tests. */
const TEST_NUMBERS: ReadonlySet<string> = new Set(
  `4111111111111111 4242424242424242 4012888888881881 4000056655665556 4000000000000002 4000002500003155
   4000000000009995 4222222222222 4988438843884305 5555555555554444 5105105105105100 5200828282828210
   5454545454545454 5555341244441115 2223003122003222 2223000048400011 378282246310005 371449635398431
   378734493671000 6011111111111117 6011000990139424 30569309025904 38520000023237 36227206271667
   3530111333300000 3566002020360505 6200000000000005 6759649826438453`.split(/\s+/),
);

function issuerOf(digits: string): string | null {
  for (const [from, to, lengths, name] of ISSUERS) {
    const prefix = digits.slice(0, from.length);
    if (prefix >= from && prefix <= to && lengths.includes(digits.length)) return name;
  }
  return null;
}

/** Cards are printed in fours, American Express and Diners 4-6-5 and 4-6-4; other groupings are other numbers. */
const GROUPING = /^(?:\d{4}([ -])(?:\d{4}\1){2}\d{1,4}(?:\1\d{1,3})?|\d{4}([ -])\d{6}\2\d{4,5})$/;

function check({ value }: { value: string }): Verdict | null {
  const digits = value.replace(/\D/g, "");
  const grouped = digits.length !== value.length;
  if (grouped && !GROUPING.test(value)) return null;
  if (!luhn(digits)) return null;
  const issuer = issuerOf(digits);
  if (issuer === null || /^(\d)\1+$/.test(digits)) return null;
  const reasons = ["checksum Luhn", `issuer range ${issuer}`];
  if (TEST_NUMBERS.has(digits)) return { reasons, known: "published test number" };
  return { reasons, confidence: grouped ? 0.85 : 0.6 };
}

export const paymentCard = {
  id: "payment-card",
  entityType: "PAYMENT_CARD",
  rule: "pii.financial.card",
  category: "financial",
  severity: "high",
  trigger: DIGIT_RUN,
  reach: { before: 2, after: 2 },
  pattern: /(?<![\p{L}\d.,_-])(?<!\d )\d(?:[ -]?\d){11,18}(?![\p{L}\d_-]|[.,]\d)/gu,
  contextWords: [
    "card",
    "creditcard",
    "credit card",
    "kaart",
    "kaartnummer",
    "pan",
    "visa",
    "mastercard",
    "amex",
  ],
  againstWords: ["order", "bestelling", "timestamp", "id", "ean", "isbn", "imei", "trace", "snowflake"],
  check,
  confidence: { bare: 0.6, context: 0.95, against: 0.3 },
  normalise: (value) => value.replace(/\D/g, ""),
  visible: { head: 0, tail: 4 },
  references: ["ISO/IEC 7812-1", "PCI DSS 4.0.1 requirement 3"],
  examples: {
    match: ["5412 7503 1415 9261", "kaart 4024007103939509", "3714-963539-84314", "4111111111111111"],
    ignore: [
      "4111111111111112",
      "0.4024007103939509",
      "4024 00710 3939 509",
      "id-4024007103939509",
      "9999999999999995",
      "4000000000000000",
      "550e8400-e29b-41d4-a716-446655440000",
    ],
  },
} as const satisfies Detector;

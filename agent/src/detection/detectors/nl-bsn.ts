import { elevenTest } from "../checks/eleven-test.ts";
import type { Detector, Verdict } from "../detector.ts";
import { DIGIT_RUN } from "../triggers.ts";

const digitsOf = (value: string) => value.replace(/\D/g, "");

/** Repeated in so much documentation that they mean nobody. */
const EXAMPLES: ReadonlySet<string> = new Set(["111222333", "123456782"]);
/** The persons of the government's test environments. */
const TEST_RANGE = "9999";

function check({ value }: { value: string }): Verdict | null {
  const digits = digitsOf(value);
  if (!elevenTest(digits)) return null;
  if (digits < "010000000") return null;
  const reasons = ["checksum 11-proef"];
  if (EXAMPLES.has(digits)) return { reasons, known: "published example number" };
  return digits.startsWith(TEST_RANGE) ? { reasons, known: "range of test persons" } : { reasons };
}

/**
 * One in eleven numbers of nine digits passes the eleven-test, so a bare one is a hint and no more. RSIN and
 * onderwijsnummer share the form: their words speak against it.
 */
export const nlBsn = {
  id: "nl-bsn",
  entityType: "NL_BSN",
  rule: "pii.national_id.bsn",
  category: "identifier",
  severity: "critical",
  trigger: DIGIT_RUN,
  reach: { before: 2, after: 2 },
  pattern:
    /(?<![\p{L}\d.,+-])(?:\d{9}|(?<!\d )(?:\d{4}[ .]\d{2}[ .]\d{3}|\d{3}([ .-])\d{3}\1\d{3})(?! \d))(?![\p{L}\d-]|[.,]\d)/gu,
  contextWords: [
    "bsn",
    "bsnr",
    "bsnnummer",
    "bsn-nummer",
    "burgerservicenummer",
    "burger service nummer",
    "sofi",
    "sofinummer",
    "sofi-nummer",
    "citizen service number",
    "persoonsnummer",
    "patiëntnummer",
  ],
  againstWords: [
    "order",
    "ordernummer",
    "order number",
    "orderid",
    "bestelling",
    "bestelnummer",
    "factuur",
    "factuurnummer",
    "invoice",
    "artikel",
    "artikelnummer",
    "sku",
    "kvk",
    "rsin",
    "btw",
    "vat",
    "tel",
    "telefoon",
    "phone",
    "ref",
    "referentie",
    "iban",
    "id",
    "version",
    "versie",
    "timestamp",
    "port",
    "size",
    "bytes",
  ],
  check,
  confidence: { bare: 0.35, context: 0.95, against: 0.1 },
  normalise: digitsOf,
  visible: { head: 0, tail: 2 },
  references: ["Wet algemene bepalingen burgerservicenummer, art. 10", "Besluit burgerservicenummer"],
  examples: {
    match: [
      "BSN: 231480003",
      "bsn 2314.80.003",
      "klantBsn = '231480003'",
      "burgerservicenummer 231 480 003",
      "bsn 111222333",
    ],
    ignore: ["BSN: 231480005", "bsn 000000000", "3231480003", "12.231480003", "a231480003", "231480003-1"],
  },
} as const satisfies Detector;

import { elevenTest } from "../../checks/eleven-test.ts";
import type { Candidate } from "../../candidate.ts";
import { identifier } from "../../define.ts";
import type { Verdict } from "../../detector.ts";

/** Repeated in so much documentation that they mean nobody. */
const EXAMPLES: ReadonlySet<string> = new Set(["111222333", "123456782"]);
/** The persons of the government's test environments. */
const TEST_RANGE = "9999";
/** No lower number was issued to a person: those belong to organisations. */
const LOWEST = "010000000";
/** Most numbers that begin so are a RSIN, which has the same eleven-test. */
const RSIN_RANGE = "8";
/** "Fiscaal nummer" means the BSN of a person and the RSIN of an organisation. */
const FISCAL = /\bfiscaal\W{0,2}nummer\W{0,12}$/i;

/** People drop the leading zero, and with it the form of the number: only a context word makes up for it. */
const padded = (digits: string) => digits.padStart(9, "0");

function check({ compact, before }: Candidate): Verdict | null {
  const digits = padded(compact);
  if (!elevenTest(digits) || digits < LOWEST) return null;
  if (digits.startsWith(RSIN_RANGE) && FISCAL.test(before)) return null;
  const reasons = ["checksum 11-proef"];
  if (EXAMPLES.has(digits)) return { reasons, known: "published example number" };
  if (digits.startsWith(TEST_RANGE)) return { reasons, known: "range of test persons" };
  if (compact.length === 8) return { reasons, confidence: 0 };
  return digits.startsWith(RSIN_RANGE) ? { reasons, confidence: 0.15 } : { reasons };
}

/**
 * One in eleven numbers of nine digits passes the eleven-test, so a bare one is a hint and no more. RSIN and
 * onderwijsnummer share the form: their words speak against it.
 */
export const nlBsn = identifier({
  id: "nl-bsn",
  entityType: "NL_BSN",
  rule: "pii.national_id.bsn",
  format: "Nine digits, some written with dots or spaces, or eight where the leading zero was dropped.",
  checksum: "The eleven-test: 9a+8b+7c+6d+5e+4f+3g+2h−i is a multiple of 11.",
  forms: ["999999999", "9999.99.999", "9999 99 999", "999.999.999", "999 999 999", "999-999-999", "99999999"],
  check,
  contextWords: [
    ...["bsn", "bsnr", "bsn nummer", "bsnnummer", "bsn nr", "bsn number"],
    ...["burgerservicenummer", "burger service nummer", "burgerservicenr", "citizen service number"],
    ...["sofi", "sofinummer", "sofi nummer", "sofinr", "sociaal fiscaal nummer", "social fiscal number"],
    ...["persoonsnummer", "patiëntnummer", "patientnummer", "fiscaal nummer", "bürgerservicenummer"],
  ],
  againstWords: [
    ...[
      "rsin",
      "kvk",
      "kv k",
      "kv k nummer",
      "kvk nummer",
      "btw",
      "btw nummer",
      "vat",
      "vat number",
      "onderwijsnummer",
      "pgn",
    ],
    ...["tel", "telefoon", "telefoonnummer", "phone", "mobiel", "fax", "iban", "rekeningnummer", "rekening"],
    ...[
      "referentienummer",
      "klantnummer",
      "customer number",
      "debiteurnummer",
      "lidnummer",
      "loonheffingennummer",
    ],
    ...["agb", "agb code", "siren", "id"],
  ],
  confidence: { bare: 0.35, context: 0.95, against: 0.1 },
  normalise: (value) => padded(value.replace(/\D/g, "")),
  references: [
    "Wet algemene bepalingen burgerservicenummer, art. 1 and 10",
    "Besluit burgerservicenummer",
    "Logisch Ontwerp BSN, RvIG",
  ],
  examples: {
    match: [
      "BSN: 231480003",
      "bsn 2314.80.003",
      "klantBsn = '231480003'",
      "burgerservicenummer 231 480 003",
      "bsn 111222333",
      "Citizen service number (BSN): 482-139-079",
      "bsn 87654313",
    ],
    ignore: [
      "BSN: 231480005",
      "bsn 000000000",
      "3231480003",
      "12.231480003",
      "a231480003",
      "231480003-1",
      "87654313",
    ],
  },
});

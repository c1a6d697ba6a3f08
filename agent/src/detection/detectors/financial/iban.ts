import type { Candidate } from "../../candidate.ts";
import { compact } from "../../candidate.ts";
import { validIban } from "../../checks/iban.ts";
import { IBAN_LENGTHS } from "../../checks/iban-lengths.ts";
import type { Detector, Verdict } from "../../detector.ts";

/** The registry's own examples and others that documentation repeats. */
const KNOWN: ReadonlySet<string> = new Set(
  `NL91ABNA0417164300 NL02ABNA0123456789 NL20INGB0001234567 NL39RABO0300065264 NL86INGB0002445588 NL18ABNA0484869868
  DE89370400440532013000 DE75512108001245126199 DE91100000000123456789 DE12500105170648489890 BE68539007547034 BE71096123456769
  FR1420041010050500013M02606 FR7630006000011234567890189 GB29NWBK60161331926819 GB82WEST12345698765432 GB33BUKB20201555555555
  GB94BARC10201530093459 ES9121000418450200051332 ES7921000813610123456789 IT60X0542811101000000123456 CH9300762011623852957
  CH5604835012345678009 AT611904300234573201 AT483200000012345864 LU280019400644750000 LU120010001234567891 IE29AIBK93115212345678
  IE64IRCE92050112345678 PT50000201231234567890154 DK5000400440116243 SE4550000000058398257466 NO9386011117947 FI2112345600000785
  PL61109010140000071219812874 CZ6508000000192000145399 HU42117730161111101800000000 GR1601101250000000012300695 TR330006100519786457841326
  SK3112000000198742637541 SI56263300012039086 HR1210010051863000160 RO49AAAA1B31007593840000 BG80BNBG96611020345678 EE382200221020145685
  LV80BANK0000435195001 LT121000011101001000 MT84MALT011000012345MTLCAST001S CY17002001280000001200527600 IL620108000000099999999
  SA0380000000608010167519 AE070331234567890123456 BR1800360305000010009795493C1 KW81CBKU0000000000001234560101 QA58DOHB00001234567890ABCDEFG`.split(
    /\s+/,
  ),
);

const SEPARATORS = " \u00a0.-";

/** Reads exactly as many characters as the country's IBANs have, so that a following word is not drawn in. */
function check({ value, after }: Candidate): Verdict | null {
  const country = value.slice(0, 2).toUpperCase();
  const wanted = IBAN_LENGTHS[country];
  if (wanted === undefined) return null;
  let end = 0;
  for (let taken = 0; taken < wanted; end++) {
    if (end >= value.length) return null;
    // Of what the pattern lets in, all but the separators count.
    if (!SEPARATORS.includes(value[end] ?? "")) taken++;
  }
  if (/^[A-Za-z0-9]/.test(value.slice(end) + after)) return null;
  const iban = compact(value.slice(0, end));
  if (!validIban(iban)) return null;
  const reasons = ["checksum mod 97", `structure of ${country}`];
  if (KNOWN.has(iban)) return { reasons, length: end, known: "published example number" };
  return { reasons, length: end };
}

export const iban: Detector = {
  id: "iban",
  entityType: "IBAN",
  rule: "pii.financial.iban",
  category: "financial",
  format: "A country code, two check digits, and the account in the country's own structure.",
  checksum: "ISO 7064 mod 97-10 over the whole.",
  forms: ["AA99", "AA 99"],
  anyCase: true,
  pattern: /(?<![A-Za-z0-9])[A-Z]{2} ?\d{2}(?:[ \u00a0.-]?[A-Z0-9]){11,30}/i,
  check,
  contextWords: [
    ...[
      "iban",
      "rekening",
      "rekeningnummer",
      "bankrekening",
      "rekeningnr",
      "bank account",
      "account",
      "account number",
      "konto",
    ],
    ...[
      "kontonummer",
      "bankverbindung",
      "compte",
      "compte bancaire",
      "cuenta",
      "conto",
      "rib",
      "bank",
      "incasso",
      "sepa",
    ],
  ],
  confidence: { bare: 0.95, context: 0.99, against: 0.9 },
  normalise: compact,
  visible: { head: 2, tail: 2 },
  references: ["ISO 13616-1", "SWIFT IBAN registry", "ISO/IEC 7064 MOD 97-10"],
  examples: {
    match: [
      "NL91 ABNA 0417 1643 00",
      "iban: NL93RABO0314159265",
      "naar DE89370400440532013000 FAO",
      "nl93rabo0314159265",
      "06-12345678,NL93RABO0314159265",
      "IT60 X054 2811 1010 0000 0123 456",
      "NO93 8601 1117 947",
      "FR14-2004-1010-0505-0001-3M02-606",
    ],
    ignore: [
      "NL91ABNA0417164301",
      "NL91 ABNA 0417 1643 0",
      "XX91ABNA0417164300",
      "DE00000000000000000066",
      "aNL91ABNA0417164300",
      "NL91ABNA0417164300A",
    ],
  },
};

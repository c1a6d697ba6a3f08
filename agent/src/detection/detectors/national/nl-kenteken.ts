import type { Candidate } from "../../candidate.ts";
import { identifier } from "../../define.ts";
import type { Verdict } from "../../detector.ts";

/** By sidecode, from 1 (1951) to 14. The last three are laid down, and used for mopeds or not yet. */
const SIDECODES = [
  ...["AA-99-99", "99-99-AA", "99-AA-99", "AA-99-AA", "AA-AA-99", "99-AA-AA", "99-AAA-9"],
  ...["9-AAA-99", "AA-999-A", "A-999-AA", "AAA-99-A", "A-99-AAA", "9-AA-999", "999-AA-9"],
];
/** Up to the third sidecode there were vowels; a plate of those has one pair of letters. */
const HAS_VOWELS = /^(?:[A-Z]{2}-?\d\d-?\d\d|\d\d-?\d\d-?[A-Z]{2}|\d\d-?[A-Z]{2}-?\d\d)$/;
/** No vowels, C or Q since the fourth, but O in front: a trailer's. */
const CONSONANTS = /^(?:O?[BDF-HJ-NPR-TV-Z\d-]+)$/;
/** Never issued, for what they stand for. */
const WITHHELD = /GVD|KKK|KVT|LPF|NSB|PKK|PSV|PVV|SGP|TBS|VVD|(?<![A-Z])S[SD](?![A-Z])/;

function check({ value }: Candidate): Verdict | null {
  const plate = value.toUpperCase().replaceAll(" ", "-");
  if (!HAS_VOWELS.test(plate) && (!CONSONANTS.test(plate) || WITHHELD.test(plate))) return null;
  const reasons = ["form and letters of a sidecode"];
  // Without dashes, or in small letters, it is too much like any other code.
  const isPlain = value === plate && value.includes("-");
  return isPlain ? { reasons } : { reasons, confidence: 0 };
}

export const nlKenteken = identifier({
  id: "nl-kenteken",
  entityType: "NL_KENTEKEN",
  rule: "pii.vehicle.plate",
  category: "vehicle",
  severity: "medium",
  format: "Three groups of letters or digits, six characters in all, in one of fourteen orders.",
  forms: SIDECODES.flatMap((code) => [code, code.replaceAll("-", ""), code.replaceAll("-", " ")]),
  anyCase: true,
  check,
  contextWords: [
    ...[
      "kenteken",
      "kentekennummer",
      "kenteken nummer",
      "kentekennr",
      "kentekenplaat",
      "kentekenbewijs",
      "nummerplaat",
    ],
    ...[
      "license plate",
      "licence plate",
      "number plate",
      "licenseplate",
      "licenceplate",
      "numberplate",
      "plate number",
    ],
    ...[
      "plate",
      "registration plate",
      "vehicle registration",
      "voertuig",
      "leaseauto",
      "lease auto",
      "bestelauto",
    ],
    ...[
      "personenauto",
      "motorfiets",
      "scooter",
      "bromfiets",
      "aanhanger",
      "vehicle",
      "rdw",
      "parkeervergunning",
      "parkeren",
    ],
    ...["apk", "voertuigregistratie", "vrachtwagen", "kennzeichen"],
  ],
  againstWords: [
    "artikelcode",
    "productcode",
    "model",
    "type",
    "bestelcode",
    "part",
    "postcode",
    "onderdeelnummer",
  ],
  confidence: { bare: 0.3, context: 0.92, against: 0.1 },
  references: [
    "Regeling kentekens en kentekenplaten",
    "https://www.rdw.nl/particulier/voertuigen/auto/kentekens",
  ],
  examples: {
    match: [
      "kenteken 16-RSL-9",
      "Kenteken: GV-482-K",
      "license_plate = 'H483KT'",
      "auto met kenteken 7-ztk-83",
      "XB-48-21",
      "kenteken OK-81-RB",
    ],
    ignore: [
      "kenteken 12-ABE-3",
      "A16-RSL-9",
      "16-RSL-9-02",
      "16RSL9",
      "kenteken 12-NSB-3",
      "kenteken 16-RSL-99",
    ],
  },
});

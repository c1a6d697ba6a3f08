import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { organisation } from "./kinds.ts";

const FORM = () => ({ reasons: ["form of the register's number"] });

/** Numbers of Dutch care providers, care insurers and the insured. None has a check digit, so that a word must name it. */
export const nlHealthcare: readonly Detector[] = [
  identifier({
    id: "nl-big",
    entityType: "NL_BIG",
    severity: "medium",
    format: "Eleven digits, the second a 9, the last two the profession.",
    forms: ["99999999999", "9999 9999 999", "99999999 999", "999999999 99", "999999999.99"],
    check: ({ compact }) => (compact[1] === "9" ? { reasons: ["form of the register's number"] } : null),
    contextWords: [
      ...["big", "big nummer", "bignummer", "big nr", "bignr", "big number", "big register", "bigregister"],
      ...["big registratie", "big registratienummer", "big code", "big registered", "big geregistreerd"],
    ],
    againstWords: ["agb", "agb code"],
    confidence: { bare: 0, context: 0.96, against: 0 },
    references: [
      "Wet op de beroepen in de individuele gezondheidszorg, art. 3",
      "https://www.bigregister.nl",
    ],
    examples: {
      match: ["BIG-nummer: 19048273601", "big_nummer,79150284330", "BIG-registratie 39027461525"],
      ignore: ["19048273601", "BIG-nummer 1904827360", "BIG-nummer 18048273601"],
    },
  }),
  identifier({
    id: "nl-agb",
    entityType: "NL_AGB",
    severity: "low",
    format: "Eight digits, the first two the kind of care provider.",
    forms: ["99999999", "99-999999", "99 999999", "99.999999"],
    check: ({ compact }) =>
      compact.startsWith("00") ? null : { reasons: ["form of the register's number"] },
    contextWords: [
      ...["agb", "agb code", "agbcode", "agb nummer", "agbnummer", "agb nr", "vektis", "vektis code"],
      ...["zorgverlener agb", "praktijk agb", "persoonlijke agb code", "praktijkcode"],
    ],
    againstWords: ["kvk", "kvk nummer", "datum", "date"],
    confidence: { bare: 0, context: 0.96, against: 0 },
    references: ["https://www.vektis.nl/agb-register", "https://www.agbcode.nl"],
    examples: {
      match: ["AGB-code 01048273", "agb: 94-057182", "AGB-code praktijk: 12039471"],
      ignore: ["01048273", "AGB-code 0104827", "AGB-code 010482731", "kvk 01048273"],
    },
  }),
  organisation({
    id: "nl-uzovi",
    entityType: "NL_UZOVI",
    format: "Four digits for a care insurer; with a policy or a BSN it marks a record of health insurance.",
    forms: ["9999"],
    check: FORM,
    contextWords: ["uzovi", "uzovi code", "uzovi nummer", "uzovinummer", "uzovicode", "uzovi nr", "uzovinr"],
    confidence: { bare: 0, context: 0.96, against: 0 },
    visible: { head: 0, tail: 0 },
    references: ["https://www.vektis.nl/uzovi-register", "Zorgverzekeringswet, art. 35"],
    examples: {
      match: ["UZOVI-nummer: 3311", "uzovi 7119"],
      ignore: ["3311", "uzovi 331", "uzovi 33112", "betaald in 3311"],
    },
  }),
  identifier({
    id: "nl-verzekerdennummer",
    entityType: "NL_VERZEKERDENNR",
    severity: "medium",
    format: "Six to twelve digits, which the care insurer counts as it likes.",
    forms: ["9{6,12}", "999 999 999", "999.999.999", "9999 9999", "99999 99999"],
    check: ({ compact }) => (/^(\d)\1+$/.test(compact) ? null : { reasons: ["form of an insurer's number"] }),
    contextWords: [
      ...[
        "verzekerdennummer",
        "verzekerden nummer",
        "verzekerdenr",
        "verzekerdennr",
        "verzekerdenummer",
        "verzekerde nummer",
      ],
      ...["zorgpolis", "zorgpolisnummer", "polisnummer zorgverzekering", "zorgverzekering polisnummer"],
      ...[
        "polisnummer zorg",
        "zorgverzekeringsnummer",
        "zorgpas",
        "zorgpasnummer",
        "health insurance policy",
      ],
      ...["health insurance number", "health insurance policy number", "insured person number"],
    ],
    againstWords: ["bsn", "burgerservicenummer", "uzovi", "agb", "geboortedatum", "telefoon", "tel", "kvk"],
    confidence: { bare: 0, context: 0.85, against: 0 },
    references: ["Zorgverzekeringswet, art. 86", "Regeling zorgverzekering, art. 7.1"],
    examples: {
      match: [
        "Verzekerdennummer: 208471936",
        "zorgpolisnummer 4810392756",
        "zorgverzekering polisnummer: 71920546",
      ],
      ignore: ["208471936", "verzekerdennummer 20847", "polisnummer reis 208471936"],
    },
  }),
];

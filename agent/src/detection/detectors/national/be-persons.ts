import { beBankAccount } from "../../checks/be-bank-account.ts";
import { belgianNationalNumber } from "../../checks/belgian-national-number.ts";
import { identifier } from "../../define.ts";
import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { idDocument, organisation } from "./kinds.ts";

const FORMS = [
  ...[
    "99.99.99-999.99",
    "99999999999",
    "99.99.99-999-99",
    "99 99 99 999 99",
    "99.99.99 999.99",
    "99.99.99-999 99",
  ],
  ...[
    "999999-999-99",
    "999999-999.99",
    "999999 999 99",
    "99.99.99.999.99",
    "99/99/99-999.99",
    "99/99/99-999/99",
  ],
  ...[
    "99-99-99-999-99",
    "99.99.99 999 99",
    "99/99/99 999.99",
    "99 99 99-999 99",
    "99/99/99-999-99",
    "999999-99999",
  ],
];
const CONTEXT = [
  ...[
    "rijksregisternummer",
    "rijksregister",
    "rijksregisternr",
    "rrn",
    "rr nr",
    "rr nummer",
    "insz",
    "insz nummer",
    "niss",
  ],
  ...[
    "registre national",
    "numéro national",
    "numero national",
    "n national",
    "nationaal nummer",
    "nrn",
    "no national",
  ],
  ...[
    "numéro de registre national",
    "numero de registre national",
    "numéro du registre national",
    "nationalregister",
  ],
  ...[
    "nationalregisternummer",
    "belgian national number",
    "national register number",
    "national number",
    "ssin",
  ],
  ...[
    "identificatienummer van de sociale zekerheid",
    "numéro de registre",
    "inss",
    "national registry number",
  ],
];
const REFERENCES = [
  "Koninklijk besluit van 3 april 1984 betreffende het identificatienummer van het Rijksregister, art. 1-4",
  "Wet van 8 augustus 1983 tot regeling van een Rijksregister, art. 8",
];

const verdict =
  (register: "national" | "bis") =>
  ({ value, compact }: Candidate): Verdict | null => {
    const number = belgianNationalNumber(compact);
    if (number?.register !== register) return null;
    const reasons = ["control number mod 97"];
    if (number.birthDate === "partial") return { reasons, confidence: 0.3 };
    reasons.push("birth date");
    return value === compact ? { reasons, confidence: 0.55 } : { reasons };
  };

export const bePersons: readonly Detector[] = [
  identifier({
    id: "be-rijksregisternummer",
    entityType: "BE_NN",
    severity: "critical",
    format: "Date of birth as YYMMDD, an order number of three digits and two of control.",
    checksum: "97 less the remainder modulo 97; with a 2 in front of those born from 2000 on.",
    forms: FORMS,
    check: verdict("national"),
    contextWords: CONTEXT,
    confidence: { bare: 0.92, context: 0.98, against: 0.5 },
    references: REFERENCES,
    examples: {
      match: ["Rijksregisternummer: 85.07.30-033.28", "NISS 72041829130", "numéro national 04.11.19-218.52"],
      ignore: ["Rijksregisternummer 85.07.30-033.01", "85.17.30-033.28", "185.07.30-033.28"],
    },
  }),
  identifier({
    id: "be-bis-nummer",
    entityType: "BE_BIS",
    severity: "critical",
    format: "As the national number, with 20 or 40 added to the month.",
    checksum: "97 less the remainder modulo 97.",
    forms: FORMS,
    check: verdict("bis"),
    contextWords: [
      "bis nummer",
      "bisnummer",
      "bis",
      "numéro bis",
      "numero bis",
      "bis number",
      "registre bis",
      ...CONTEXT,
    ],
    confidence: { bare: 0.85, context: 0.97, against: 0.4 },
    references: [...REFERENCES, "Koninklijk besluit van 8 februari 1991, art. 1"],
    examples: {
      match: ["BIS-nummer: 88.22.29-999.36", "numéro bis 79471204828"],
      ignore: ["BIS-nummer 88.22.29-999.01", "bis 88.65.29-999.36"],
    },
  }),
  organisation({
    id: "be-ondernemingsnummer",
    provesItself: true,
    entityType: "BE_VAT",
    format: "0 or 1 and nine digits, as a VAT number with BE in front.",
    checksum: "97 less the remainder of the first eight digits modulo 97.",
    forms: [..."01"]
      .flatMap((first) => [
        `${first}999.999.999`,
        ...[`be${first}999999999`, `be ${first}999999999`, `be ${first}999.999.999`, `be${first}999.999.999`],
        ...[`be ${first}999 999 999`, `be-${first}999.999.999`, `${first}999 999 999`, `${first}999999999`],
        ...[`be.${first}999.999.999`, `be-${first}999999999`, `${first}999-999-999`],
      ])
      .concat("be999999999", "be 999.999.999", "be 999999999"),
    check: ({ value, compact }) => {
      const digits = compact.replace("BE", "").padStart(10, "0");
      const body = Number(digits.slice(0, 8));
      if (body === 0 || 97 - (body % 97) !== Number(digits.slice(8))) return null;
      const reasons = ["control number mod 97"];
      if (/^BE/i.test(value)) return { reasons, confidence: 0.88 };
      return value.includes(".") ? { reasons, confidence: 0.6 } : { reasons };
    },
    contextWords: [
      ...[
        "ondernemingsnummer",
        "ondernemingsnr",
        "kbo",
        "kbo nummer",
        "bce",
        "btw",
        "btw nr",
        "btw nummer",
        "btw be",
        "tva",
      ],
      ...[
        "numéro d'entreprise",
        "numero d'entreprise",
        "n d'entreprise",
        "rpr",
        "rpm",
        "vat",
        "vat number",
        "vat no",
      ],
      ...["enterprise number", "company number", "kbo nr", "tva be", "unternehmensnummer", "cbe"],
    ],
    references: ["Wetboek van economisch recht, art. III.17", "https://kbopub.economie.fgov.be"],
    examples: {
      match: [
        "Ondernemingsnummer: 0481.930.246",
        "BTW BE 0731.940.224",
        "TVA BE0481930246",
        "KBO 0481930246",
      ],
      ignore: ["BTW BE 0731.940.201", "0481930246", "BE 2731.940.251"],
    },
  }),
  idDocument({
    id: "be-identity-card",
    entityType: "BE_EID",
    format: "Twelve digits, 999-9999999-99; cards of foreigners have B and nine digits.",
    checksum: "The last two are the first ten modulo 97, 97 for 0.",
    forms: ["999-9999999-99", "999999999999", "999 9999999 99", "b999999999", "b 9999999 99"],
    check: ({ compact }) => {
      if (/^B\d/.test(compact)) return { reasons: ["form of the document's number"] };
      return beBankAccount(compact) ? { reasons: ["control number mod 97"] } : null;
    },
    contextWords: [
      ...[
        "identiteitskaart",
        "identiteitskaartnummer",
        "nummer identiteitskaart",
        "carte d'identité",
        "carte d'identite",
      ],
      ...[
        "eid",
        "eid nummer",
        "eid kaart",
        "eid number",
        "kaartnummer",
        "numéro de carte",
        "numero de carte",
        "id kaart",
      ],
      ...[
        "personalausweis",
        "identity card",
        "id card",
        "belgian id card",
        "belgian identity card",
        "card number",
      ],
    ],
    references: [
      "Koninklijk besluit van 25 maart 2003 betreffende de identiteitskaarten",
      "https://www.ibz.rrn.fgov.be",
    ],
    examples: {
      match: ["Identiteitskaart: 592-1234567-32", "carte d'identité n° 591048273669"],
      ignore: ["592-1234567-32", "identiteitskaart 592-1234567-01"],
    },
  }),
  idDocument({
    id: "be-passport",
    entityType: "BE_PASSPORT",
    format: "Two letters and six digits.",
    forms: ["AA999999", "AA 999999"],
    contextWords: [
      ...[
        "belgian passport",
        "belgisch paspoort",
        "passeport belge",
        "paspoort",
        "paspoortnummer",
        "passeport",
      ],
      ...["numéro de passeport", "numero de passeport", "passport", "passport number", "passport no"],
    ],
    confidence: { bare: 0, context: 0.85, against: 0 },
    references: ["https://www.consilium.europa.eu/prado/en/BEL-AO-03001/index.html"],
    examples: {
      match: ["Paspoortnummer: EP482019", "passeport belge EL 731048"],
      ignore: ["EP482019", "paspoort EP48201"],
    },
  }),
  idDocument({
    id: "be-driving-licence",
    entityType: "BE_DL",
    format: "Ten digits; nothing proves it but its name.",
    forms: ["9999999999"],
    contextWords: ["belgisch rijbewijs", "permis de conduire", "belgian driving licence", "numéro de permis"],
    confidence: { bare: 0, context: 0.93, against: 0 },
    references: ["Koninklijk besluit van 23 maart 1998 betreffende het rijbewijs"],
    examples: {
      match: ["rijbewijs (Belgisch rijbewijs): 1048273915", "permis de conduire n° 1730482916"],
      ignore: ["1048273915"],
    },
  }),
];

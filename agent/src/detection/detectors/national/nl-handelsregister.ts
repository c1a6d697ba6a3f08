import type { Detector } from "../../detector.ts";
import { organisation } from "./kinds.ts";

const CONTEXT = [
  ...["kvk", "kvk nummer", "kvknummer", "kvk nr", "kvknr", "kvk number", "k v k", "kvk no"],
  // KvK reads as camel case.
  ...["kv k", "kv k nummer", "kv k nr", "kv k no"],
  ...["kamer van koophandel", "handelsregister", "handelsregisternummer", "inschrijfnummer kvk"],
  ...[
    "chamber of commerce",
    "chamber of commerce number",
    "coc number",
    "coc no",
    "coc nr",
    "coc",
    "dossiernummer",
  ],
  ...["trade register", "trade register number", "handelskammer", "chambre de commerce"],
];
const REFERENCES = ["Handelsregisterwet 2007, art. 9 and 11", "https://developers.kvk.nl/documentation"];

export const nlHandelsregister: readonly Detector[] = [
  organisation({
    id: "nl-kvk",
    entityType: "NL_KVK",
    format: "Eight digits, in old papers with four more for the branch; nothing proves it but its name.",
    forms: ["99999999", "9999.9999", "9999 9999", "99 99 99 99", "99.99.99.99", "99.999.999", "999999990000"],
    check: ({ compact }) => (/^0{6}/.test(compact) ? null : { reasons: ["form of the register's number"] }),
    contextWords: CONTEXT,
    againstWords: [
      "vestigingsnummer",
      "tel",
      "telefoon",
      "agb",
      "agb code",
      "datum",
      "date",
      "geboortedatum",
    ],
    confidence: { bare: 0, context: 0.96, against: 0 },
    references: REFERENCES,
    examples: {
      match: [
        "KvK 68750110",
        "KVK-nummer: 27149308",
        "ingeschreven bij de Kamer van Koophandel onder 5830 2917",
      ],
      ignore: ["68750110", "KvK 6875011", "KvK 687501102", "factuurnummer 68750110"],
    },
  }),
  organisation({
    id: "nl-vestigingsnummer",
    entityType: "NL_VESTIGINGSNR",
    format: "Twelve digits, the first three of them zeros so far.",
    forms: ["000999999999", "0009.9999.9999", "0009 9999 9999"],
    check: () => ({ reasons: ["form of the register's number"] }),
    contextWords: ["vestigingsnummer", "vestigingsnr", "vestiging", "branch number", "establishment number"],
    confidence: { bare: 0, context: 0.96, against: 0 },
    references: REFERENCES,
    examples: {
      match: ["Vestigingsnummer: 000037178598", "vestigingsnummer = '000021849305'"],
      ignore: ["000037178598", "vestigingsnummer 37178598", "vestigingsnummer 0000371785981"],
    },
  }),
];

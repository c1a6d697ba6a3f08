import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";
import {
  FRENCH_NUMBER_FIRST,
  LABELLED,
  NUMBER_FIRST,
  PO_BOX,
  STREET_FIRST,
  STREET_LAST,
  SUFFIX_TOO,
} from "./street-words.ts";

/** What all detectors of addresses share. */
export const ADDRESS = {
  entityType: "STREET_ADDRESS",
  rule: "pii.contact.address",
  category: "contact",
  normalise: (value: string) =>
    value
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim(),
  visible: { head: 0, tail: 0 },
  references: [
    "GDPR, art. 4(1)",
    "UPU S42, addressing templates",
    "Wet basisregistratie adressen en gebouwen",
  ],
} as const satisfies Partial<Detector>;

/** A postcode behind the street leaves little doubt. */
const WITH_POSTCODE =
  /\d{5}|\d\d-\d{3} \p{Lu}|\d{4} ?[A-Z]{2}|\d[A-Z]{2}$|\d{4} \p{Lu}|[A-Z]\d[A-Z] ?\d[A-Z]\d/u;
const sure = (confidence: number) =>
  function check({ value }: Candidate): Verdict {
    const postcode = WITH_POSTCODE.test(value.slice(4));
    // `Open Hof 2023` is the event of a year.
    if (/ (?:19|20)\d\d$/.test(value)) return { reasons: ["street and perhaps a year"], confidence: 0.3 };
    return {
      reasons: [postcode ? "street, number and postcode" : "street and number"],
      confidence: postcode ? 0.95 : confidence,
    };
  };

export const streetAddressNumberLast: Detector = {
  ...ADDRESS,
  id: "street-address-continental",
  format:
    "A street whose name ends in the Dutch or German word for one, with its house number; postcode and town.",
  keywords: [
    "straat ",
    "laan ",
    "weg ",
    "plein ",
    "gracht ",
    "kade ",
    "singel ",
    "dijk ",
    "steeg ",
    "dreef ",
    "pad ",
    "hof ",
    "park ",
    "baan ",
    "lei ",
    "kaai ",
    "markt ",
    "haven ",
    "wal ",
    "straße ",
    "strasse ",
    "str. ",
    "platz ",
    "allee ",
    "ufer ",
    "damm ",
    "gasse ",
  ],
  before: 50,
  pattern: STREET_LAST,
  check: (candidate) =>
    /^(?:Onder|Half|Durch|Hin|Her|Vor|Frei|Keines)weg /.test(candidate.value) ? null : sure(0.8)(candidate),
  confidence: { bare: 0.8, context: 0.9 },
  examples: {
    match: [
      "Zij woont aan de Lindenstraat 12a in Fictiefdam.",
      "Burg. van Tuyllkade 34-2, 1234 AB Fictiefdam",
      "Berliner Straße 5, 10115 Berlin",
      "Hauptstr. 7",
      "1e Oosterparkstraat 88 bis",
      "Kerkplein 3\n2011 XY Haarlem",
    ],
    ignore: ["de straat 5 keer overgestoken", "Onderweg 3 pauzes", "weg 5", "Hoofdstraat"],
  },
};

export const streetAddressRomance: Detector = {
  ...ADDRESS,
  id: "street-address-romance",
  format:
    "The Italian, Spanish, Portuguese or French word for a street, its name and the house number; postcode and town.",
  keywords: [
    "via ",
    "viale ",
    "piazza ",
    "corso ",
    "calle ",
    "avenida ",
    "avda",
    "plaza ",
    "paseo ",
    "c/ ",
    "rua ",
    "travessa ",
    "praça ",
    "largo ",
    "vicolo ",
    "carrera ",
    "chaussée ",
    "rue d",
    "rue l",
    "rue s",
    "avenue ",
    "boulevard ",
    "ulica ",
    "ul. ",
    "laan van",
  ],
  capitalWords: ["am", "an", "auf", "im", "unter", "zum", "zur"],
  pattern: STREET_FIRST,
  check: (candidate) => {
    const verdict = sure(0.75)(candidate);
    // `Am Markt 3`: only the postcode tells it from prose.
    return /^(?:Am|An|Auf|Im|Unter|Zum|Zur) /.test(candidate.value) && (verdict.confidence ?? 0) < 0.9
      ? null
      : verdict;
  },
  confidence: { bare: 0.75, context: 0.9 },
  examples: {
    match: [
      "abita in Via Garibaldi 12, 20121 Milano",
      "Calle de Alcalá, 45, 28014 Madrid",
      "Avenue Louise 54, 1050 Bruxelles",
      "Rua das Flores 10",
      "Am Markt 3, 28195 Bremen",
      "ul. Zielona 10, 00-590 Warszawa",
      "Laan van Lindenhorst 200-B",
    ],
    ignore: ["via GitHub actions 3 times", "Via email 5", "avenue of attack 2", "Am Montag 12 Uhr"],
  },
};

/** A number of things stands before a capitalised word as well: `10 Downing Street`, but also `2 Way`. */
const NO_STREET =
  /^\d{1,5},? (?:The|In|On|At|Or|And|Of|To|For|From|Use|Run|Go|See|New) |^(?:19|20)\d\d (?:\p{L}+ ){0,3}(?:Park|Run|Walk|Loop|Path|Route|Row|Green|Village|Plaza|Place|Way|Close|Mall|Hill|Ridge|Crossing|Trail|Circle|Extension|Court|Dr|St|Av)$/u;
/** Words that are seldom anything but a street. */
const DISTINCT =
  /(?:Street|Avenue|Ave|Road|Rd|Lane|Ln|Boulevard|Blvd|Drive|Parkway|Pkwy|Highway|Hwy|Crescent|Terrace|Cres|Mews|Broadway|St|Dr|Ct|Court|Square|Cir|Gardens|Esplanade)(?!\p{L})/u;

const WITH_FLAT = /(?:Apt|Apartment|Suite|Ste|Unit|Flat)\.? #?\w{1,6}/u;
const SUFFIX_WORD = new RegExp(String.raw`[ ](?:${SUFFIX_TOO})(?![\p{L}])`, "u");

export const streetAddressNumberFirst: Detector = {
  ...ADDRESS,
  id: "street-address-anglo",
  format:
    "A house number, capitalised words and the English word for a street; flat, town, state and postcode.",
  forms: [
    "9{1,5} A",
    "9{1,5}X A",
    "9{1,5}, A",
    "9{1,5}-9{1,5} A",
    "9{1,4}/9{1,5} A",
    "9{1,5} 9{1,3}st A",
    "9{1,5} 9{1,3}nd A",
    "9{1,5} 9{1,3}rd A",
    "9{1,5} 9{1,3}th A",
  ],
  pattern: NUMBER_FIRST,
  check: ({ value }) => {
    if (NO_STREET.test(value)) return null;
    const postcode =
      WITH_POSTCODE.test(value.slice(6)) || /, ?[A-Z]{2,3}(?: |$)/.test(value) || WITH_FLAT.test(value);
    if (!postcode && !DISTINCT.test(value) && SUFFIX_WORD.test(value)) return null;
    if (!postcode && !DISTINCT.test(value)) return { reasons: ["form of an address"], confidence: 0 };
    return {
      reasons: [postcode ? "number, street and place" : "number and street"],
      confidence: postcode ? 0.95 : 0.75,
    };
  },
  contextWords: [
    "address",
    "street",
    "lives",
    "live",
    "living",
    "residence",
    "resides",
    "located",
    "home",
    "mailing",
    "shipping",
    "billing",
    "deliver",
  ],
  // In an invoice an address stands near its number and its articles.
  confidence: { bare: 0.75, context: 0.9, against: 0.7 },
  examples: {
    match: [
      "Invoice 48-291, bill to: 9 Harbour View Rd, Cork",
      "742 Elmwood Terrace, Springfield, IL 62704",
      "She lives at 12 Rosemary Close",
      "Flat 2, 48B Tinderholt Road, London SW1A 1AA",
      "1200 W 5th Avenue, Apt 3B, Vancouver, BC V6H 1A7",
      "10 King William Street, Adelaide SA 5000",
      "4127 Fictief Harbors\nPort Fictieftown, NE 36922",
      "88 Fictief Roads Apt. 482",
      "1/22 Fictief St, Sydney NSW 2000",
    ],
    ignore: [
      "3 Way Merge",
      "2019 Green Park",
      "10 Best Ways",
      "12 Key Points",
      "Top 5 Street Foods",
      "12 Release Drivers",
    ],
  },
};

/** Mail to the armed forces of the United States. */
export const streetAddressMilitary: Detector = {
  ...ADDRESS,
  id: "street-address-military",
  format: "A unit and box, or a ship, with APO, FPO or DPO, the region and the postcode.",
  keywords: ["apo a", "fpo a", "dpo a"],
  before: 48,
  pattern:
    /(?:(?:Unit|PSC|CMR)[ ]\d{1,5},?[ ](?:Box|PO Box)[ ]\d{1,5}|US(?:NV|NS|S|CGC)[ ]\p{Lu}[\p{L}.' -]{1,24}),?(?:[ ]|\r?\n|\\n)(?:APO|FPO|DPO),?[ ]A[AEP][ ]\d{5}(?:-\d{4})?(?!\d)/u,
  check: sure(0.9),
  confidence: { bare: 0.9, context: 0.95 },
  examples: {
    match: ["Unit 3914 Box 9932\nDPO AP 53203", "USNV Fictief\nFPO AP 39325"],
    ignore: ["an APO address", "Unit 3914 Box 9932"],
  },
};

export const streetAddressFrench: Detector = {
  ...ADDRESS,
  id: "street-address-french",
  format: "A house number, the French word for a street and its name; postcode and town.",
  forms: [
    "rue",
    "avenue",
    "boulevard",
    "chemin",
    "impasse",
    "allée",
    "quai",
    "place",
    "cours",
    "route",
    "bd",
    "av.",
    "square",
    "passage",
  ].flatMap((word) => [
    `9{1,4} ${word} `,
    `9{1,4}, ${word} `,
    `9{1,4} bis ${word} `,
    `9{1,4} bis, ${word} `,
    `9{1,4} ter ${word} `,
  ]),
  pattern: FRENCH_NUMBER_FIRST,
  check: sure(0.85),
  confidence: { bare: 0.85, context: 0.9 },
  examples: {
    match: [
      "12, rue de la Paix, 75002 Paris",
      "habite 3 bis avenue Victor Hugo",
      "45 boulevard Saint-Michel 75005 Paris",
    ],
    ignore: ["2 place holders", "12 rue", "3 cours de français"],
  },
};

export const streetAddressLabel: Detector = {
  ...ADDRESS,
  id: "street-address-label",
  format: "Words and a house number in a field, column or label for an address.",
  names: [
    "address",
    "street",
    "street address",
    "home address",
    "address line 1",
    "address line",
    "addressline1",
    "address1",
    "mailing address",
    "postal address",
    "billing address",
    "shipping address",
    "delivery address",
    "residence",
    "residential address",
    "permanent address",
    "current address",
    "lives at",
    "resides at",
    "residing at",
    "living at",
    "adres",
    "woonadres",
    "straat",
    "straatnaam",
    "bezoekadres",
    "postadres",
    "huisadres",
    "factuuradres",
    "afleveradres",
    "woonachtig aan",
    "wonende te",
    "wonende aan",
    "woont op",
    "woont aan",
    "correspondentieadres",
    "straat en huisnummer",
    "anschrift",
    "adresse",
    "wohnanschrift",
    "straße",
    "strasse",
    "hausanschrift",
    "wohnhaft in",
    "lieferadresse",
    "rechnungsadresse",
    "adresse postale",
    "demeurant",
    "domicilié au",
    "domicile",
    "dirección",
    "direccion",
    "domicilio",
    "indirizzo",
    "residenza",
    "endereço",
    "morada",
  ],
  looseName: true,
  pattern: LABELLED,
  check: ({ value, name, quote, text, end }) => {
    if (quote === "" && /\p{Ll}\p{Lu}/u.test(name)) return null;
    if (
      !/^\p{Lu}|^\d{1,5}[A-Za-z]?,? \p{Lu}/u.test(value) ||
      /^(?:Line|Type|Field|Number|Version|IPv|Port|Page|Range|Space|Size|Bits?|Mode|Offset|Class|Block|Bus|Family|Register|Pin|The|This|In|At|On|No|See|Step|Level)\b/iu.test(
        value,
      )
    )
      return null;
    if (!/^[ \t]{0,3}(?:$|[\r\n,;|<"'`\t.)}\\]|[-–])/u.test(text.slice(end, end + 5))) return null;
    const confidence = WITH_POSTCODE.test(value.slice(4)) ? 0.95 : 0.8;
    return { reasons: ["street and number in a field for an address"], confidence };
  },
  confidence: { bare: 0.8, context: 0.8 },
  examples: {
    match: [
      "Adres: Achter de Linden 12, 1234 AB Fictiefdam",
      "Anschrift: Am Sonnenhang 4",
      '"street": "Elmwood 12"',
      "Address: 12 Elmwood",
    ],
    ignore: [
      "address: 0x7ffe",
      "address: 192.168.1.1",
      "Address family 2",
      "Address: Line 1",
      "street: string",
    ],
  },
};

export const poBox: Detector = {
  ...ADDRESS,
  id: "street-address-po-box",
  format: "The word for a post-office box and its number; postcode and town.",
  keywords: [
    "postbus",
    "postfach",
    "p.o. box",
    "po box",
    "p.o.box",
    "p o box",
    "gpo box",
    "boîte postale",
    "boite postale",
    "apartado",
    "casella postale",
    "post office box",
    "locked bag",
  ],
  pattern: PO_BOX,
  check: sure(0.85),
  confidence: { bare: 0.85, context: 0.9 },
  examples: {
    match: ["Postbus 1234, 1000 AB Fictiefdam", "P.O. Box 567, Springfield, IL 62704", "Postfach 10 20 30"],
    ignore: ["postbus", "apartado tercero", "postfach: leer"],
  },
};

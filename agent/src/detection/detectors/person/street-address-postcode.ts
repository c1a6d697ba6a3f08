import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { MONTH_NAMES } from "./birth-date.ts";
import { ADDRESS } from "./street-address.ts";

const TOWN = String.raw`\p{Lu}\p{Ll}[\p{L}'’]{1,24}(?:[ -](?:\p{L}{1,4}[ -])?\p{Lu}[\p{L}'’]{1,24}){0,2}(?:[ ]\d{1,2}(?!\d))?`;
const PATTERN = new RegExp(
  String.raw`\d{1,4}(?:[ ]?[a-zA-Z])?(?:[-/]\d{1,4}[a-zA-Z]?)?(?:[ ](?:bus|bte|hs|bis)[ ]?\d{0,3})?(?:,[ ]|\r?\n)(?:[A-Z]{1,2}-)?(?:\d{4}[ ]?[A-Z]{2}|\d{3}[ ]\d\d|\d\d-\d{3}|\d{4,5})[ ]{1,2}${TOWN}(?![\p{L}\d])`,
  "u",
);
const NAME = String.raw`((?:\p{Lu}[\p{L}'’.-]{1,24})(?:[ ](?:\p{Lu}[\p{L}'’.-]{1,24}|\p{Ll}{1,4})){0,3}[ ])$`;
/** The street, of one to four words, at the beginning of a line or cell or behind a word that leads to a place. */
const STREET = new RegExp(
  String.raw`(?:^|[\n,;:("'>|\t•]\s{0,2}|(?:^|[^\p{L}])(?:at|te|in|aan|op|to|bei|zu|am|à|au|en|a|v|i|på|von|from|van|adres|adresse|adresa|adress|address|osoite|cím)\s)${NAME}`,
  "u",
);
/** The same behind any word in small letters. */
const STREET_IN_PROSE = new RegExp(String.raw`\p{Ll}[ ]${NAME}`, "u");

/** What a number and a year or a count stand behind as often. */
const NO_STREET = new RegExp(
  String.raw`^(?:${MONTH_NAMES.join("|")}|fig(?:ure)?s?|tables?|chapters?|sections?|pages?|steps?|versions?|windows|vol(?:ume)?|no|rooms?|articles?|levels?|lines?|parts?|days?|weeks?|issues?|releases?|python|node|java|blocks?|items?|rows?|columns?|rules?|notes?|units?|exhibit|act|law|psalm|grade|phase|types?|class|groups?|teams?|orders?|invoice|bijlage|tabel|tabelle|seite|pagina|artikel|kapitel|hoofdstuk|on|in|the|see)\.?(?!\p{L})`,
  "iu",
);

function check({ value, before }: Candidate): Verdict | null {
  const postcode =
    /(?:,[ ]|\n)(?:[A-Z]{1,2}-)?(\d[\d -]{3,5}(?:[ ]?[A-Z]{2}(?![\p{L}]))?)/u.exec(value)?.[1]?.trim() ?? "";
  // Four digits are a year or a count as often.
  const isShort = /^\d{4}$/.test(postcode);
  const street = STREET.exec(before)?.[1] ?? (isShort ? undefined : STREET_IN_PROSE.exec(before)?.[1]);
  if (street === undefined || NO_STREET.test(street)) return null;
  return {
    reasons: ["street, number, postcode and town"],
    confidence: /^(?:19|20)\d\d$/.test(postcode) ? 0.6 : isShort ? 0.85 : 0.93,
    // The value begins ahead of the number by which it was found.
    skip: -street.length,
  };
}

/** A street that no word tells as one, with a number, a postcode and a town behind it. */
export const streetAddressByPostcode: Detector = {
  ...ADDRESS,
  id: "street-address-postcode",
  format: "Capitalised words, a house number, and behind a comma a European postcode and a town.",
  forms: [
    ...["\n", "\r\n"].flatMap((lineEnd) =>
      ["9999 A", "99999 A", "999 99 A", "99-999 A", "9999 AA", "9999AA"].flatMap((postcode) => [
        `9{1,4}${lineEnd}${postcode}`,
        `9{1,4}X${lineEnd}${postcode}`,
      ]),
    ),
    ...["9{1,4}, 9999 A", "9{1,4}, 99999 A", "9{1,4}, 999 99 A", "9{1,4}, 99-999 A", "9{1,4}, 9999AA A"],
    ...["9{1,4}, 9999 AA A", "9{1,4}X, 9999 A", "9{1,4}X, 99999 A", "9{1,4} X, 9999 A", "9{1,4}X, 9999 AA A"],
    ...[
      "9{1,4}, A-9999 A",
      "9{1,4}, AA-9999 A",
      "9{1,4}, A-99999 A",
      "9{1,4}/9{1,4}, 9999 A",
      "9{1,4} bus 9{1,3}, 9999 A",
    ],
    ...["9{1,4}-9{1,4}, 9999 AA A", "9{1,4} X, 999 99 A", "9{1,4}-9{1,4}, 99999 A"],
  ],
  anyCase: true,
  pattern: PATTERN,
  check,
  // In a file or an order an address stands near its number.
  confidence: { bare: 0.85, context: 0.9, against: 0.91 },
  examples: {
    match: [
      "Meir 50, 2000 Antwerpen",
      "woont te Grote Markt 12, 9000 Gent",
      "Coolsingel 40, 3011 AD Rotterdam",
      "Dlouhá 5, 110 00 Praha",
      "J. Jansen\nAchterom 7\n2611 PM Delft",
      "Adres: Achterom 7, 2611 PM Delft",
    ],
    ignore: [
      "March 12, 2000 Visitors",
      "Table 5, 2000 Samples",
      "we had 50, 2000 Visitors",
      "version 3, 1999 Edition",
    ],
  },
};

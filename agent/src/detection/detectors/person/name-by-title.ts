import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { NAME_START, readNamed, WORDS_OF_NAME } from "./name-form.ts";
import { PERSON_NAME } from "./person-name.ts";

/** In these languages any noun has a capital, so a second word counts only where it is a name that we know. */
const GERMAN = /^(?:herr|herrn|frau)/i;
/** What a person is addressed as instead of a name, and products that are called doctor. */
const NO_NAME =
  /^(?:Sir|Madam|President|Chairman|Speaker|Minister|Mayor|Who|No|Web|Watson|Memory|Strangelove|Pepper|Martens|Clean|Robot|Bean|Good|Right|Perfect|Doktor|Professor|Docteur|Direct(?:or|eur)|Voorzitter|Burgemeester|Bundes\p{L}+)(?![\p{L}])/u;

function check({ value, name, before }: Candidate): Verdict | null {
  if (NO_NAME.test(value)) return null;
  // The merge request `MR`, milliseconds, and whatever else is no title in this spelling.
  if (/^(?:MR|MS|DR|ms)$/.test(name) || /\d\s?$/.test(before)) return null;
  const reading = readNamed(value, 3, GERMAN.test(name));
  // `MRS   PNR`: a heading in capitals.
  if (!reading || /^\p{Lu}{2,3}$/u.test(value.slice(0, reading.length))) return null;
  return { reasons: ["a name behind a title"], confidence: 0.9, length: reading.length };
}

export const personNameByTitle: Detector = {
  ...PERSON_NAME,
  id: "person-name-title",
  format: "Capitalised words behind a title or form of address.",
  names: [
    "mr.",
    "mrs",
    "mrs.",
    "ms.",
    "miss",
    "dr.",
    "prof",
    "prof.",
    "professor",
    "sir",
    "madam",
    "rev.",
    "hon.",
    "de heer",
    "dhr",
    "dhr.",
    "heer",
    "meneer",
    "mevrouw",
    "mevr",
    "mevr.",
    "mej.",
    "juffrouw",
    "drs",
    "drs.",
    "mw.",
    "herr",
    "herrn",
    "frau",
    "fräulein",
    "monsieur",
    "madame",
    "mademoiselle",
    "mme",
    "mme.",
    "mlle",
    "maître",
    "señor",
    "señora",
    "señorita",
    "senor",
    "senora",
    "don",
    "doña",
    "sr.",
    "sra.",
    "srta.",
    "signor",
    "signora",
    "signore",
    "sig.",
    "sig.ra",
    "dott.",
    "dott.ssa",
    "senhor",
    "senhora",
    "pan",
    "pani",
    "fru",
    "bay",
    "bayan",
    "dr. med.",
    "univ.-prof.",
    "dipl.-ing.",
    "familie",
    "fam.",
    "family of",
    "weduwe",
  ],
  looseName: true,
  pattern: WORDS_OF_NAME,
  check,
  confidence: { bare: 0.85, context: 0.85 },
  examples: {
    match: [
      "Geachte mevrouw Van der Wielstra,",
      "Dhr. P. Obbema belt u terug",
      "Contact Dr. Tjorven Quade for details",
      "Sehr geehrter Herr Obermoser,",
      "Mrs. Okwuosa called",
      "Madame Chevrolier a signé",
    ],
    ignore: [
      "Dear Sir or Madam",
      "MR Review",
      "dr. who",
      "Mr. President",
      "mevrouw de voorzitter",
      "5 ms Delay",
    ],
  },
};

const withTitle = new RegExp(
  String.raw`${NAME_START}(?:Mr|Ms|Dr|Mw|M\.)[ \u00a0](?:${WORDS_OF_NAME.source})`,
  "u",
);

/** Titles of two letters without a full stop are too short for a name of a field; here it is the keyword. */
export const personNameByShortTitle: Detector = {
  ...PERSON_NAME,
  id: "person-name-short-title",
  format: "Capitalised words behind Mr, Ms, Dr or Mw.",
  keywords: ["mr ", "ms ", "dr ", "mw "],
  pattern: withTitle,
  check: ({ value }) => {
    const row = value.slice(3);
    if (NO_NAME.test(row)) return null;
    const reading = readNamed(row, 3);
    return (
      reading && { reasons: ["a name behind a title"], confidence: 0.85, skip: 3, length: 3 + reading.length }
    );
  },
  confidence: { bare: 0.85, context: 0.85 },
  examples: {
    match: ["Mr Whitcombe will see you now", "Ask Dr Quade", "Ms Priya Raghunathan"],
    ignore: ["MS Word", "the MR Pipeline", "Dr Who", "10 ms Timeout"],
  },
};

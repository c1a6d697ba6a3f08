import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { readNamed, WORDS_OF_NAME } from "./name-form.ts";
import { PERSON_NAME } from "./person-name.ts";

/** Whom letters address where they name nobody. */
const ANYBODY =
  /^(?:Sir|Madam|Customer|Client|Team|All|Everyone|Colleagues?|Friends?|Readers?|Users?|Parents?|Students?|Hiring|Manager|Member|Partner|Support|World|There|Subscriber|Applicant|Candidate|Valued|Heer|Mevrouw|Meneer|Collega|Klant|Lezer|Ouders?|Relatie|Allen|Allemaal|Kunde|Kunden|Kundin|Damen|Herren|Kolleg\p{L}+|Freunde?|Team|Leser|Madame|Monsieur|Client|Cliente|Mr|Mrs|Ms|Dr|Prof|Santa|Diary|God|Lord|Editor|Welt|Wereld|Kitty|Dolly|Web|Mom|Dad|Mum)(?![\p{L}])/u;

const check = (most: number) =>
  function checkPhrase({ value, text, start, quote }: Candidate): Verdict | null {
    if (quote !== "" || ANYBODY.test(value)) return null;
    const reading = readNamed(value, most);
    if (!reading) return null;
    const ends = text.slice(start + reading.length, start + reading.length + 8);
    if (
      !/^(?:\s*$|\s?[,.!?;:)"'<\n\r&]|\s(?:and|en|und|et|y|e|ik|i|I|we|de|die|met|with|from|van|uit|aus|ich|ha|is|ist|was|has|my|mijn)(?:\s|$))/u.test(
        ends,
      ) &&
      reading.confidence < 0.9
    )
      return null;
    return {
      reasons: ["a name behind the words that lead up to one"],
      confidence: reading.confidence - 0.05,
      length: reading.length,
    };
  };

export const personNameByPhrase: Detector = {
  ...PERSON_NAME,
  id: "person-name-phrase",
  format: "Capitalised words behind the words with which somebody's name is said.",
  names: [
    "my name is",
    "his name is",
    "her name is",
    "mijn naam is",
    "de naam is",
    "ik heet",
    "hij heet",
    "zij heet",
    "genaamd",
    "ich heiße",
    "ich heisse",
    "mein name ist",
    "je m'appelle",
    "mon nom est",
    "me llamo",
    "mi nombre es",
    "mi chiamo",
    "meu nome é",
    "mi nombre completo es",
    "il mio nome è",
    "nazywam się",
    "this is dr.",
    "yours truly,",
    "known as",
    "a man named",
    "chamo-me",
    "me chamo",
    "jeg heter",
    "jeg hedder",
    "jag heter",
    "nimeni on",
    "minun nimeni on",
    "jmenuji se",
    "volám sa",
    "zovem se",
    "mă numesc",
    "numele meu este",
    "benim adım",
    "adım",
    "меня зовут",
    "мене звати",
    "казвам се",
    "με λένε",
    "ονομάζομαι",
  ],
  looseName: true,
  pattern: WORDS_OF_NAME,
  check: check(3),
  confidence: { bare: 0.7, context: 0.7 },
  examples: {
    match: [
      "My name is Tjalke Wielstra.",
      "Ik heet Ousmanou.",
      "je m'appelle Maëlyne, et vous ?",
      "Mein Name ist Kötterheinrich.",
    ],
    ignore: ["my name is required", "The file name is Main", "name is TRUE"],
  },
};

export const personNameByGreeting: Detector = {
  ...PERSON_NAME,
  id: "person-name-greeting",
  format: "One or two capitalised words behind the words that open a letter.",
  names: [
    "dear",
    "beste",
    "geachte",
    "lieve",
    "liebe",
    "lieber",
    "sehr geehrte",
    "sehr geehrter",
    "cher",
    "chère",
    "bonjour",
    "estimado",
    "estimada",
    "querido",
    "querida",
    "gentile",
    "egregio",
    "prezado",
    "prezada",
    "kære",
    "bästa",
  ],
  looseName: true,
  pattern: WORDS_OF_NAME,
  check: (candidate) =>
    /^\p{Lu}/u.test(candidate.name) &&
    /(?:^|[\n>"'.!?])\s{0,8}$/.test(candidate.before.slice(0, -candidate.name.length - 1))
      ? check(2)(candidate)
      : null,
  confidence: { bare: 0.7, context: 0.7 },
  examples: {
    match: ["Beste Tjalke,", "Dear Priyasha,\n\nthank you", "Liebe Anneliese,"],
    ignore: ["Dear Customer,", "Beste collega,", "Dear Hiring Manager,", "a dear Friend", "Bonjour Madame,"],
  },
};

const SIGNED = new RegExp(
  String.raw`(?<!\p{L})\p{L}{5,14}(?:[ ]\p{L}{4,13})?[,.!]?[ \t]{0,4}(?:\r?\n[ \t>]{0,8}){1,4}(?:${WORDS_OF_NAME.source})(?=[ \t]{0,16}(?:\r?\n|$|[,|]))`,
  "u",
);

/** The closing words are part of the match: a match begins at its keyword. A given name that we know is found by itself. */
export const personNameBySignature: Detector = {
  ...PERSON_NAME,
  id: "person-name-signature",
  format: "A line with two or three capitalised words under the words that close a letter.",
  keywords: [
    "groet",
    "groeten",
    "hoogachtend",
    "regards",
    "sincerely",
    "yours truly",
    "grüßen",
    "grüße",
    "cordialement",
    "salutations",
    "saludos",
    "atentamente",
    "saluti",
    "atenciosamente",
    "vennlig hilsen",
  ],
  pattern: SIGNED,
  check: ({ value }) => {
    const row = value.slice(value.lastIndexOf("\n") + 1).trimStart();
    const reading = readNamed(row, 3);
    return reading && reading.words >= 2
      ? {
          reasons: ["a name under a letter"],
          confidence: 0.6,
          length: value.length - row.length + reading.length,
        }
      : null;
  },
  confidence: { bare: 0.6, context: 0.6 },
  examples: {
    match: ["Met vriendelijke groet,\n\nTjalke van Overwinkel", "Kind regards,\nPriyasha Whitcombe\nSales"],
    ignore: ["Regards,\nThe Team", "regards the Main Branch", "Met vriendelijke groet,\nafdeling inkoop"],
  },
};

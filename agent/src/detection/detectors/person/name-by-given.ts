import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { EPONYMS } from "../../words/eponyms.ts";
import { readFullName, WORDS_FROM_GIVEN } from "./name-form.ts";
import { GIVEN_NAMES, givenName } from "./name-words.ts";
import { PERSON_NAME } from "./person-name.ts";

/** Places and institutions named after somebody: `San Diego`, `University of St. Andrew`, `Fort William`. */
const NAMED_AFTER =
  /(?:^|[^\p{L}])(?:San|Santa|Santo|São|Saint|St\.?|Ste\.?|Sint|Sankt|Fort|Port|Lake|Mount|Mt\.?|Cape|Camp|Los|Las|Nueva?|New|Hotel|Villa|Via|Viale|Piazza|Corso|Rue|Calle|Avenida|Place|Avenue|University|Université|Universität|College|Hospital|Stadium|Stadion|Theatre|Hurricane|Storm|The|Typhoon)[ -]$/u;
const PLACE =
  /^[ -](?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Blvd|Way|Square|Highway|Park|University|College|School|Academy|Institute|Hospital|Clinic|Airport|Foundation|Stadium|Arena|Cent(?:er|re)|Bridge|Station|Building|Memorial|Museum|Library|Church|Cathedral|Chapel|Day|International|Award|Prize|Trophy|Lecture|Theat(?:er|re)|(?:airport|university|college|school|hospital|station|bridge|museum|stadium|foundation|street|avenue|[Ss]traat|[Ll]aan|[Ww]eg|[Pp]lein|[Kk]ade|Stra(?:ß|ss)e|Platz|Allee|Schule|Stiftung|Universität|School|Stichting|Huis|Kerk|Markt))(?![\p{L}])/u;
/** Where a given name alone is a name: a greeting, the end of a letter, an introduction, a role. */
const GREETING =
  /(?:^|[^\p{L}])(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|goede(?:morgen|middag|navond)|guten (?:tag|morgen|abend)|buongiorno|buenos días|bom dia|beste|hoi|hallo|dag|lieve|liebe|lieber|cher|chère|bonjour|salut|hola|querid[oa]|estimad[oa]|ciao|car[oa]|gentile)[ ,]{1,2}$/iu;
const CLOSING =
  /(?:groet|groeten|groetjes|regards|sincerely|wishes|cheers|thanks|thank you|yours|love|grüßen|grüße|gruß|mfg|gr\.|cordialement|salutations|saludos|saluti|(?<!\p{L})best|hälsningar|hilsen|terveisin|pozdrawiam|pozdravem|abrazo|abraços|abbracci|bisous|lg|vg)[ \t]*[,.!]?[ \t]*\r?\n\s{0,8}$/iu;
const INTRODUCTION =
  /(?:^|[^\p{L}])(?:name is|name's|i am|i'm|this is|call me|ik heet|ik ben|naam is|genaamd|named|called|ich heiße|ich bin|name ist|namens|je m['’]appelle|je suis|me llamo|soy|mi chiamo|sono|heet|heißt|s['’]appelle)[ :]{1,2}$/iu;
const ROLE =
  /(?:^|[^\p{L}])(?:patiënt|patient|patiënte|cliënt|client|bewoner|werknemer|medewerker|collega|employee|colleague|coworker|leerling|pupil|student|buurman|buurvrouw|nurse|daughter|son|wife|husband|brother|sister|mother|father|grandmother|grandfather|uncle|aunt|girlfriend|boyfriend|partner|dochter|zoon|zoontje|dochtertje|broer|zus|moeder|vader|oom|tante|echtgenoot|echtgenote|vriendin|kollege|kollegin|tochter|sohn|bruder|schwester|onkel|mutter|ehefrau|ehemann|fille|fils|frère|sœur|épouse|mari|collègue|hija|hijo|esposa|esposo|figlia|figlio)[ ]$/iu;

const AGED = /^(?:, | \()(?:aged? )?\d{1,2}(?:[,)]|\s?(?:jaar|years|ans|Jahre|años|anni)(?!\p{L}))/u;

function check({ value, before, text, start }: Candidate): Verdict | null {
  if (NAMED_AFTER.test(before)) return null;
  const full = readFullName(value);
  if (full && PLACE.test(text.slice(start + full.length, start + full.length + 16))) return null;
  if (full && EPONYMS.has(value.slice(0, full.length).toLowerCase())) return null;
  if (full) return { reasons: ["given name and surname"], confidence: full.confidence, length: full.length };
  const [first = ""] = value.split(/[ \u00a0]/);
  const kind = /^\p{Lu}\p{Ll}/u.test(first) ? givenName(first) : null;
  if (kind === null) return null;
  const alone = { length: first.length, confidence: kind === "sure" ? 0.8 : 0.6 };
  if (GREETING.test(before)) return { reasons: ["given name in a greeting"], ...alone };
  if (CLOSING.test(before)) return { reasons: ["given name under a letter"], ...alone };
  if (kind !== "sure") return null;
  if (INTRODUCTION.test(before)) return { reasons: ["somebody's given name is said"], ...alone };
  if (AGED.test(text.slice(start + first.length, start + first.length + 16)))
    return { reasons: ["given name with an age"], ...alone };
  return ROLE.test(before) ? { reasons: ["given name behind a role"], ...alone } : null;
}

/** The given name is known; what follows it looks like a surname. */
export const personNameByGiven: Detector = {
  ...PERSON_NAME,
  id: "person-name-given",
  format: "A known given name and a capitalised surname, with prefixes and initials between them.",
  capitalWords: GIVEN_NAMES,
  pattern: WORDS_FROM_GIVEN,
  check,
  confidence: { bare: 0.65, context: 0.65 },
  examples: {
    match: [
      "Gisteren belde Jan de Vries over de offerte.",
      "The report was written by Sarah J. Whitcombe.",
      "gestern hat Anneliese Kötter angerufen",
      "selon Geneviève Lachapelle, tout va bien",
      "Please call Mark Jansen tomorrow.",
      "Hi Emma, thank you",
      "Good morning Hiroshi,",
      "Met vriendelijke groet,\n\nFatima",
      "mijn dochter Sanne gaat naar school",
      "John van den Bergh-Smit (34)",
      "de heren en MARIA JANSSEN",
      "const customer = 'Pieter Bakker';",
    ],
    ignore: [
      "Open it in Visual Studio Code.",
      "Martin Luther Street 5",
      "San Diego Padres",
      "class JuliaParser extends Parser",
      "Victoria Station",
      "Mark All As Read",
      "Jenkins Pipeline",
      "jan de vries",
      "the Julia Language",
      "Adam Algorithm",
      "Calvin Klein underwear",
      "Charles de Gaulle airport",
    ],
  },
};

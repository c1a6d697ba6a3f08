import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { SURNAME_FIRST, TWO_WORDS } from "./name-form.ts";
import { DISTINCT_SURNAMES, givenName, surname } from "./name-words.ts";
import { PERSON_NAME } from "./person-name.ts";

function checkSurnameFirst({ value, before }: Candidate): Verdict | null {
  // `Anna Smith, John Brown`: the surname belongs to somebody else.
  if (
    /[\p{L}.]['"]? $/u.test(before) &&
    !/(?:^|[^\p{L}])(?:and|en|und|et|y|by|door|von|par|van|the|de)\s$/u.test(before)
  )
    return null;
  const comma = value.indexOf(",");
  const last = value.slice(0, comma);
  const given = value.slice(comma + 2).split(" ")[0] ?? "";
  const kind = surname(last);
  if (kind !== "known" && kind !== "by its ending") return null;
  if (/^\p{Lu}\./u.test(given))
    return kind === "known" ? { reasons: ["surname and initials"], confidence: 0.7 } : null;
  const known = givenName(given);
  if (known === null || givenName(last) === "sure") return null;
  return { reasons: ["surname, given name"], confidence: known === "sure" ? 0.8 : 0.55 };
}

export const personNameSurnameFirst: Detector = {
  ...PERSON_NAME,
  id: "person-name-surname-first",
  format: "A known surname, a comma, and a known given name or initials.",
  capitalWords: DISTINCT_SURNAMES,
  pattern: SURNAME_FIRST,
  check: checkSurnameFirst,
  confidence: { bare: 0.7, context: 0.7 },
  examples: {
    match: ["Johnson, Emily R.", "Jansen, P.J.", "1;Müller, Anneliese;Berlin"],
    ignore: ["Jackson, Mississippi", "Emily Johnson, Peter", "Houston, Texas"],
  },
};

const BEFORE_IN_SENTENCE = /(?:\p{Ll}|[,;:(])[ ]$/u;
const BEFORE_CELL = /(?:^|[\n\t|;,>"'])[ ]?$/u;
const AFTER_CELL = /^[ ]?(?:$|[\r\n\t|;,<"'])/u;
/** Offices and ranks that stand before a surname, and words that open a sentence. */
const NO_GIVEN =
  /^(?:President|Senator|Coach|Judge|Justice|Minister|Chancellor|Captain|Major|General|Sergeant|Lieutenant|Officer|Detective|Inspector|Agent|Sir|Lord|Lady|Aunt|Uncle|Nurse|Professor|Doctor|Director|Chairman|Governor|Mayor|Congressman|Congresswoman|Representative|Secretary|Brother|Sister|Father|Pastor|Reverend|King|Queen|Prince|Princess|Kollege|Kollegin|Patient|Patientin|Familie|Family|Firma|Bäckerei|Apotheke|Praxis|Kanzlei|Notaris|Advocaat|Bakkerij|Garage|Café|Hotel|Maison|Villa|Casa|Banco|Don|Doña|Port|Fort|Mount|Lake|When|While|After|Before|Since|But|Then|Although|If|As|Both|Like|Only|Even|Also)$/u;

function checkUnknownGiven({ value, before, text, end }: Candidate): Verdict | null {
  const words = value.split(/[ \u00a0]/);
  const [first = ""] = words;
  const last = words.at(-1) ?? "";
  if (surname(last) !== "known" || surname(first) === "none" || NO_GIVEN.test(first)) return null;
  if (surname(first) === "known" || givenName(first) !== null) return null;
  const isCell = BEFORE_CELL.test(before) && AFTER_CELL.test(text.slice(end, end + 2));
  if (!isCell && !BEFORE_IN_SENTENCE.test(before)) return null;
  return { reasons: ["a capitalised word and a known surname"], confidence: 0.6 };
}

export const personNameBySurname: Detector = {
  ...PERSON_NAME,
  id: "person-name-surname",
  format:
    "A capitalised word before a known surname that is no word of its own, within a sentence or a cell.",
  capitalWords: DISTINCT_SURNAMES,
  before: 30,
  pattern: TWO_WORDS,
  check: checkUnknownGiven,
  confidence: { bare: 0.6, context: 0.6 },
  examples: {
    match: ["we spoke with Shaquita Rodriguez yesterday", "id;name\n1;Tjalkje Hoekstra;Sneek"],
    ignore: ["the President Johnson", "When Rodriguez came", "class ShaquitaRodriguez", "Johnson said so"],
  },
};

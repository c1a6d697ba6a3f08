import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { INITIALS_AND_SURNAME } from "./name-form.ts";
import { givenName, surname } from "./name-words.ts";
import { PERSON_NAME } from "./person-name.ts";

const LETTERS = Array.from("abcdefghijklmnopqrstuvwxyz");
/** Countries, cities, legal forms and abbreviations that look like initials. */
const NO_INITIALS =
  /^(?:U\. ?S|U\. ?K|U\. ?N|E\. ?U|D\. ?C|L\. ?A|N\. ?Y|B\. ?V|N\. ?V|S\. ?A|P\. ?O|A\. ?I|P\. ?S|N\. ?B|Q\. ?E|I\. ?[eE]|E\. ?[gG]|Z\. ?B|D\. ?h|U\. ?a|O\. ?K)\. /u;
/** What a numbered or lettered heading has before it. */
const NUMBERED =
  /(?:\d|[^\p{L}](?:figure|fig|section|part|table|appendix|chapter|step|option|exhibit|bijlage|anlage|annexe))[.\s]{0,3}$|[.:]\s+$|^$|\n\s{0,8}$/iu;

function check({ value, before, text, start }: Candidate): Verdict | null {
  if (NO_INITIALS.test(value) || /\d ?$/.test(before)) return null;
  const [, initials = "", rest = ""] = /^((?:\p{Lu}\.[ -]?){1,5})(.*)$/su.exec(value) ?? [];
  const count = initials.match(/\p{Lu}/gu)?.length ?? 0;
  const words = rest.split(/[ \u00a0]/);
  const capital = words.findIndex(
    (word) => /^\p{Lu}\p{Ll}/u.test(word) && !/^(?:Van|Den|Der|De|Von|La|Le|Ter|Ten)$/.test(word),
  );
  const word = words[capital];
  if (word === undefined) return null;
  const kind = surname(word);
  const prefixed = capital > 0;
  const following = words[capital + 1];
  const isSecond = following !== undefined && (surname(following) === "known" || givenName(word) !== null);
  const length = isSecond ? value.length : initials.length + words.slice(0, capital + 1).join(" ").length;
  if (kind === "none") return null;
  const reasons = ["initials and a surname"];
  if (prefixed) return { reasons, confidence: 0.9, length };
  if (count >= 2) return { reasons, confidence: kind === "unknown" ? 0.7 : 0.85, length };
  if (kind === "known" || kind === "by its ending") {
    // `A. Martin` at the head of a line may be an item of a list, but hardly with a name that we know.
    return { reasons, confidence: kind === "known" ? 0.75 : 0.6, length };
  }
  return start > 0 &&
    !NUMBERED.test(before) &&
    /^[ ]?[,)]/.test(text.slice(start + length, start + length + 2)) &&
    /[,(][ ]$/.test(before)
    ? { reasons, confidence: 0.5, length }
    : null;
}

export const personNameByInitials: Detector = {
  ...PERSON_NAME,
  id: "person-name-initials",
  format: "Initials with full stops and a capitalised surname, with prefixes.",
  keywords: LETTERS.flatMap((letter) => [`${letter}. `, ...LETTERS.map((second) => `${letter}.${second}.`)]),
  pattern: INITIALS_AND_SURNAME,
  check,
  confidence: { bare: 0.7, context: 0.7 },
  examples: {
    match: [
      "J.P. de Boer",
      "verslag van A.M. Wielstra",
      "getekend, K. van den Oever",
      "by R. Johnson in 2019",
      "H. J. Kwantes",
    ],
    ignore: [
      "A. Introduction",
      "the U.S. Government",
      "Acme B.V. Nederland",
      "e.g. Foo",
      "S.A. Holding",
      "x.y.z",
    ],
  },
};

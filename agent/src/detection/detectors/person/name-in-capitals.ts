import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { NAME_START } from "./name-form.ts";
import { GIVEN_NAMES, givenName, surname } from "./name-words.ts";
import { PERSON_NAME } from "./person-name.ts";

const PREFIXES = String.raw`(?:(?:VAN|DE|DEN|DER|TEN|TER|VON|ZU|DI|DA|DEL|DELLA|DOS|DAS|DU|LA|LE|EL|AL|BIN|ST\.?)[ ]){0,3}`;
const SURNAME = String.raw`(?:[OD]['’]|MC|MAC)?\p{Lu}{2,20}(?:[ -](?:[OD]['’])?\p{Lu}{2,20}){0,2}`;
const END = String.raw`(?![\p{L}\p{N}_(\[=@/\\'’]|[-.:]{1,2}[\p{L}\p{N}_])`;
/** `SMITH, JOHN A.`, `DUPONT Jean-Pierre`. */
const SURNAME_FIRST = new RegExp(
  String.raw`${NAME_START}${PREFIXES}${SURNAME},[ ]?\p{Lu}{2,20}(?:-\p{Lu}{2,20})?(?:[ ](?:\p{Lu}\.?(?![\p{L}])|\p{Lu}{2,20})){0,3}${END}|${NAME_START}${PREFIXES}${SURNAME}[ ]\p{Lu}\p{Ll}{2,20}(?:[- ]\p{Lu}\p{Ll}{2,20})?${END}`,
  "u",
);
/** The value of a label, a cell, a list's item or a line of its own. */
const IN_PLACE = /(?:^|[\n:;|\t>"'(]|\d[.)]|(?:^|[^\p{L}])(?:M|Mme|Mlle|Mr|Mrs|Ms|Dr|Me|Herr|Frau|Hr|Fr|dhr|mevr|Sig|Sr|Sra)\.?)[ ]{0,3}$/iu;
const TITLE_BEFORE = /(?:^|[^\p{L}])(?:M|Mme|Mlle|Mr|Mrs|Ms|Dr|Me|Herr|Frau|dhr|mevr|Sig|Sr|Sra)\.?[ ]$/u;
const ENDS_PLACE = /^[ ]{0,2}(?:$|[\r\n,;|\t<"')(]|-)/u;
const TITLE = /[ ](?:MR|MRS|MS|MISS|MSTR|DR|CHD|INF)$/;

function check({ value, before, text, start }: Candidate): Verdict | null {
  const [last = "", rest = ""] = value.split(/,[ ]?|[ ](?=\p{Lu}\p{Ll})/u);
  const given = rest.split(/[ ]/)[0] ?? "";
  const known = givenName(given);
  if (known === null) return null;
  const kind = surname((last.split(/[ ]/).at(-1) ?? "").toLowerCase().replace(/^\p{L}/u, (c) => c.toUpperCase()));
  if (kind === "none") return null;
  const name = value.replace(TITLE, "");
  const reasons = ["surname in capitals, given name"];
  const isPlaced = IN_PLACE.test(before) && ENDS_PLACE.test(text.slice(start + value.length, start + value.length + 4));
  const sure = known === "sure" && (kind === "known" || kind === "by its ending");
  const hasComma = value.includes(",");
  if (sure && (isPlaced || hasComma)) return { reasons, confidence: 0.8, length: name.length };
  if (isPlaced && (hasComma ? known === "sure" || kind === "known" : known === "sure" && TITLE_BEFORE.test(before)))
    return { reasons, confidence: 0.65, length: name.length };
  return null;
}

export const personNameInCapitals: Detector = {
  ...PERSON_NAME,
  id: "person-name-capitals",
  format: "A surname in capitals with a known given name behind it, after a comma or a space.",
  capitalWords: GIVEN_NAMES,
  before: 64,
  pattern: SURNAME_FIRST,
  check,
  confidence: { bare: 0.65, context: 0.65 },
  examples: {
    match: [
      "Patient: WHITCOMBE, JOHN A.",
      "NAME: DE VRIES, JAN",
      "1. JANSEN, PIETER\n2. MÜLLER, ANNA",
      "M. LEFEVRE Jean-Pierre",
    ],
    ignore: ["SELECT, MARK", "the JSON John wrote", "TODO John", "MAY, JUNE"],
  },
};

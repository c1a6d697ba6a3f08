import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { GIVEN_NAMES, givenName, surname } from "./name-words.ts";
import { PERSON_NAME } from "./person-name.ts";

const SURNAME_BEFORE =
  /(?<![\p{L}\p{N}_.@/#$\\\-&+]|\p{L}['’])((?:(?:VAN|DE|DEN|DER|TEN|TER|VON|ZU|DI|DA|DEL|DELLA|DOS|DAS|DU|LA|LE|EL|AL|BIN|ST\.?)[ ]){0,3}(?:[OD]['’]|MC|MAC)?\p{Lu}{2,20}(?:[ -](?:[OD]['’])?\p{Lu}{2,20}){0,2}(?:,[ ]?|[ ]))$/u;
const END = String.raw`(?![\p{L}\p{N}_(\[=@/\\'’]|[-.:]{1,2}[\p{L}\p{N}_])`;
/** Of `SMITH, JOHN A.` and `DUPONT Jean-Pierre` the part by which it is found. */
const GIVEN = new RegExp(
  String.raw`\p{Lu}{2,20}(?:-\p{Lu}{2,20})?(?:[ ](?:\p{Lu}\.?(?![\p{L}])|\p{Lu}{2,20})){0,3}${END}|\p{Lu}\p{Ll}{2,20}(?:[- ]\p{Lu}\p{Ll}{2,20})?${END}`,
  "u",
);
/** The value of a label, a cell, a list's item or a line of its own. */
const IN_PLACE =
  /(?:^|[\n:;|\t>"'(]|\d[.)]|(?:^|[^\p{L}])(?:M|Mme|Mlle|Mr|Mrs|Ms|Dr|Me|Herr|Frau|Hr|Fr|dhr|mevr|Sig|Sr|Sra)\.?)[ ]{0,3}$/iu;
const TITLE_BEFORE = /(?:^|[^\p{L}])(?:M|Mme|Mlle|Mr|Mrs|Ms|Dr|Me|Herr|Frau|dhr|mevr|Sig|Sr|Sra)\.?[ ]$/u;
const ENDS_PLACE = /^[ ]{0,2}(?:$|[\r\n,;|\t<"')(]|-)/u;
const TITLE = /[ ](?:MR|MRS|MS|MISS|MSTR|DR|CHD|INF)$/;

function check({ value, before, text, end }: Candidate): Verdict | null {
  if (!/\p{Lu}(?:,[ ]?|[ ])$/u.test(before)) return null;
  const ahead = SURNAME_BEFORE.exec(before)?.[1] ?? "";
  const last = ahead.replace(/,?[ ]?$/, "");
  const hasComma = ahead.includes(",");
  if (last.length < 2 || (!hasComma && /^\p{Lu}{2}/u.test(value))) return null;
  const known = givenName(value.split(/[ ]/)[0] ?? "");
  const kind = surname(capitalised(last.split(/[ ]/).at(-1) ?? ""));
  if (known === null || kind === "none") return null;
  const rest = before.slice(0, before.length - ahead.length);
  const isPlaced = IN_PLACE.test(rest) && ENDS_PLACE.test(text.slice(end, end + 4));
  const sure = known === "sure" && (kind === "known" || kind === "by its ending");
  const weak = hasComma ? known === "sure" || kind === "known" : known === "sure" && TITLE_BEFORE.test(rest);
  const confidence = sure && (isPlaced || hasComma) ? 0.8 : isPlaced && weak ? 0.65 : 0;
  if (confidence === 0) return null;
  const title = TITLE.exec(value)?.[0].length ?? 0;
  return {
    reasons: ["surname in capitals, given name"],
    confidence,
    // The name begins ahead of the given name by which it was found.
    skip: -ahead.length,
    length: value.length - title,
  };
}

const capitalised = (word: string) => word.toLowerCase().replace(/^\p{L}/u, (letter) => letter.toUpperCase());

export const personNameInCapitals: Detector = {
  ...PERSON_NAME,
  id: "person-name-capitals",
  format: "A surname in capitals with a known given name behind it, after a comma or a space.",
  capitalWords: GIVEN_NAMES,
  pattern: GIVEN,
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

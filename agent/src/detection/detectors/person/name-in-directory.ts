import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { readNamed, WORDS_OF_NAME } from "./name-form.ts";
import { givenName } from "./name-words.ts";
import { PERSON_NAME } from "./person-name.ts";

/** Behind the name: a calendar's address, or a place in a directory where people are kept. */
const OF_A_PERSON =
  /^["']?(?::\s?mailto:|;[\w-]{2,20}=|,\s?ou=(?:users?|people|persons?|employees|staff|hr|members))/i;
const NO_PERSON =
  /(?:^| )(?:CA|Root|Authority|Certificate|Server|Service|Users|Group|Admins?|Trust|SSL|TLS)(?: |$)/;

function check({ value, text, end }: Candidate): Verdict | null {
  const lead = /^cn=["']?/i.exec(value)?.[0].length ?? 0;
  const row = value.slice(lead).replace(/\\?,/g, "");
  const first = row.split(/[ ]/)[0] ?? "";
  const reading = readNamed(row, 4);
  if (!reading || reading.length < row.length || reading.words < 2 || NO_PERSON.test(row)) return null;
  const isPerson = OF_A_PERSON.test(text.slice(end, end + 30));
  if (!isPerson && givenName(first) === null) return null;
  return { reasons: ["common name of a person"], skip: lead, confidence: isPerson ? 0.85 : 0.7 };
}

/** Names of directories (LDAP) and calendars. */
export const personNameInDirectory: Detector = {
  ...PERSON_NAME,
  id: "person-name-directory",
  format: "Two to four capitalised words behind `CN=`.",
  keywords: ["cn="],
  pattern: new RegExp(
    String.raw`[cC][nN]=["']?(?:\p{Lu}[\p{L}'’-]{1,24}\\,[ ])?(?:${WORDS_OF_NAME.source})`,
    "u",
  ),
  check,
  confidence: { bare: 0.7, context: 0.85 },
  references: ["RFC 4519, section 2.3", "RFC 5545, section 3.2.2", ...PERSON_NAME.references],
  examples: {
    match: [
      "CN=Priyasha Whitcombe,OU=Users,DC=fictief",
      'ATTENDEE;CN="Tjalke Wielstra":mailto:tjalke@fictief-bedrijf.nl',
    ],
    ignore: ["CN=Example Root CA,O=Example", "cn=admin,dc=fictief", "CN=Domain Users,OU=Groups"],
  },
};

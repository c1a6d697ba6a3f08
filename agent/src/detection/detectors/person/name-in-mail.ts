import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { readNamed } from "./name-form.ts";
import { givenName } from "./name-words.ts";
import { PERSON_NAME } from "./person-name.ts";

const NAME = String.raw`(?<![\p{L}\p{N}_.@'’-])\p{Lu}[\p{L}'’.-]{0,24}(?:,?[ ](?:\p{Lu}[\p{L}'’.-]{0,24}|(?:van|von|de|den|der|ter|ten|di|da|do|dos|del|la|le|el|al|bin|zu)(?=[ ]))){0,5}`;
/** `Jan de Vries <jan@…`, `"Müller, Anna" <anna@…`, `Jan de Vries [mailto:jan@…`. */
const BEFORE_ADDRESS = new RegExp(
  String.raw`${NAME}["']?[ ]?(?:<|&lt;|\[mailto:|\()[\p{L}\p{N}_.+%-]{1,64}@`,
  "u",
);
const WROTE = [
  " wrote:",
  " schreef",
  " schrieb",
  " a écrit",
  " escribió:",
  " ha scritto:",
  " escreveu:",
  " napisał",
  " skrev",
];
const BEFORE_WROTE = new RegExp(
  String.raw`${NAME}["']?(?:[ ]?(?:<|\[mailto:)[^<>\]\s]{3,80}[>\]])?(?:${WROTE.map((word) => word.replace(":", "\\s?:")).join("|")})`,
  "u",
);

/** Senders that are no person. */
const NOBODY =
  /(?<!\p{L})(?:support|team|service|sales|info|no-?reply|news(?:letter)?|admin|administrator|group|mailing|list|bot|notifications?|customers?|office|department|afdeling|klantenservice|security|billing|accounts?|contact|marketing|help|desk|webmaster|postmaster|contributors?|authors?|maintainers?|developers?|project|foundation|inc|ltd|gmbh|b\.?v|corp|company|stichting|university|the|github|gitlab|google|microsoft|amazon|mail|email|server|system|daemon|robot|committee|board|press|media|hr|it)(?!\p{L})/iu;

const fold = (text: string) =>
  text
    .normalize("NFD")
    .replace(/[^\p{L}]/gu, "")
    .toLowerCase();

function check({ value }: Candidate): Verdict | null {
  const end =
    /["']?[ ]?(?:<|&lt;|\[mailto:|\(|[ ](?:wrote|schreef|schrieb|a écrit|escribió|ha scritto|escreveu|napisał|skrev))/u.exec(
      value,
    )?.index ?? 0;
  const row = value.slice(0, end);
  if (row.length < 3 || NOBODY.test(row)) return null;
  const parts = row.split(/,?[ ]/).filter((part) => /^\p{Lu}/u.test(part));
  const address = /[<([:;]([\p{L}\p{N}_.+%-]{1,64})@$/u.exec(value)?.[1] ?? "";
  const inAddress = parts.some((part) => fold(part).length >= 3 && fold(address).includes(fold(part)));
  const known = parts.some((part) => givenName(part) !== null);
  if (/^\p{Lu}[\p{L}'’-]+,[ ]\p{Lu}/u.test(row))
    return known || inAddress
      ? { reasons: ["name before a mail address"], confidence: 0.85, length: end }
      : null;
  const reading = readNamed(row.replace(/,/g, ""), 5);
  if (!reading || reading.length < row.length - 1) return null;
  if (parts.length === 1)
    return known && inAddress
      ? { reasons: ["given name before a mail address"], confidence: 0.7, length: end }
      : null;
  const confidence = known || inAddress || reading.confidence >= 0.9 ? 0.9 : 0.6;
  return { reasons: ["name before a mail address"], confidence, length: end };
}

const shared = { ...PERSON_NAME, check, confidence: { bare: 0.9, context: 0.9 } } as const;

/** Names as mail programs write them. */
export const personNamesInMail: readonly Detector[] = [
  {
    ...shared,
    id: "person-name-mailbox",
    format: "Capitalised words before a mail address in brackets.",
    keywords: ["@"],
    before: 150,
    pattern: BEFORE_ADDRESS,
    references: ["RFC 5322, section 3.4", ...PERSON_NAME.references],
    examples: {
      match: [
        "From: Tjalke de Wielstra <tjalke@fictief-bedrijf.nl>",
        'To: "Kötterheinrich, Uwe" <uwe@fictief-bedrijf.nl>',
        "Van: Priyasha Whitcombe [mailto:p.whitcombe@fictief-bedrijf.nl]",
      ],
      ignore: [
        "From: Customer Support <help@fictief-bedrijf.nl>",
        "Mail <jan@fictief-bedrijf.nl>",
        "The GitHub Team <noreply@fictief-bedrijf.nl>",
      ],
    },
  },
  {
    ...shared,
    id: "person-name-wrote",
    format: "Capitalised words before what a mail program puts over a quoted message.",
    keywords: WROTE,
    before: 150,
    pattern: BEFORE_WROTE,
    references: ["RFC 3676, section 4.5", ...PERSON_NAME.references],
    examples: {
      match: [
        "On Mon, 3 Mar 2025, Tjalke Wielstra wrote:",
        "Am 3.3.2025 um 10:00 schrieb Uwe\nUwe Kötterheinrich <uwe@fictief-bedrijf.nl> wrote:",
      ],
      ignore: ["The Customer wrote:", "who wrote: nothing", "Team Support wrote:"],
    },
  },
];

import { givenName, surname } from "./name-words.ts";

/** A capitalised word as names have it: no camel case but that of `McDonald`, `O'Brien`, `DeVries`. */
const PART = String.raw`(?:(?:Ma?c|O['’]|D['’]|L['’]|N['’]|De|Di|Du|Le|La|Van|Fitz)(?=\p{Lu}))?\p{Lu}\p{Ll}{1,20}`;
const CAPITALS = String.raw`\p{Lu}{2,20}(?:-\p{Lu}{2,20})?`;
/** Small words between given name and surname; Belgians write them with a capital. */
const PREFIX = String.raw`(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]er|[Tt]en|te|[Vv]on|zu|zur|zum|vom|und|[Dd]u|[Dd]el|[Dd]ella|[Dd]elle|[Dd]ei|[Dd]i|[Dd]a|dos|das|do|dal|[Ll]a|[Ll]e|[Ll]os|las|[Ee]l|[Aa]l|bin|bint|ben|ibn|abu|af|av|op|in|uit|['’]t|y)`;
const WORD = String.raw`${PART}(?:-${PREFIX}(?:[ \u00a0]${PREFIX}){0,2}[ \u00a0]${PART}|[-’']${PART})?`;
/** All initials of a row or none: a part of them would fit in thousands of ways. */
const INITIALS = String.raw`\p{Lu}\.(?:[ -]?\p{Lu}\.){0,5}(?![ -]?\p{Lu}\.)[ -]?`;

/** Where a word of a name ends: no identifier, call, address or file name goes on there. */
const END = String.raw`(?![\p{L}\p{N}_(\[=@/]|\\(?![nrt"'])|[-.:]{1,2}[\p{L}\p{N}_/])`;
/** Where a name begins: not inside an identifier, a path or an address. */
export const NAME_START = String.raw`(?<![\p{L}\p{N}_.@/#$\\\-&+]|\p{L}['’])`;

/** A given name, and whatever follows it that may belong to the name. */
export const WORDS_FROM_GIVEN = new RegExp(
  String.raw`(?=[A-ZÀ-ÞĀ-Ž])${NAME_START}(?:${WORD}|${CAPITALS})(?:(?:[ \u00a0](?:${INITIALS}|${PREFIX}(?=[ \u00a0])|${WORD}|\p{Lu}(?=[ \u00a0]\p{Lu})|${CAPITALS})){1,6}(?:${END}|(?<=\.))|${END})`,
  "u",
);
/** A surname and, behind a comma, given names or initials. */
export const SURNAME_FIRST = new RegExp(
  String.raw`(?=[A-ZÀ-ÞĀ-Ž])${NAME_START}${WORD},[ \u00a0](?:\p{Lu}\.(?:[ ]?\p{Lu}\.){0,3}|${WORD}(?:[ \u00a0]\p{Lu}\.)?${END})`,
  "u",
);
/** A capitalised word, perhaps initials, and one more. */
export const TWO_WORDS = new RegExp(
  String.raw`${NAME_START}${WORD}[ \u00a0](?:\p{Lu}\.?[ \u00a0]|${PREFIX}[ \u00a0]){0,3}${WORD}${END}`,
  "u",
);
/** What may stand behind a title or a label: initials, prefixes and words. */
export const WORDS_OF_NAME = new RegExp(
  String.raw`(?=[\p{L}'’])(?:${INITIALS}[ \u00a0]?|${PREFIX}[ \u00a0]|)(?:(?:${INITIALS}|${PREFIX}|\p{Lu}(?=[ \u00a0])|${WORD}|${CAPITALS})[ \u00a0]){0,5}(?:${WORD}|${CAPITALS})${END}`,
  "u",
);
/** Initials and a surname. */
export const INITIALS_AND_SURNAME = new RegExp(
  String.raw`${NAME_START}${INITIALS}(?:${PREFIX}[ \u00a0]){0,3}${WORD}(?:[ \u00a0]${WORD})?${END}`,
  "u",
);

const IS_PREFIX = new RegExp(`^${PREFIX}$`, "u");
const IS_INITIALS = /^(?:\p{Lu}\.?-?){1,5}$/u;
const IS_CAPITALS = /^\p{Lu}{2,}/u;

/** What a row of words is as a name. */
export interface NameReading {
  /** Characters of the row, from its start, that belong to the name. */
  length: number;
  confidence: number;
  /** The words beside prefixes and initials. */
  words: number;
}

/** Reads a row of words that begins with a given name. Null: that is no name, or the given name alone. */
export function readFullName(row: string): NameReading | null {
  const tokens = row.split(/[ \u00a0]/);
  const first = tokens[0] ?? "";
  const given = givenName(first);
  if (given === null) return null;
  const inCapitals = IS_CAPITALS.test(first);
  let at = first.length;
  let initials = false;
  let prefix = false;
  for (const [i, token] of tokens.entries()) {
    if (i === 0) continue;
    at += 1 + token.length;
    const rest = tokens[i + 1];
    if (IS_PREFIX.test(token) && rest !== undefined && !isWord(token, rest)) {
      prefix = true;
      continue;
    }
    if (IS_INITIALS.test(token) && !IS_CAPITALS.test(token)) {
      initials = true;
      continue;
    }
    const kind = surname(token);
    // A second given name, with the surname still to come.
    const goesOn = rest !== undefined && surname(rest) !== "none" && (!prefix || surname(rest) === "known");
    if (goesOn && givenName(token) !== null && i < 5) continue;
    const confidence = sureness({
      given,
      kind,
      initials,
      prefix,
      inCapitals: inCapitals || IS_CAPITALS.test(token),
    });
    if (confidence === 0) return null;
    return { length: at + secondSurname(row.slice(at)), confidence, words: 2 };
  }
  // `Mohammed B.`: newspapers and courts name suspects so.
  const shortened = /^\p{Lu}\p{Ll}+[ \u00a0]\p{Lu}\.(?!\p{L})/u.exec(row);
  return shortened && given === "sure" ? { length: shortened[0].length, confidence: 0.55, words: 1 } : null;
}

/** `Le` or `Da` can be a surname of its own, at the end. */
const isWord = (token: string, next: string) => /^\p{Lu}/u.test(token) && !/^\p{L}/u.test(next);

interface Parts {
  given: "sure" | "ambiguous";
  kind: ReturnType<typeof surname>;
  initials: boolean;
  prefix: boolean;
  inCapitals: boolean;
}

function sureness({ given, kind, initials, prefix, inCapitals }: Parts): number {
  if (kind === "none") return 0;
  if (inCapitals) return given === "sure" && kind === "known" ? 0.75 : 0;
  if (initials || prefix) return given === "sure" ? 0.9 : 0.7;
  if (given === "sure") return { known: 0.9, "word too": 0.75, "by its ending": 0.8, unknown: 0.65 }[kind];
  return { known: 0.7, "word too": 0, "by its ending": 0.6, unknown: 0 }[kind];
}

const SECOND = new RegExp(String.raw`^(?:[ \u00a0](?:y|e)[ \u00a0]|[ \u00a0])(${WORD})${END}`, "u");

/** Spanish and Portuguese have two surnames. */
function secondSurname(rest: string): number {
  const second = SECOND.exec(rest);
  return second?.[1] !== undefined && surname(second[1]) === "known" ? second[0].length : 0;
}

/**
 * Reads a row of words behind a title or a label, which says by itself that a name follows: up to `most` words that can be
 * one, with their initials and prefixes. `nounsToo`: any noun has a capital, so a second word must be a name that we know
 * or follow a given name.
 */
export function readNamed(row: string, most: number, nounsToo = false): NameReading | null {
  let length = 0;
  let at = 0;
  let words = 0;
  let known = false;
  let afterGiven = false;
  for (const token of row.split(/([ \u00a0])/)) {
    at += token.length;
    if (/^[ \u00a0]?$/.test(token)) continue;
    if (IS_PREFIX.test(token) && words < most) continue;
    if (/^(?:\p{Lu}\.-?){1,5}$|^\p{Lu}$/u.test(token)) continue;
    const kind = surname(token);
    const given = givenName(token);
    if (kind === "none" && given === null) break;
    if (words === most || (nounsToo && words > 0 && !afterGiven && kind !== "known")) break;
    afterGiven = given !== null;
    if (kind === "known" || given !== null) known = true;
    words++;
    length = at;
  }
  return words === 0 ? null : { length, confidence: known ? 0.9 : 0.7, words };
}

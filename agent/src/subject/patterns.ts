import { Sensitive } from "../detection/sensitive.ts";
import { escaped, foldedPattern } from "./folded.ts";
import type { Identifier } from "./identifier.ts";

/** Between the digits of a number as people write it. */
const GAP = String.raw`[\s\u00a0().\-/]{0,3}`;
const SMALL_GAP = String.raw`[\s\u00a0.\-]?`;
/** Words before a family name that are written with it, before it or not at all. */
const PARTICLES =
  /^(?:van|von|der|den|de|het|’t|'t|ten|ter|te|la|le|du|da|dos|di|el|al|bin|ibn|zu|zur|zum|op|in)$/iu;
const MONTHS: readonly string[] = [
  "jan(?:uari|uary)?",
  "feb(?:ruari|ruary)?",
  "(?:mrt|maart|mar(?:ch)?|märz)",
  "apr(?:il)?",
  "(?:mei|may|mai)",
  "jun[ei]?",
  "jul[yi]?",
  "aug(?:ustus|ust)?",
  "sep(?:t(?:ember)?)?",
  "(?:okt|oct)(?:ober)?",
  "nov(?:ember)?",
  "(?:dec|dez)(?:ember)?",
];

/** How an identifier is written, without what stands around it. */
export interface Written {
  source: string;
  /** How it may also be written where it is all that there is: without the zero at its start. */
  alone?: string;
  flags: "giu" | "g";
}

const digitsOf = (digits: string, gap: string) => [...digits].join(gap);

export function writtenAs({ kind, value }: Identifier): Written {
  const text = Sensitive.reveal(value);
  switch (kind) {
    case "bsn": {
      const short = text.replace(/^0+/, "");
      return {
        source: digitsOf(text, SMALL_GAP),
        ...(short === text ? {} : { alone: short }),
        flags: "g",
      };
    }
    case "phone": {
      const [code = "", national = ""] = text.slice(1).split(" ");
      const rest = digitsOf(national, GAP);
      return {
        source: `(?:(?:\\+|00)?${digitsOf(code, SMALL_GAP)}${GAP}(?:\\(?0\\)?${GAP})?|0${GAP})${rest}`,
        alone: national,
        flags: "g",
      };
    }
    case "iban":
      return { source: digitsOf(text, SMALL_GAP), flags: "giu" };
    case "email":
      return { source: escaped(text), flags: "giu" };
    case "birthDate":
      return { source: datePattern(text), flags: "giu" };
    case "name":
      return { source: namePattern(text), flags: "giu" };
    case "text":
      return { source: escaped(text).replace(/\s+/g, String.raw`\s+`), flags: "giu" };
  }
}

/** Given name and family name, in the one or the other order. */
function namePattern(text: string): string {
  const { given, particles, family } = nameParts(text);
  const between = String.raw`[\s\u00a0,.]{1,3}`;
  const last = familyPattern(family);
  const before = particles.map((word) => `${foldedPattern(word)}${between}`).join("");
  const first = foldedPattern(given);
  // `Jan de Vries`, `Jan Pieter de Vries`, `J.P. de Vries` is another pattern; `Vries, Jan de`, `De Vries, Jan`.
  const middle = String.raw`(?:[\p{L}.]{1,20}${between}){0,2}?`;
  return `(?:${first}${between}${middle}(?:${before})?${last}|(?:${before})?${last}${between}${first})`;
}

/** The parts of a name, where it is kept in columns of their own. */
export function namePartPatterns(text: string): { given: string; family: string } {
  const { given, family } = nameParts(text);
  return { given: foldedPattern(given), family: familyPattern(family) };
}

const familyPattern = (words: readonly string[]) =>
  words.map(foldedPattern).join(String.raw`[\s\u00a0-]{1,3}`);

function nameParts(text: string): { given: string; particles: string[]; family: string[] } {
  const [before = "", after] = text.split(",").map((part) => part.trim());
  // `Vries, Jan de`
  const words = (after === undefined ? before : `${after} ${before}`)
    .split(/\s+/)
    .filter((word) => word !== "");
  const [given = "", ...others] = words;
  const firstParticle = others.findIndex((word) => PARTICLES.test(word));
  const tail = firstParticle < 0 ? others.slice(-1) : others.slice(firstParticle);
  const family = tail.filter((word) => !PARTICLES.test(word));
  return {
    given,
    particles: tail.filter((word) => PARTICLES.test(word)),
    family: family.length > 0 ? family : others.slice(-1),
  };
}

function datePattern(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  const number = (text: string) => `0?${Number(text)}`;
  const name = MONTHS[Number(month) - 1] ?? "";
  return [
    String.raw`${year}[-/. ]?${month}[-/. ]?${day}`,
    String.raw`${number(day)}[-/. ]${number(month)}[-/. ]${year}`,
    String.raw`${number(month)}/${number(day)}/${year}`,
    String.raw`${number(day)}\.?[ -]${name}\.?[ -]${year}`,
    String.raw`${name}\.? ${number(day)},? ${year}`,
  ].join("|");
}

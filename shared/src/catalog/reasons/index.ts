/**
 * What agents say of findings, of what was left out and of what failed, in Dutch. They say it in fixed English sentences, which stay
 * what is stored, sent and tested; this is for showing them.
 */
import { AI_MODEL_PHRASES } from "./ai-model.ts";
import { CHECK_PHRASES } from "./checks.ts";
import { CODE_PHRASES } from "./code.ts";
import { DATABASE_PHRASES } from "./database.ts";
import { DOCUMENT_PHRASES } from "./documents.ts";
import { FAULT_PHRASES } from "./faults.ts";
import { MODEL_FILE_PHRASES } from "./model-files.ts";
import { PERSON_PHRASES } from "./persons.ts";
import { fill, type Phrase, type Template, templateOf } from "./phrase.ts";
import { SECRET_PHRASES } from "./secrets.ts";
import { SKIP_PHRASES } from "./skips.ts";
import { SUBJECT_PHRASES } from "./subject.ts";
import { WEBSITE_FAULT_PHRASES } from "./website-faults.ts";
import { WEBSITE_SKIP_PHRASES } from "./website-skips.ts";
import { WEBSITE_PHRASES } from "./website.ts";

/** All sentences that have a Dutch wording. */
export const REASON_PHRASES: readonly Phrase[] = [
  ...CHECK_PHRASES,
  ...PERSON_PHRASES,
  ...SECRET_PHRASES,
  ...DOCUMENT_PHRASES,
  ...SKIP_PHRASES,
  ...CODE_PHRASES,
  ...DATABASE_PHRASES,
  ...WEBSITE_PHRASES,
  ...WEBSITE_SKIP_PHRASES,
  ...WEBSITE_FAULT_PHRASES,
  ...AI_MODEL_PHRASES,
  ...MODEL_FILE_PHRASES,
  ...FAULT_PHRASES,
  ...SUBJECT_PHRASES,
];

interface Index {
  whole: ReadonlyMap<string, string>;
  /** By the first word of the sentence; "" for those that begin with a value. */
  byWord: ReadonlyMap<string, readonly Template[]>;
}

let index: Index | undefined;

/** The sentence in a language. One that is not known, of a newer agent or in other words, is returned as it is. */
export function reasonIn(language: "en" | "nl", text: string): string {
  return language === "en" ? text : dutchOf(text, 0);
}

/** A sentence can hold another; what comes from a site or a file can hold any number. */
const MAX_DEPTH = 2;
/** Nobody writes sentences as long as this. */
const MAX_CHARS = 2_000;

function dutchOf(text: string, depth: number): string {
  if (depth > MAX_DEPTH || text.length > MAX_CHARS) return text;
  const { whole, byWord } = (index ??= indexOf(REASON_PHRASES));
  const known = whole.get(text);
  if (known !== undefined) return known;
  const again = (inner: string) => dutchOf(inner, depth + 1);
  for (const key of [firstWord(text), ""])
    for (const template of byWord.get(key) ?? []) {
      const said = fill(template, text, again);
      if (said !== null) return said;
    }
  return text;
}

function indexOf(phrases: readonly Phrase[]): Index {
  const templates = phrases.map(templateOf);
  const plain = templates.filter(({ slots }) => slots.length === 0);
  const open = templates
    .filter(({ slots }) => slots.length > 0)
    .toSorted((a, b) => weightOf(b) - weightOf(a));
  return {
    whole: new Map(plain.map(({ literals, dutch }) => [literals.join(""), dutch.join("")])),
    byWord: Map.groupBy(open, ({ literals }) => firstWord(literals[0] ?? "")),
  };
}

/** What says most comes first: more words, then more that asks for a kind of value. */
const weightOf = ({ literals, slots }: Template): number =>
  literals.join("").length * 10 + slots.filter(({ kind }) => kind !== null).length;

/** "" where the first word is not whole. */
const firstWord = (text: string): string => text.slice(0, Math.max(0, text.indexOf(" ")));

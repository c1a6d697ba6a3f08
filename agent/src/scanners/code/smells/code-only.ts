import type { Language, StringForm } from "./language.ts";

/**
 * The text with comments and what strings say made blank, so that what is left is code; offsets stay. Code within a
 * string, such as `${user.email}`, stays. Quotation marks stay too, so that calls keep their shape.
 */
export function codeOnly(text: string, language: Language): string {
  const blanks = new Blanks(text);
  readCode(text, 0, language, blanks, null);
  return blanks.result();
}

/** Collects the stretches to blank. */
class Blanks {
  readonly #text: string;
  #kept = "";
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  blank(from: number, to: number): void {
    if (to <= from) return;
    this.#kept += this.#text.slice(this.#at, from);
    this.#kept += this.#text.slice(from, to).replace(/[^\n]+/g, (line) => " ".repeat(line.length));
    this.#at = to;
  }

  result(): string {
    return this.#kept + this.#text.slice(this.#at);
  }
}

const MAX_NESTING = 20;
const ASCII = 128;

/** By ASCII unit: 1 where one of the texts begins. Most characters are none of these, and passed over by a look. */
function beginnings(texts: readonly string[]): Uint8Array {
  const set = new Uint8Array(ASCII);
  for (const text of texts) set[text.charCodeAt(0)] = 1;
  return set;
}

const opening = new WeakMap<Language, Uint8Array>();

/** What a comment, a string or a brace can begin with. */
function openingOf(language: Language): Uint8Array {
  let known = opening.get(language);
  if (!known) {
    const { lineComments, blockComments, strings } = language;
    known = beginnings([
      ...lineComments,
      ...blockComments.map(([open]) => open),
      ...strings.map(({ open }) => open),
    ]);
    opening.set(language, known);
  }
  return known;
}

const stopping = new WeakMap<StringForm, Uint8Array>();

/** What in a string can be more than a character of it. */
function stoppingOf(form: StringForm): Uint8Array {
  let known = stopping.get(form);
  if (!known) {
    known = beginnings([form.close, "\n", "\\", ...form.interpolations.map(({ open }) => open)]);
    stopping.set(form, known);
  }
  return known;
}

const holds = (set: Uint8Array, unit: number) => unit < ASCII && set[unit] === 1;

/** Reads code up to `close`, or to the end; returns the offset after it. */
function readCode(
  text: string,
  from: number,
  language: Language,
  blanks: Blanks,
  close: string | null,
  nesting = 0,
): number {
  let braces = 0;
  const opens = openingOf(language);
  for (let at = from; at < text.length;) {
    if (close === null && !holds(opens, text.charCodeAt(at))) {
      at++;
      continue;
    }
    const character = text[at] ?? "";
    if (close !== null && character === "{") braces++;
    if (close !== null && character === close && braces-- === 0) return at + 1;
    const comment = commentEnd(text, at, language);
    const string = comment === null ? stringAt(text, at, language) : undefined;
    if (comment !== null) {
      blanks.blank(at, comment);
      at = comment;
    } else if (string) at = readString(text, at, string, language, blanks, nesting);
    else at++;
  }
  return text.length;
}

function commentEnd(text: string, at: number, language: Language): number | null {
  for (const open of language.lineComments)
    if (text.startsWith(open, at)) {
      const end = text.indexOf("\n", at);
      return end < 0 ? text.length : end;
    }
  for (const [open, close] of language.blockComments)
    if (text.startsWith(open, at)) {
      const end = text.indexOf(close, at + open.length);
      return end < 0 ? text.length : end + close.length;
    }
  return null;
}

const WORD = /[\p{L}\p{N}_]/u;

function stringAt(text: string, at: number, language: Language): StringForm | undefined {
  return language.strings.find(
    ({ open }) => text.startsWith(open, at) && !(WORD.test(open[0] ?? "") && WORD.test(text[at - 1] ?? "")),
  );
}

function readString(
  text: string,
  start: number,
  form: StringForm,
  language: Language,
  blanks: Blanks,
  nesting: number,
): number {
  const { open, close, interpolations, escapes } = form;
  const stops = stoppingOf(form);
  let blankFrom = start + open.length;
  for (let at = blankFrom; at < text.length;) {
    if (!holds(stops, text.charCodeAt(at))) {
      at++;
      continue;
    }
    if (text.startsWith(close, at)) {
      blanks.blank(blankFrom, at);
      return at + close.length;
    }
    // A quotation mark without its partner is no string: what follows the line is code again.
    if (text[at] === "\n" && close.length === 1 && close !== "`") {
      blanks.blank(blankFrom, at);
      return at;
    }
    if (escapes && text[at] === "\\") at += 2;
    else {
      const inner =
        nesting < MAX_NESTING ? interpolations.find((one) => text.startsWith(one.open, at)) : undefined;
      if (!inner) at++;
      else {
        blanks.blank(blankFrom, at);
        at =
          inner.close === null
            ? nameEnd(text, at + inner.open.length)
            : readCode(text, at + inner.open.length, language, blanks, inner.close, nesting + 1);
        blankFrom = at;
      }
    }
  }
  blanks.blank(blankFrom, text.length);
  return text.length;
}

/** `$user->email` and `$user.email` are one name. */
function nameEnd(text: string, from: number): number {
  const name = /(?:[\p{L}_][\p{L}\p{N}_]*)(?:(?:->|\.)[\p{L}_][\p{L}\p{N}_]*)*/uy;
  name.lastIndex = from;
  return name.exec(text) ? name.lastIndex : from;
}

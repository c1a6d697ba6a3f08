import { Sensitive } from "../detection/sensitive.ts";
import type { Identifier, IdentifierKind } from "./identifier.ts";
import { namePartPatterns, writtenAs } from "./patterns.ts";

/** Where an identifier stands in a text: from which character on. */
export interface Hit {
  kind: IdentifierKind;
  at: number;
}

interface Compiled {
  kind: IdentifierKind;
  pattern: RegExp;
  alone: string | undefined;
}

/** Finds a person's identifiers in text, however they are written. It keeps the values, and gives none away. */
export class SubjectMatcher {
  readonly #whole: readonly Compiled[];
  readonly #family: readonly RegExp[];
  readonly #given: readonly RegExp[];

  constructor(identifiers: readonly Identifier[]) {
    this.#whole = identifiers.map((identifier) => {
      const { source, flags, alone } = writtenAs(identifier);
      return { kind: identifier.kind, pattern: new RegExp(source, flags), alone };
    });
    const names = identifiers
      .filter(({ kind }) => kind === "name")
      .map(({ value }) => namePartPatterns(Sensitive.reveal(value)));
    this.#family = names.map(({ family }) => new RegExp(family, "giu"));
    this.#given = names.map(({ given }) => new RegExp(given, "giu"));
  }

  /** `valueAt` gives the whole value that a character belongs to. */
  *in(text: string, valueAt: (at: number) => string): Generator<Hit, void, undefined> {
    for (const { kind, pattern, alone } of this.#whole) {
      for (const at of placesOf(pattern, text)) yield { kind, at };
      // Without its zero a number is one only where nothing else is.
      if (alone !== undefined)
        for (let at = text.indexOf(alone); at >= 0; at = text.indexOf(alone, at + 1))
          if (valueAt(at).trim() === alone) yield { kind, at };
    }
  }

  get hasName(): boolean {
    return this.#family.length > 0;
  }

  /** Where the family name of the n-th name stands. */
  *familyNames(text: string): Generator<{ name: number; at: number }, void, undefined> {
    for (const [name, pattern] of this.#family.entries())
      for (const at of placesOf(pattern, text)) yield { name, at };
  }

  /** Whether a value is, or begins with, the given name of the n-th name. */
  hasGivenName(name: number, value: string): boolean {
    const pattern = this.#given[name];
    return pattern !== undefined && !placesOf(pattern, value).next().done;
  }
}

const IN_WORD = /[\p{L}\p{M}\p{N}]/u;

/** Where a pattern stands free: not within a word or a longer number. */
function* placesOf(pattern: RegExp, text: string): Generator<number, void, undefined> {
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const { index } = found;
    const end = index + found[0].length;
    const isFree = !IN_WORD.test(text[index - 1] ?? "") && !IN_WORD.test(text[end] ?? "");
    if (isFree) yield index;
    // What overlaps it may stand free where this did not.
    else pattern.lastIndex = index + 1;
  }
}

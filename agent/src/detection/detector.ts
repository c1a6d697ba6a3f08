import type { EntityType, RuleId } from "@dataguardian/shared/catalog";
import type { Severity } from "@dataguardian/shared/domain";
import type { Candidate } from "./candidate.ts";
import type { Searcher } from "./custom/linear-pattern.ts";

/** What a check says of a candidate; null means that it is not one of these. */
export interface Verdict {
  /** Why it holds, in a few words each. Never anything of the value itself. */
  reasons: readonly string[];
  /**
   * The value is known to mean nobody: a documentation address, a network's test number. Rated info. Null: a credential
   * that is none of the usual placeholders, whatever it looks like.
   */
  known?: string | null;
  /** Instead of the detector's own, without context. */
  confidence?: number;
  severity?: Severity;
  /** Characters at the candidate's start that only led to the value: `of €`. Below zero: it begins as far ahead. */
  skip?: number;
  /** How much of the candidate counts, from its start, where the pattern alone cannot tell. */
  length?: number;
}

export const CATEGORIES = [
  "identifier",
  "document",
  "organisation",
  "person",
  "contact",
  "online",
  "vehicle",
  "financial",
  "special",
  "credential",
] as const;
type Category = (typeof CATEGORIES)[number];

/**
 * A detector is data: one entity type, where to look for it, what it must look like, how it is checked, and examples.
 * The engine finds the places to look (`keywords`, `forms`, `names`, `digits`) in one pass over the text; `pattern`
 * and `check` run there only.
 */
export interface Detector {
  /** Kebab case. */
  id: string;
  entityType: EntityType | `CUSTOM_${string}`;
  rule: RuleId;
  category: Category;
  /** Instead of the rule's. */
  severity?: Severity;
  /** What it looks like and what proves it, one sentence each, for people. */
  format: string;
  checksum?: string;

  /**
   * Literals in any case, one of which stands in every match; three characters or more. `pattern` must match from the
   * literal's first character on, or from `before` characters ahead of it. Without a pattern the literal itself is the
   * match, as a whole word.
   */
  keywords?: readonly string[];
  /**
   * Words in small letters that count where they stand by themselves and begin with a capital, such as given names; ten
   * thousands of them cost little. The pattern is tried as with keywords.
   */
  capitalWords?: readonly string[];
  /** How far ahead of its keyword a match may begin. */
  before?: number;
  /**
   * Pictures of an identifier: `9` a digit, `A` a capital, `X` a digit or a capital, a small letter that very letter in
   * either case, `9{2,4}` two to four digits, anything else itself. At least one digit. Without a pattern the whole
   * picture is the match and stands free; with one, the picture says where the pattern is tried.
   */
  forms?: readonly string[];
  /** Capitals in `forms` may be small letters too. */
  anyCase?: true;
  /**
   * Settings, labels or columns whose value is the match: `password`, `date of birth`. Small letters and spaces; camel
   * case, snake case and dashes are seen as the same. `*` at an end: letters may go on there (`*password*`).
   */
  names?: readonly string[];
  /** After a name, spaces do for a colon or an equals sign. */
  looseName?: true;
  /** Tried at a run of at least so many digits with the usual separators, with its sign or bracket before it. */
  digits?: number;

  /** No flags but `i` and `u`, no anchor, and bounded: no part of it may run over a text of any length. */
  pattern?: RegExp;
  /** Instead of a pattern, one that a customer gave. Without keywords it is searched in the whole text. */
  linear?: Searcher;
  /**
   * `spokenFor` tells whether a context word speaks for the candidate's first so many characters: what needs one and is
   * costly can be spared.
   */
  check?: (candidate: Candidate, spokenFor: (length: number) => boolean) => Verdict | null;

  /** Whole words and phrases in small letters that make a match sure when they stand near it. */
  contextWords?: readonly string[];
  /** Words that speak against it, besides those that speak against any number. */
  againstWords?: readonly string[];
  /** 0..1: without a context word, with one, and with a word against it. 0 is no match at all. */
  confidence: { bare: number; context: number; against?: number };
  /** Though `bare` is 0, the check can be sure of some values without a word for them, and must be asked. */
  provesItself?: true;
  /** A topic is information by itself; with a person in the same record or paragraph it is a finding. */
  topic?: true;
  /** Makes others near it surer, and is itself no alarm: a name. */
  companion?: true;

  /** One form for equal values, before the fingerprint is taken. */
  normalise?: (value: string) => string;
  /** Characters of the value that the preview shows, four at most; a credential shows none (P2). */
  visible: { head: number; tail: number };
  /** Official sources: the law or the page of the issuer or provider. */
  references: readonly string[];
  /** `{{…}}` in an example is filled in by the harness where a whole token must not stand in the source. */
  examples: { match: readonly string[]; ignore: readonly string[] };
}

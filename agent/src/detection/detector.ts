import type { EntityType, RuleId } from "@dataguardian/shared/catalog";
import type { Severity } from "@dataguardian/shared/domain";

/** A stretch of text that fits a detector's pattern, with the text around it, for its check to judge. */
export interface Candidate {
  value: string;
  /** Up to `CONTEXT_CHARS` characters before the value. */
  before: string;
  /** Up to `CONTEXT_CHARS` characters after it. */
  after: string;
}

/** What a check says of a candidate; null means that it is not one of these. */
export interface Verdict {
  /** Why it holds, in a few words each. Never anything of the value itself. */
  reasons: readonly string[];
  /** The value is known to mean nobody: a documentation address, a network's test number. Rated info. */
  known?: string;
  /** Instead of the detector's own. */
  confidence?: number;
  severity?: Severity;
  /** How much of the candidate counts, from its start, where the pattern alone cannot tell. */
  length?: number;
}

/**
 * A detector is data: one file, one entity type. The engine looks for a trigger (cheap, over all text), then runs
 * `pattern` there, then `check` on what fits.
 */
export interface Detector {
  id: string;
  entityType: EntityType;
  rule: RuleId;
  /** As in the finding: `identifier`, `contact`, `financial` or `credential`. */
  category: "identifier" | "contact" | "financial" | "credential";
  severity: Severity;
  /** Literals, one of which stands in every match. Give either these or `trigger`. */
  keywords?: readonly string[];
  /** A cheap global pattern that meets every match. Detectors that share one object share its pass over the text. */
  trigger?: RegExp;
  /** How far a match may reach to either side of its trigger, in characters. Absent: it begins where the trigger does. */
  reach?: { before: number; after: number };
  /** Global, and bounded: no part of it may run over a text of any length. What it matches is the candidate. */
  pattern: RegExp;
  /** Whole words, any case, that make a match certain when they stand near it. */
  contextWords: readonly string[];
  /** Whole words that speak against it. */
  againstWords?: readonly string[];
  check?: (candidate: Candidate) => Verdict | null;
  /** 0..1, without and with a context word, and with a word against it. */
  confidence: { bare: number; context: number; against?: number };
  /** One form for equal values, before the fingerprint is taken. */
  normalise?: (value: string) => string;
  /** Characters of the value that the preview shows, four at most; a credential shows none (P2). */
  visible: { head: number; tail: number };
  references: readonly string[];
  /** `{{…}}` in an example is filled in by the harness where a whole token must not stand in the source. */
  examples: { match: readonly string[]; ignore: readonly string[] };
}

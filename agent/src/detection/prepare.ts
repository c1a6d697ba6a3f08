import type { Searcher } from "./custom/linear-pattern.ts";
import type { Detector } from "./detector.ts";
import { type FieldName, readFieldName } from "./places/field-names.ts";
import { AGAINST_NUMBERS } from "./words/against-numbers.ts";

/** A detector made ready to run. */
export interface Prepared {
  detector: Detector;
  /** Its place in the engine's list. */
  index: number;
  /** Sticky; its own object, since `lastIndex` is the engine's. */
  pattern: RegExp | null;
  /** Global, for the search in a window ahead of a keyword. */
  search: Searcher | null;
  /** What speaks for a match, and what against it. */
  words: readonly string[];
  against: readonly string[];
  names: readonly FieldName[];
  /** Nothing comes of it without a word for it. */
  needsWord: boolean;
}

export function prepare(detector: Detector, index: number): Prepared {
  const { pattern, linear, forms, digits } = detector;
  const numeric = (forms !== undefined || digits !== undefined) && detector.category !== "credential";
  const sticky = pattern ? new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, "")}y`) : null;
  return {
    detector,
    index,
    pattern: sticky,
    search: linear ?? (pattern ? new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, "")}g`) : null),
    words: detector.contextWords ?? [],
    against: [...(numeric ? AGAINST_NUMBERS : []), ...(detector.againstWords ?? [])],
    names: (detector.names ?? []).map(readFieldName),
    needsWord:
      detector.confidence.bare === 0 &&
      (detector.contextWords ?? []).length > 0 &&
      detector.provesItself !== true,
  };
}

import type { Candidate } from "../../candidate.ts";
import { isInHexRow } from "../../checks/hex-row.ts";
import type { Verdict } from "../../detector.ts";

interface Proof {
  /** What is proven, in a few words. */
  reason: string;
  /** Takes the letters and digits alone, in capitals. */
  holds: (compact: string) => boolean;
  /** Confidence without context where the usual separators stand in it: few other numbers are written so. */
  grouped?: number;
  /** Why a value means nobody, if it does. */
  known?: (compact: string) => string | undefined;
}

/** Whether it is written with separators. */
export function isGrouped(candidate: Candidate): boolean {
  return candidate.value.length !== candidate.compact.length;
}

/** The check of a number that one condition proves. */
export function proven({ reason, holds, grouped, known }: Proof): (candidate: Candidate) => Verdict | null {
  return (candidate) => {
    if (!holds(candidate.compact) || isInHexRow(candidate)) return null;
    const verdict: Verdict = { reasons: [reason] };
    if (grouped !== undefined && isGrouped(candidate)) verdict.confidence = grouped;
    const why = known?.(candidate.compact);
    if (why !== undefined) verdict.known = why;
    return verdict;
  };
}

/** For `known`: numbers that documentation prints so often that they mean nobody. */
export function publishedExamples(...examples: readonly string[]): (compact: string) => string | undefined {
  const all = new Set(examples);
  return (compact) => (all.has(compact) ? "published example number" : undefined);
}

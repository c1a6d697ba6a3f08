import type { Candidate } from "../../candidate.ts";
import type { Verdict } from "../../detector.ts";
import { isClockReading } from "../../checks/clock-reading.ts";

const READS_AS_TIME = 0.2;

/**
 * A check of the letters and digits alone. `grouped`: confidence without context where the usual separators stand in it.
 * Bare digits that read as a moment are a hint at most.
 */
export function checked(
  reason: string,
  holds: (compact: string) => boolean,
  grouped?: number,
  clock = READS_AS_TIME,
): (candidate: Candidate) => Verdict | null {
  return ({ value, compact }) => {
    if (!holds(compact)) return null;
    const reasons = [reason];
    if (value.length !== compact.length)
      return grouped === undefined ? { reasons } : { reasons, confidence: grouped };
    return isClockReading(compact) ? { reasons, confidence: clock } : { reasons };
  };
}

/** The same for a number that is never surer than its context makes it. */
export function checkedInContext(
  reason: string,
  holds: (compact: string) => boolean,
): (candidate: Candidate) => Verdict | null {
  return ({ compact }) => (holds(compact) ? { reasons: [reason] } : null);
}

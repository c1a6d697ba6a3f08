import type { Candidate } from "../../candidate.ts";
import type { Verdict } from "../../detector.ts";
import { isClockReading } from "../../checks/clock-reading.ts";

const READS_AS_TIME = 0.2;

/** One of a program's row of numbers: among so many, some pass any check. */
export const isInRow = ({ before, after }: Candidate) =>
  /\d{4,}, ?$/.test(before) && /^, ?\d{4,}/.test(after);

/**
 * A check of the letters and digits alone. `grouped`: confidence without context where the usual separators stand in it.
 * Bare digits that read as a moment, or stand between others, are a hint at most.
 */
export function checked(
  reason: string,
  holds: (compact: string) => boolean,
  grouped?: number,
  clock = READS_AS_TIME,
): (candidate: Candidate) => Verdict | null {
  return (candidate) => {
    const { value, compact } = candidate;
    if (!holds(compact)) return null;
    const reasons = [reason];
    if (value.length !== compact.length)
      return grouped === undefined ? { reasons } : { reasons, confidence: grouped };
    return isClockReading(compact) || isInRow(candidate) ? { reasons, confidence: clock } : { reasons };
  };
}

/** The same for a number that is never surer than its context makes it. */
export function checkedInContext(
  reason: string,
  holds: (compact: string) => boolean,
): (candidate: Candidate) => Verdict | null {
  return ({ compact }) => (holds(compact) ? { reasons: [reason] } : null);
}

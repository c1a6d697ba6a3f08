import type { Candidate } from "../../../candidate.ts";
import type { Verdict } from "../../../detector.ts";

/** Keys of a provider's test environment are real, but move no money and reach nobody's data. */
export function testModeIsLow(marker: RegExp): (candidate: Candidate) => Verdict {
  return ({ value }) =>
    marker.test(value)
      ? { reasons: ["prefix and form of the provider", "test mode"], severity: "low" }
      : { reasons: ["prefix and form of the provider"] };
}

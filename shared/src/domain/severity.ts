import { z } from "zod";
import { severity, type Severity } from "./terms.ts";
import { EXPOSURES, PROTECTIONS, SEVERITIES } from "./vocabulary.ts";

const exposure = z.enum(EXPOSURES);
const protection = z.enum(PROTECTIONS);

/** What a severity was reckoned from. It travels with the finding, so that nobody has to take it on trust. */
export const severityFactors = z.strictObject({
  /** What this kind of data weighs by itself. */
  class: severity,
  /** How sure the finding is. */
  confidence: z.number().min(0).max(1),
  /** Different values of this kind at the place: in the file, so far as it had been read; in the column. */
  volume: z.int().positive(),
  /** Who can reach the place. */
  exposure,
  /** How the value is kept there. */
  protection,
});
export type SeverityFactors = z.infer<typeof severityFactors>;

/** Below this a finding is a hint: information, whatever its class. */
export const HINT_BELOW = 0.4;
/** Below this it counts one step less, and nothing is critical that is not as sure as this. */
const LIKELY_BELOW = 0.6;
const SURE_FROM = 0.75;
/** From so many different values on, a place is a bulk of persons: one step more. */
export const BULK_FROM = 100;

/** Class × confidence × volume × exposure × protection, in steps from info to critical. */
export function reckonSeverity(factors: SeverityFactors): Severity {
  if (factors.confidence < HINT_BELOW || factors.protection === "example") return "info";
  let steps = 0;
  if (factors.confidence < LIKELY_BELOW) steps--;
  if (factors.volume >= BULK_FROM) steps++;
  if (factors.exposure === "public") steps++;
  if (factors.exposure === "restricted") steps--;
  if (factors.protection === "hashed" || factors.protection === "encrypted") steps--;
  const reckoned = moved(factors.class, steps);
  return reckoned === "critical" && factors.confidence < SURE_FROM ? "high" : reckoned;
}

/** Info stays info: what is only information does not grow by being much. */
function moved(from: Severity, steps: number): Severity {
  if (from === "info") return from;
  const at = SEVERITIES.indexOf(from) - steps;
  return SEVERITIES[Math.min(SEVERITIES.indexOf("low"), Math.max(0, at))] ?? from;
}

import type { Severity } from "@dataguardian/shared/domain";
import type { Detector } from "./detector.ts";
import type { Sensitive } from "./sensitive.ts";

/** A value with its place in the text. It lives inside the scanning process only (P1). */
export interface Match {
  detector: Detector;
  /** Offset and length in UTF-16 units of the text that was given to `scanText`. */
  offset: number;
  length: number;
  value: Sensitive<string>;
  confidence: number;
  /** What this kind of data weighs by itself; what else counts is reckoned when the finding is made. */
  severity: Severity;
  /** The value means nobody: documentation, a test number, a placeholder. */
  known: boolean;
  reasons: readonly string[];
}

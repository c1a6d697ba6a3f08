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
  severity: Severity;
  reasons: readonly string[];
}

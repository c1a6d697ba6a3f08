/** What the console and the engine's worker in the browser say to each other when a rule of the customer's own is tried. */

/** The checksums that such a rule can name. */
export const RULE_CHECKSUMS = ["luhn", "eleven-test", "mod97", "mod11-10", "verhoeff"] as const;
export type RuleChecksum = (typeof RULE_CHECKSUMS)[number];

export interface RuleTestRequest {
  /** Comes back with the reply. */
  id: number;
  /** As in a detection file. Not to be trusted: it is checked as one that an agent loads. */
  rule: unknown;
  /** Looked through as it stands; it leaves the browser's memory in no way. */
  text: string;
}

/** A place in the text that the rule would report, in UTF-16 units. */
export interface RuleTestMatch {
  offset: number;
  length: number;
  confidence: number;
  reasons: readonly string[];
}

export interface RuleTestResult {
  matches: readonly RuleTestMatch[];
  /** Numbers, from 0, of its own examples that it does not find, and of those that it ought not to. */
  missed: readonly number[];
  raised: readonly number[];
}

/** `pattern_syntax`: `detail` is what RE2 says of it, in English. `invalid`: `detail` names the field. */
export interface RuleTestFault {
  code: "pattern_syntax" | "pattern_empty" | "invalid";
  detail: string;
}

export type RuleTestReply = { id: number } & ({ result: RuleTestResult } | { fault: RuleTestFault });

import type { FailureCode } from "@dataguardian/shared/protocol";

/** Why a scan could not be done: a code of the protocol and one sentence for people, which holds no matched value. */
export class ScanError extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, sentence: string) {
    super(sentence);
    this.name = "ScanError";
    this.code = code;
  }
}

/** Failures that another attempt, perhaps on another agent, may not meet again. */
const RETRYABLE: ReadonlySet<FailureCode> = new Set([
  "connection",
  "timeout",
  "memory",
  "crash",
  "disk",
  "internal",
]);

export function isRetryable(code: FailureCode): boolean {
  return RETRYABLE.has(code);
}

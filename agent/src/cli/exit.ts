import { ScanError } from "../pipeline/scan-error.ts";
import { ConfigError } from "../config/index.ts";
import { CustomDetectionError } from "../detection/custom/compile.ts";
import { BaselineError } from "../pipeline/baseline.ts";
import { StateFileError } from "../pipeline/unchanged-files.ts";
import { TenantKeyError } from "../detection/tenant-key.ts";

/** What the command's exit code says. */
export const EXIT = { done: 0, reachedFailOn: 1, usage: 2, incomplete: 3 } as const;

/** A wrong use of the command line. The message is one sentence that says what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Errors that say themselves what to do. */
const OWN_SENTENCES = [
  UsageError,
  TenantKeyError,
  ConfigError,
  BaselineError,
  CustomDetectionError,
  StateFileError,
];

/** The sentence and the exit code for whatever went wrong. An unforeseen error shows its name, not its text (P5). */
export function explain(error: unknown): { sentence: string; code: number } {
  if (OWN_SENTENCES.some((kind) => error instanceof kind) && error instanceof Error)
    return { sentence: error.message, code: EXIT.usage };
  if (error instanceof ScanError)
    return { sentence: error.message, code: error.code === "invalid" ? EXIT.usage : EXIT.incomplete };
  const { code } = error as NodeJS.ErrnoException;
  const name = code ?? (error instanceof Error ? error.name : "unknown error");
  return { sentence: `The command stopped on an unforeseen error (${name}).`, code: EXIT.incomplete };
}

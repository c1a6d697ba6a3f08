import type { Dictionary } from "./en.ts";

type Known = Exclude<keyof Dictionary["failure"], "said" | "unknown">;

export interface FailureText {
  /** What happened and what to do, in the reader's language. */
  advice: string;
  /** The agent's own sentence, in the agent's language. */
  detail: string | null;
}

/** A job's last failure travels as `code: sentence`. */
export function failureText(t: Dictionary, lastFailure: string | null): FailureText {
  const [, code = "", detail = ""] = /^([a-z_]+)(?::\s*(.*))?$/s.exec(lastFailure ?? "") ?? [];
  if (isKnown(t, code)) return { advice: t.failure[code], detail: detail === "" ? null : detail };
  return { advice: t.failure.unknown, detail: lastFailure };
}

function isKnown(t: Dictionary, code: string): code is Known {
  return code !== "said" && code !== "unknown" && Object.hasOwn(t.failure, code);
}

import { DatabaseError, type DatabaseFault } from "../reader.ts";

/** By SQLSTATE (PostgreSQL, appendix A), the whole code or its class. */
const FAULTS: Readonly<Record<string, DatabaseFault>> = {
  "28": "login",
  "3D000": "no such database",
  "42501": "permission",
  "53300": "too many connections",
  "55P03": "locked",
  "40P01": "locked",
  // On a standby: what the primary did to the rows went before our reading of them.
  "40001": "locked",
  "57014": "timeout",
  "25P03": "timeout",
  "42P01": "gone",
  "42703": "gone",
  "3F000": "gone",
  "57P01": "connection lost",
  "57P02": "connection lost",
  "57P03": "unreachable",
  "08": "connection lost",
  "22021": "encoding",
  "22P05": "encoding",
  XX001: "damaged",
  XX002: "damaged",
};
/** Of the operating system and of TLS. */
const NODE_FAULTS: readonly (readonly [RegExp, DatabaseFault])[] = [
  [/^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENOENT)$/, "unreachable"],
  [/^(?:ECONNRESET|EPIPE)$/, "connection lost"],
  [/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY|EPROTO/, "tls"],
];
/** The driver's own errors have no code. */
const OWN_MESSAGES: readonly (readonly [RegExp, DatabaseFault])[] = [
  [/does not support SSL/, "tls"],
  [/timeout expired/, "unreachable"],
  [/password must be a string|no password/i, "login"],
  [/[Cc]onnection (?:terminated|ended|closed)|not queryable/, "connection lost"],
];

/** A pooler that stands before the server, and takes no settings with the login, says so. */
export const isRefusedParameter = (error: unknown): boolean =>
  (error as { code?: string } | null)?.code === "08P01";

/** The message may hold values of rows, so it ends here (P5). */
export function asDatabaseError(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const { code = "", message = "" } = (error ?? {}) as { code?: string; message?: string };
  const fault =
    FAULTS[code] ??
    FAULTS[code.slice(0, 2)] ??
    (NODE_FAULTS.find(([form]) => form.test(code)) ?? OWN_MESSAGES.find(([form]) => form.test(message)))?.[1];
  return new DatabaseError(fault ?? "failed");
}

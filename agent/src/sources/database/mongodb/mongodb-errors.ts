import { DatabaseError, type DatabaseFault } from "../reader.ts";

/** By the server's error code (MongoDB, Error Codes). */
const FAULTS: Readonly<Record<number, DatabaseFault>> = {
  11: "login",
  18: "login",
  8000: "login",
  13: "permission",
  26: "gone",
  50: "timeout",
  262: "timeout",
  24: "locked",
  46: "locked",
  43: "connection lost",
  91: "connection lost",
  11600: "connection lost",
  11601: "timeout",
  11602: "connection lost",
};
const BY_CODE: readonly (readonly [RegExp, DatabaseFault])[] = [
  [/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY|EPROTO/, "tls"],
  [/^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/, "unreachable"],
  [/^(?:ECONNRESET|EPIPE)$/, "connection lost"],
];
/** Of the driver. */
const BY_NAME: Readonly<Record<string, DatabaseFault>> = {
  MongoServerSelectionError: "unreachable",
  MongoNetworkTimeoutError: "timeout",
  MongoOperationTimeoutError: "timeout",
  MongoNetworkError: "connection lost",
  MongoTopologyClosedError: "connection lost",
  MongoPoolClearedError: "connection lost",
  MongoMissingCredentialsError: "login",
};

interface DriverError {
  name?: unknown;
  code?: unknown;
  cause?: unknown;
  reason?: unknown;
  servers?: unknown;
  error?: unknown;
}

/** The message may hold values of documents, so it ends here (P5). Why no server was chosen stands in what is known of each. */
export function asDatabaseError(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error;
  return new DatabaseError(faultOf(error, 0) ?? "failed");
}

const MAX_DEPTH = 6;

function faultOf(error: unknown, depth: number): DatabaseFault | undefined {
  if (typeof error !== "object" || error === null || depth > MAX_DEPTH) return undefined;
  const { name, code, cause, reason, servers, error: inner } = error as DriverError;
  if (typeof code === "number" && FAULTS[code] !== undefined) return FAULTS[code];
  if (typeof code === "string") {
    const fault = BY_CODE.find(([form]) => form.test(code))?.[1];
    if (fault !== undefined) return fault;
  }
  const within = [cause, reason, inner, ...(servers instanceof Map ? servers.values() : [])];
  for (const one of within) {
    const fault = faultOf(one, depth + 1);
    // A connection that broke before there was one is a server that cannot be reached.
    if (fault !== undefined && fault !== "connection lost") return fault;
  }
  return typeof name === "string" ? BY_NAME[name] : undefined;
}

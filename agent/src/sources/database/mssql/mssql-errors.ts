import { DatabaseError, type DatabaseFault } from "../reader.ts";

/** By the server's error number (Microsoft SQL Server, Database Engine events and errors). */
const FAULTS: Readonly<Record<number, DatabaseFault>> = {
  18452: "login",
  18456: "login",
  18470: "login",
  18486: "login",
  18487: "login",
  18488: "login",
  4060: "no such database",
  229: "permission",
  230: "permission",
  262: "permission",
  916: "permission",
  10928: "too many connections",
  10929: "too many connections",
  17809: "too many connections",
  1205: "locked",
  1222: "locked",
  207: "gone",
  208: "gone",
  4413: "gone",
  233: "connection lost",
  596: "connection lost",
  6005: "connection lost",
  17142: "unreachable",
  823: "damaged",
  824: "damaged",
};
/** Of the drivers, the operating system and TLS. */
const BY_CODE: readonly (readonly [RegExp, DatabaseFault])[] = [
  [/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY|EPROTO|EENCRYPT/, "tls"],
  [/^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EINSTLOOKUP)$/, "unreachable"],
  [/^(?:ECONNRESET|EPIPE|ECONNCLOSED|ENOTOPEN|ENOCONN)$/, "connection lost"],
  [/^ELOGIN$/, "login"],
  [/^(?:ETIMEOUT|ECANCEL)$/, "timeout"],
  [/^ESOCKET$/, "unreachable"],
];

interface DriverError {
  number?: unknown;
  code?: unknown;
  originalError?: unknown;
  cause?: unknown;
  errors?: unknown;
}

/** The message may hold values of rows, so it ends here (P5). The drivers wrap each other's errors: the innermost knows best. */
export function asDatabaseError(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error;
  return new DatabaseError(faultOf(error, 0) ?? "failed");
}

/** Words of the server that have a number that we know. */
export const isRefusal = (message: unknown): boolean =>
  FAULTS[Number((message as DriverError | undefined)?.number)] !== undefined;

const MAX_DEPTH = 6;

function faultOf(error: unknown, depth: number): DatabaseFault | undefined {
  if (typeof error !== "object" || error === null || depth > MAX_DEPTH) return undefined;
  const { number, code, originalError, cause, errors } = error as DriverError;
  if (typeof number === "number" && FAULTS[number] !== undefined) return FAULTS[number];
  for (const inner of [originalError, cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])]) {
    const fault = faultOf(inner, depth + 1);
    if (fault !== undefined) return fault;
  }
  return typeof code === "string" ? BY_CODE.find(([form]) => form.test(code))?.[1] : undefined;
}

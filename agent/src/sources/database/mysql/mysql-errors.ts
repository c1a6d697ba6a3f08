import { DatabaseError, type DatabaseFault } from "../reader.ts";

/** By the server's error number (MySQL, Server Error Message Reference; MariaDB, Error Codes). */
const FAULTS: readonly (readonly [DatabaseFault, readonly number[]])[] = [
  ["login", [1045, 1129, 1130, 1131, 1251, 1275, 1524, 1698, 1820, 1862, 3118, 4151]],
  ["tls", [3159]],
  ["no such database", [1049]],
  ["permission", [1044, 1095, 1142, 1143, 1227, 1345, 1370]],
  ["too many connections", [1040, 1203, 1226]],
  ["connection lost", [1053, 1077, 1079, 1152, 1158, 1159, 1160, 1161, 1184, 1927, 4031]],
  ["timeout", [1317, 1969, 3024]],
  ["locked", [1205, 1213, 3572]],
  ["gone", [1051, 1054, 1109, 1146, 1356, 1412, 1932]],
  ["encoding", [1300, 1366, 3854]],
  ["damaged", [1016, 1030, 1033, 1034, 1035, 1194, 1195, 1812]],
];
const BY_NUMBER: ReadonlyMap<number, DatabaseFault> = new Map(
  FAULTS.flatMap(([fault, numbers]) => numbers.map((number) => [number, fault] as const)),
);
/** Of the driver, the operating system and TLS. */
const BY_CODE: readonly (readonly [RegExp, DatabaseFault])[] = [
  [/^HANDSHAKE_.*SSL|CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY|EPROTO/, "tls"],
  [/^(?:AUTH_SWITCH_PLUGIN_ERROR|MYSQL_CLEAR_PASSWORD_NOT_ENABLED)$/, "login"],
  [/^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EADDRNOTAVAIL)$/, "unreachable"],
  [/^(?:PROTOCOL_CONNECTION_LOST|ECONNRESET|EPIPE|ERR_STREAM_\w+|PROTOCOL_\w+)$/, "connection lost"],
];

interface DriverError {
  errno?: unknown;
  code?: unknown;
  fatal?: unknown;
}

/** The message may hold values of rows, so it ends here (P5). */
export function asDatabaseError(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const { errno, code = "", fatal } = (error ?? {}) as DriverError;
  const byNumber = typeof errno === "number" ? BY_NUMBER.get(errno) : undefined;
  const byCode = BY_CODE.find(([form]) => typeof code === "string" && form.test(code))?.[1];
  // A fatal error of the driver has no number of the server's, and often no code: the connection is of no more use.
  return new DatabaseError(byNumber ?? byCode ?? (fatal === true ? "connection lost" : "failed"));
}

/** The server has refused a statement, and waits for the next one. */
export function isAnswer(error: unknown): boolean {
  const { errno, fatal } = (error ?? {}) as DriverError;
  return typeof errno === "number" && fatal !== true && asDatabaseError(error).fault !== "connection lost";
}

const UNKNOWN_VARIABLE = 1193;

/** A setting that this version of the server does not have. */
export const isUnknownSetting = (error: unknown): boolean =>
  (error as DriverError | null)?.errno === UNKNOWN_VARIABLE;

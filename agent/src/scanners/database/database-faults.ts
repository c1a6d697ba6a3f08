import type { FailureCode } from "@dataguardian/shared/protocol";
import { ScanError } from "../../pipeline/scan-error.ts";
import type { DatabaseFault } from "../../sources/database/reader.ts";

interface FaultText {
  code: FailureCode;
  /** Of the database as a whole. */
  sentence: string;
  /** Why a table was skipped; null where the rest cannot be read either. */
  table: string | null;
}

const FAULTS: Readonly<Record<DatabaseFault, FaultText>> = {
  unreachable: { code: "connection", sentence: "The database's host does not answer.", table: null },
  tls: { code: "connection", sentence: "No TLS connection with the database could be made.", table: null },
  login: { code: "permission", sentence: "The database refuses the login.", table: null },
  "no such database": { code: "not_found", sentence: "There is no such database.", table: null },
  permission: {
    code: "permission",
    sentence: "The database may not be read with these rights.",
    table: "no right to read the table",
  },
  "too many connections": {
    code: "connection",
    sentence: "The database has no connection free.",
    table: null,
  },
  "pool exhausted": {
    code: "connection",
    sentence: "Other jobs hold all connections that the source may have.",
    table: null,
  },
  "server busy": {
    code: "connection",
    sentence: "The database's server had too much to do for as long as this scan waited.",
    table: null,
  },
  "connection lost": { code: "connection", sentence: "The connection with the database broke.", table: null },
  timeout: {
    code: "timeout",
    sentence: "The database took too long to answer.",
    table: "read took too long",
  },
  locked: {
    code: "connection",
    sentence: "The database is locked by another program.",
    table: "table locked",
  },
  gone: {
    code: "not_found",
    sentence: "The database changed while it was read.",
    table: "table changed or gone",
  },
  encoding: {
    code: "invalid",
    sentence: "The database holds text in an invalid encoding.",
    table: "text in an invalid encoding",
  },
  damaged: {
    code: "invalid",
    sentence: "The database is damaged or encrypted, or the file is no database.",
    table: "table damaged",
  },
  "no driver": {
    code: "invalid",
    sentence:
      "The package that reads this kind of database is not installed. Install the optional packages mssql and mongodb beside the agent.",
    table: null,
  },
  failed: { code: "internal", sentence: "The database could not be read.", table: "table could not be read" },
};

export function scanErrorOf(fault: DatabaseFault): ScanError {
  return new ScanError(FAULTS[fault].code, FAULTS[fault].sentence);
}

/** Why one table was skipped; null where the whole scan ends. */
export const tableReason = (fault: DatabaseFault): string | null => FAULTS[fault].table;

import type { Sensitive } from "../../detection/sensitive.ts";
import type { ConnectionPermits } from "./connection-permits.ts";

type DatabaseProduct = "sqlite" | "postgres" | "mysql" | "mssql" | "mongodb";

/** `require` encrypts without checking who answers; `verify-ca` checks the certificate's issuer, `verify-full` the host's name too. */
export type TlsMode = "disable" | "prefer" | "require" | "verify-ca" | "verify-full";

/** Paths of PEM files on the agent's machine. */
export interface DatabaseTls {
  mode: TlsMode;
  caFile?: string;
  certFile?: string;
  keyFile?: string;
}

export interface DatabaseLimits {
  /** Connections of one source together, at most. */
  poolSize: number;
  connectTimeoutMs: number;
  statementTimeoutMs: number;
  lockTimeoutMs: number;
  /** Of one source, all its connections together. Absent: as fast as it goes. */
  rowsPerSecond?: number;
  bytesPerSecond?: number;
  /** While more sessions than this are at work on the server, beside our own, nothing is asked of it. */
  busySessions?: number;
}

interface Common {
  limits: DatabaseLimits;
  /** Where a permit for each connection comes from; absent where nobody counts them. */
  permits?: ConnectionPermits;
}

/** `standby` and `primary` take no other; `prefer-standby` takes a primary where no standby answers. As in libpq. */
export type TargetServer = "any" | "primary" | "standby" | "prefer-standby";

export interface ServerAddress {
  host: string;
  port: number;
}

export interface SqliteSettings extends Common {
  product: "sqlite";
  path: string;
}

export interface ServerSettings extends Common {
  product: Exclude<DatabaseProduct, "sqlite">;
  host: string;
  port: number;
  /** Other servers with the same data, tried in this order. */
  otherHosts?: readonly ServerAddress[];
  targetServer?: TargetServer;
  /** Empty for all that the login sees, where the product knows a server without one. */
  database: string;
  user: string;
  /** MongoDB: where the user is defined; `admin` when absent. */
  authDatabase?: string;
  /** Resolved from the literal, `env:` or `file:` by the agent; absent where the login needs none. */
  password?: Sensitive<string>;
  tls: DatabaseTls;
}

/** What a reader needs to open a database: a DSN or its parts, read and completed. Never in an environment variable or argument (P5). */
export type DatabaseSettings = SqliteSettings | ServerSettings;

export const DEFAULT_DATABASE_LIMITS: DatabaseLimits = {
  poolSize: 4,
  connectTimeoutMs: 15_000,
  statementTimeoutMs: 60_000,
  lockTimeoutMs: 5_000,
};

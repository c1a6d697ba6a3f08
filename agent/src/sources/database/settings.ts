import type { Sensitive } from "../../detection/sensitive.ts";

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
}

interface Common {
  limits: DatabaseLimits;
}

export interface SqliteSettings extends Common {
  product: "sqlite";
  path: string;
}

export interface ServerSettings extends Common {
  product: Exclude<DatabaseProduct, "sqlite">;
  host: string;
  port: number;
  database: string;
  user: string;
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

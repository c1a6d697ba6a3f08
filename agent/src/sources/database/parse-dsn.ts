import { Sensitive } from "../../detection/sensitive.ts";
import { addressesOf, bare, splitHosts, targetServerOf } from "./dsn-hosts.ts";
import {
  type DatabaseSettings,
  type DatabaseTls,
  DEFAULT_DATABASE_LIMITS,
  type ServerSettings,
  type TlsMode,
} from "./settings.ts";

type Parsed =
  /** `shown` names the database for people and reports: without user name, password and settings. */
  { ok: true; settings: DatabaseSettings; shown: string } | { ok: false; sentence: string };

interface Product {
  product: ServerSettings["product"];
  port: number;
  /** What the address may leave out: without a database's name, all that the login sees are read. */
  isOptional?: { database?: true; user?: true };
}

const MYSQL: Product = { product: "mysql", port: 3306, isOptional: { database: true } };
const PRODUCTS: Readonly<Record<string, Product>> = {
  "postgres:": { product: "postgres", port: 5432 },
  "postgresql:": { product: "postgres", port: 5432 },
  "mysql:": MYSQL,
  "mariadb:": MYSQL,
  "mssql:": { product: "mssql", port: 1433 },
  "mongodb:": { product: "mongodb", port: 27017, isOptional: { database: true, user: true } },
};
const TLS_MODES: Readonly<Record<string, TlsMode>> = {
  disable: "disable",
  allow: "prefer",
  prefer: "prefer",
  require: "require",
  "verify-ca": "verify-ca",
  "verify-full": "verify-full",
};
const SETTINGS: ReadonlySet<string> = new Set([
  "sslmode",
  "sslrootcert",
  "sslcert",
  "sslkey",
  "target_session_attrs",
  "authSource",
]);

const fault = (sentence: string): Parsed => ({ ok: false, sentence });

/**
 * Reads where a database is: `postgres://user@host:port/name`, the same with `mysql`, `mariadb`, `mssql` or `mongodb`, `sqlite:PATH` or
 * the path of a SQLite file. `password` counts where the address holds none. The sentence of a fault repeats nothing of the address.
 */
export function parseDsn(text: string, password?: Sensitive<string>): Parsed {
  const path = sqlitePath(text);
  if (path !== null)
    return path === ""
      ? fault("Give the path of a SQLite file.")
      : { ok: true, settings: { product: "sqlite", path, limits: DEFAULT_DATABASE_LIMITS }, shown: path };
  const { first, others } = splitHosts(text);
  const url = URL.parse(first);
  const known = url && PRODUCTS[url.protocol];
  if (!url || !known)
    return fault(
      "Give the path of a SQLite file, or an address such as postgres://user@host:5432/name or mysql://user@host/name.",
    );
  if (url.hostname === "") return fault("The database's address names no host.");
  if ([...url.searchParams.keys()].some((name) => !SETTINGS.has(name)))
    return fault(
      "The database's address may set sslmode, sslrootcert, sslcert, sslkey, target_session_attrs and authSource, and nothing else.",
    );
  const otherHosts = addressesOf(others, known.port);
  if (otherHosts === null) return fault("The database's address names a host that is none.");
  if (others.length > 0 && known.product !== "postgres" && known.product !== "mongodb")
    return fault("Only the address of a PostgreSQL or MongoDB database may name several hosts.");
  const targetServer = targetServerOf(url.searchParams.get("target_session_attrs"), others.length + 1);
  if (targetServer === null)
    return fault("target_session_attrs is any, primary, standby, prefer-standby, read-only or read-write.");
  const tls = tlsOf(url.searchParams);
  if (tls === null) return fault("sslmode is disable, prefer, require, verify-ca or verify-full.");
  const user = decoded(url.username);
  const own = decoded(url.password);
  const database = decoded(url.pathname.slice(1));
  if (user === null || own === null || database === null)
    return fault("The database's address has a percent sign that begins no code: write it as %25.");
  const { isOptional = {} } = known;
  if ((user === "" && !isOptional.user) || (database === "" && !isOptional.database))
    return fault("The database's address names no user or no database: postgres://user@host:5432/name.");
  const authDatabase = url.searchParams.get("authSource");
  const port = url.port === "" ? known.port : Number(url.port);
  const secret = own === "" ? password : new Sensitive(own);
  return {
    ok: true,
    settings: {
      product: known.product,
      host: bare(url.hostname),
      port,
      ...(otherHosts.length === 0 ? {} : { otherHosts }),
      ...(targetServer === "any" ? {} : { targetServer }),
      database,
      user,
      ...(authDatabase === null ? {} : { authDatabase }),
      ...(secret === undefined ? {} : { password: secret }),
      tls,
      limits: DEFAULT_DATABASE_LIMITS,
    },
    shown: `${url.protocol}//${url.hostname}:${port}/${database}`,
  };
}

/** Null where it is an address of a server. */
function sqlitePath(text: string): string | null {
  const named = /^sqlite:(?:\/\/)?(.*)$/is.exec(text);
  if (named) return named[1] ?? "";
  return /^[a-z][a-z\d+.-]+:/i.test(text) && !/^[a-z]:[\\/]/i.test(text) ? null : text;
}

function tlsOf(given: URLSearchParams): DatabaseTls | null {
  const mode = TLS_MODES[given.get("sslmode") ?? "prefer"];
  if (mode === undefined) return null;
  const files = {
    caFile: given.get("sslrootcert"),
    certFile: given.get("sslcert"),
    keyFile: given.get("sslkey"),
  };
  const named = Object.entries(files).filter((entry): entry is [keyof typeof files, string] =>
    Boolean(entry[1]),
  );
  return { mode, ...Object.fromEntries(named) };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

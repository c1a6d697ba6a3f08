/** A database's address, or the parts of one. Its own file: the schema of `agent.yaml` names it. */
import { z } from "zod";

const text = z.string().min(1).max(2_048);

const parts = z.strictObject({
  product: z.enum(["postgres", "mysql", "mariadb", "mssql", "mongodb"]),
  host: text,
  port: z.int().min(1).max(65_535).optional(),
  /** Every one that the login sees when absent, with MySQL, MariaDB and MongoDB. */
  database: text.optional(),
  user: text.optional(),
  sslmode: text.optional(),
  sslrootcert: text.optional(),
  sslcert: text.optional(),
  sslkey: text.optional(),
});

function dsnOf({ product, host, port, database = "", user, ...settings }: z.infer<typeof parts>): string {
  const login = user === undefined ? "" : `${encodeURIComponent(user)}@`;
  const at = `${host.includes(":") ? `[${host}]` : host}${port === undefined ? "" : `:${port}`}`;
  const given = Object.entries(settings).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
  return `${product}://${login}${at}/${encodeURIComponent(database)}${query}`;
}

export const dsn = z.union(
  [text, parts.transform(dsnOf)],
  "must be an address such as postgres://user@host:5432/name, or its parts: product, host, port, database, user, sslmode",
);

/** Goes into each database that the agent may scan and says in one sentence how that went. */
import type { SourceCheck } from "@dataguardian/shared/domain";
import type { AgentConfig } from "../config/index.ts";
import type { SourceConfig } from "../config/schema.ts";
import type { DatabaseFault } from "../sources/database/reader.ts";
import type { DatabaseSettings } from "../sources/database/settings.ts";
import { databaseAccess } from "./database-access.ts";
import { type DatabaseVerdict, tryDatabase } from "./database-verdict.ts";
import type { Check } from "./doctor.ts";

/** What to do about it. The address stands before it. */
const FAULTS: Readonly<Record<DatabaseFault | "no tables", string>> = {
  unreachable:
    "does not answer. Check host and port, the firewall, and that the server runs and listens there.",
  tls: "makes no TLS connection as asked. Check sslmode, and sslrootcert when the certificate is of an authority of your own.",
  login:
    "refuses the login. Check the user and credentials.password, and that the server lets this machine in.",
  "no such database": "is not there. Check the name of the database.",
  permission:
    "lets the login in and lets it do nothing. Grant it CONNECT, USAGE on the schemas and SELECT on the tables.",
  "no tables":
    "lets the login in, but lets it read no table. Grant it USAGE on the schemas and SELECT on the tables.",
  "too many connections":
    "has no connection left for this login. Raise its limit, or set limits.connections lower.",
  "pool exhausted": "has no connection left for this agent. Set limits.connections higher.",
  "server busy": "has more to do than limits.busySessions allows. Try later.",
  "connection lost": "ended the connection. Look into the server's log.",
  timeout: "answers too slowly. Try when it has less to do.",
  locked: "is locked by another program. Try later.",
  gone: "changed while it was looked at. Try again.",
  encoding: "holds text in an invalid encoding.",
  damaged: "is damaged or encrypted, or is no database.",
  "no driver":
    "cannot be read without its package. Install the optional packages mssql and mongodb beside the agent.",
  failed: "could not be read. Look into the server's log.",
};

/** What a login needs to see how busy the server is. */
const LOAD_RIGHTS: Readonly<Partial<Record<DatabaseSettings["product"], string>>> = {
  postgres: "pg_read_all_stats",
  mysql: "PROCESS",
};

export function databaseChecks(
  { sources, baseDir, policy }: AgentConfig,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Check[]> {
  if (!policy.kinds.includes("database")) return Promise.resolve([]);
  const databases = sources.filter(({ kind }) => kind === "database");
  return Promise.all(databases.map((source) => check(source, baseDir, env)));
}

async function check(
  source: SourceConfig,
  baseDir: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Check> {
  const name = `database ${source.name}`;
  const verdict = await tryDatabase(await databaseAccess(source, baseDir, env));
  const { fault, doubts } = verdict.check;
  const state = fault !== null ? "fail" : doubts.length > 0 ? "warn" : "ok";
  return { name, state, sentence: sentenceOf(verdict) };
}

function sentenceOf(verdict: DatabaseVerdict): string {
  const { check: made, shown, addressFault, facts } = verdict;
  if (made.fault === "credentials") return "has credentials that cannot be read.";
  if (made.fault === "address") return `has an address that cannot be used. ${addressFault ?? ""}`;
  if (made.fault !== null) return `${shown} ${FAULTS[made.fault as keyof typeof FAULTS]}`;
  const what = `${facts?.product} ${facts?.version.split(" ")[0]}${facts?.isReplica === true ? ", a replica" : ""}`;
  if (made.doubts.length === 0) return `${shown} can be read (${what}), and not written.`;
  const doubts = made.doubts.map((doubt) => doubtText(doubt, verdict));
  return `${shown} can be read (${what}), but ${doubts.join("; ")}.`;
}

function doubtText(
  doubt: SourceCheck["doubts"][number],
  { check: { tables }, product = "sqlite" }: DatabaseVerdict,
): string {
  switch (doubt) {
    case "experimental":
      return "reading such a server is experimental: our tests have none";
    case "not encrypted":
      return "the connection is not encrypted (sslmode=verify-full would be)";
    case "superuser":
      return "the login is a superuser";
    case "may write":
      return "the login may write, and needs to read only";
    case "some tables":
      return `the login may read ${tables?.readable} of ${tables?.all} tables`;
    case "load unseen":
      return `limits.busySessions does nothing without GRANT ${LOAD_RIGHTS[product]} for the login`;
  }
}

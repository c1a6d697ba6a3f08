/** Goes into each database that the agent may scan and says in one sentence how that went. */
import type { AgentConfig } from "../config/index.ts";
import { databaseLimits } from "../config/database-limits.ts";
import type { SourceConfig } from "../config/schema.ts";
import { Sensitive } from "../detection/sensitive.ts";
import { isExperimental } from "../sources/database/experimental.ts";
import { openDatabase } from "../sources/database/open-database.ts";
import { parseDsn } from "../sources/database/parse-dsn.ts";
import { DatabaseError, type DatabaseFault, type SessionFacts } from "../sources/database/reader.ts";
import type { DatabaseSettings } from "../sources/database/settings.ts";
import { databaseAccess } from "./database-access.ts";
import type { Check } from "./doctor.ts";

const CONNECT_MS = 5_000;
const ANSWER_MS = 10_000;

/** What to do about it. The address stands before it. */
const FAULTS: Readonly<Record<DatabaseFault, string>> = {
  unreachable:
    "does not answer. Check host and port, the firewall, and that the server runs and listens there.",
  tls: "makes no TLS connection as asked. Check sslmode, and sslrootcert when the certificate is of an authority of your own.",
  login:
    "refuses the login. Check the user and credentials.password, and that the server lets this machine in.",
  "no such database": "is not there. Check the name of the database.",
  permission:
    "lets the login in and lets it do nothing. Grant it CONNECT, USAGE on the schemas and SELECT on the tables.",
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
  const fail = (sentence: string): Check => ({ name, state: "fail", sentence });
  const access = await databaseAccess(source, baseDir, env);
  if (access === null) return fail("has credentials that cannot be read.");
  const parsed = parseDsn(
    access.dsn,
    access.password === undefined ? undefined : new Sensitive(access.password),
  );
  if (!parsed.ok) return fail(`has an address that cannot be used. ${parsed.sentence}`);
  const limits = {
    ...databaseLimits(source.limits),
    connectTimeoutMs: CONNECT_MS,
    statementTimeoutMs: ANSWER_MS,
  };
  // What the server has to do is no reason to let a person wait.
  const { busySessions, ...hasty } = limits;
  try {
    const facts = await factsOf({ ...parsed.settings, limits: hasty });
    return judged(name, parsed.shown, parsed.settings, facts, busySessions !== undefined);
  } catch (error) {
    if (error instanceof DatabaseError) return fail(`${parsed.shown} ${FAULTS[error.fault]}`);
    throw error;
  }
}

async function factsOf(settings: DatabaseSettings): Promise<SessionFacts> {
  const reader = await openDatabase(settings);
  try {
    return await reader.facts();
  } finally {
    await reader.close();
  }
}

function judged(
  name: string,
  shown: string,
  settings: DatabaseSettings,
  facts: SessionFacts,
  needsLoad: boolean,
): Check {
  const { tables } = facts;
  if (tables && tables.all > 0 && tables.readable === 0)
    return {
      name,
      state: "fail",
      sentence: `${shown} lets the login in, but lets it read no table. Grant it USAGE on the schemas and SELECT on the tables.`,
    };
  const isSent = settings.product !== "sqlite";
  const doubts = [
    ...(isExperimental(settings) ? ["reading such a server is experimental: our tests have none"] : []),
    ...(isSent && facts.tls === false
      ? ["the connection is not encrypted (sslmode=verify-full would be)"]
      : []),
    ...(facts.isSuperuser === true ? ["the login is a superuser"] : []),
    ...(isSent && facts.isSuperuser !== true && facts.canWrite === true
      ? ["the login may write, and needs to read only"]
      : []),
    ...(tables && tables.readable < tables.all
      ? [`the login may read ${tables.readable} of ${tables.all} tables`]
      : []),
    ...(needsLoad && facts.seesLoad === false
      ? [`limits.busySessions does nothing without GRANT ${LOAD_RIGHTS[settings.product]} for the login`]
      : []),
  ];
  const what = `${facts.product} ${facts.version.split(" ")[0]}${facts.isReplica === true ? ", a replica" : ""}`;
  return doubts.length === 0
    ? { name, state: "ok", sentence: `${shown} can be read (${what}), and not written.` }
    : { name, state: "warn", sentence: `${shown} can be read (${what}), but ${doubts.join("; ")}.` };
}

/** Goes into a database and out again: can it be read, and what speaks against the way it is? */
import type { SourceCheck } from "@dataguardian/shared/domain";
import { databaseLimits } from "../config/database-limits.ts";
import { Sensitive } from "../detection/sensitive.ts";
import type { ConnectionPermits } from "../sources/database/connection-permits.ts";
import { isExperimental } from "../sources/database/experimental.ts";
import { openDatabase } from "../sources/database/open-database.ts";
import { parseDsn } from "../sources/database/parse-dsn.ts";
import { DatabaseError, type SessionFacts } from "../sources/database/reader.ts";
import type { DatabaseSettings } from "../sources/database/settings.ts";
import type { JobStart } from "./ipc.ts";

const CONNECT_MS = 5_000;
const ANSWER_MS = 10_000;

/** The address is for whoever sits at this machine; `check` alone may leave it. */
export interface DatabaseVerdict {
  check: SourceCheck;
  /** Without a password; absent where it cannot be parsed, and `addressFault` says why. */
  shown?: string;
  addressFault?: string;
  product?: DatabaseSettings["product"];
  facts?: SessionFacts;
}

/** Null: the credentials cannot be read. Connections are asked for where there are `permits`. */
export async function tryDatabase(
  access: NonNullable<JobStart["database"]> | null,
  permits?: ConnectionPermits,
): Promise<DatabaseVerdict> {
  if (access === null) return { check: { fault: "credentials", doubts: [] } };
  const parsed = parseDsn(
    access.dsn,
    access.password === undefined ? undefined : new Sensitive(access.password),
  );
  if (!parsed.ok) return { check: { fault: "address", doubts: [] }, addressFault: parsed.sentence };
  const { settings, shown } = parsed;
  const limits = {
    ...databaseLimits(access.limits),
    connectTimeoutMs: CONNECT_MS,
    statementTimeoutMs: ANSWER_MS,
  };
  // What the server has to do is no reason to let a person wait.
  const { busySessions, ...hasty } = limits;
  const { product } = settings;
  try {
    const facts = await factsOf({ ...settings, limits: hasty, ...(permits ? { permits } : {}) });
    return { check: judged(settings, facts, busySessions !== undefined), shown, product, facts };
  } catch (error) {
    if (error instanceof DatabaseError) return { check: { fault: error.fault, doubts: [] }, shown, product };
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

function judged(settings: DatabaseSettings, facts: SessionFacts, needsLoad: boolean): SourceCheck {
  const { tables } = facts;
  const told = tables === undefined ? {} : { tables: { readable: tables.readable, all: tables.all } };
  if (tables && tables.all > 0 && tables.readable === 0) return { fault: "no tables", doubts: [], ...told };
  const isSent = settings.product !== "sqlite";
  const doubts: (SourceCheck["doubts"][number] | false)[] = [
    isExperimental(settings) && "experimental",
    isSent && facts.tls === false && "not encrypted",
    facts.isSuperuser === true && "superuser",
    isSent && facts.isSuperuser !== true && facts.canWrite === true && "may write",
    tables !== undefined && tables.readable < tables.all && "some tables",
    needsLoad && facts.seesLoad === false && "load unseen",
  ];
  return { fault: null, doubts: doubts.filter((doubt) => doubt !== false), ...told };
}

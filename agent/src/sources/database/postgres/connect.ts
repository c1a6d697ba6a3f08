import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import type { ConnectionOptions } from "node:tls";
import pg from "pg";
import { Sensitive } from "../../../detection/sensitive.ts";
import { DatabaseError } from "../reader.ts";
import type { DatabaseTls, ServerSettings } from "../settings.ts";
import { asDatabaseError } from "./postgres-errors.ts";

const MAX_TRIES = 5;
const FIRST_PAUSE_MS = 250;
/** A server that is silent for so long is asked whether it is still there, so that a dead line is no read without end. */
const KEEP_ALIVE_MS = 10_000;

/**
 * A session that cannot write: the server is told so, and every limit with it. Rows that a policy hides from the login are refused
 * instead of left out unsaid; bytes of a database without an encoding come as they are. It waits and tries again while the server has no
 * connection to give. Throws `DatabaseError`.
 */
export async function connect(settings: ServerSettings): Promise<pg.Client> {
  for (let tries = 1; ; tries++) {
    try {
      return await connectOnce(settings);
    } catch (error) {
      const { fault } = asDatabaseError(error);
      if (fault !== "too many connections" || tries === MAX_TRIES) throw new DatabaseError(fault);
      // Half of the pause is by chance, so that jobs that wait together do not come back together.
      const pause = FIRST_PAUSE_MS * 2 ** tries;
      await delay(pause / 2 + randomInt(pause / 2));
    }
  }
}

async function connectOnce(settings: ServerSettings): Promise<pg.Client> {
  const tls = tlsOf(settings.tls);
  if (settings.tls.mode !== "prefer") return open(settings, tls);
  try {
    return await open(settings, tls);
  } catch (error) {
    if (asDatabaseError(error).fault !== "tls") throw error;
    return open(settings, false);
  }
}

async function open(settings: ServerSettings, ssl: ConnectionOptions | false): Promise<pg.Client> {
  const { host, port, database, user, password, limits } = settings;
  const client = new pg.Client({
    host,
    port,
    database,
    user,
    // A function: without a text the driver would look into the environment.
    password: () => (password === undefined ? "" : Sensitive.reveal(password)),
    // For an address of numbers the driver would have the certificate be for localhost.
    ssl: ssl && { ...ssl, host },
    application_name: "dataguardian",
    connectionTimeoutMillis: limits.connectTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
  });
  // A connection that is lost between two queries tells so here; the next query fails with the reason.
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query(
      `set session characteristics as transaction read only; set search_path = pg_catalog;
       select set_config('client_encoding', case current_setting('server_encoding') when 'SQL_ASCII' then 'SQL_ASCII' else 'UTF8' end, false);
       set row_security = off;
       set statement_timeout = ${Math.round(limits.statementTimeoutMs)}; set lock_timeout = ${Math.round(limits.lockTimeoutMs)};
       set idle_in_transaction_session_timeout = 60000; set bytea_output = 'hex'; set standard_conforming_strings = on; set datestyle = 'ISO'; set intervalstyle = 'iso_8601'`,
    );
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}

function tlsOf({ mode, caFile, certFile, keyFile }: DatabaseTls): ConnectionOptions | false {
  if (mode === "disable") return false;
  const files = {
    ...(caFile === undefined ? {} : { ca: pem(caFile) }),
    ...(certFile === undefined ? {} : { cert: pem(certFile) }),
    ...(keyFile === undefined ? {} : { key: pem(keyFile) }),
  };
  if (mode === "verify-full") return { ...files, rejectUnauthorized: true };
  if (mode === "verify-ca")
    return { ...files, rejectUnauthorized: true, checkServerIdentity: () => undefined };
  return { ...files, rejectUnauthorized: false };
}

function pem(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new DatabaseError("tls");
  }
}

import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import type { ConnectionOptions } from "node:tls";
import pg from "pg";
import { Sensitive } from "../../../detection/sensitive.ts";
import { DatabaseError } from "../reader.ts";
import type { DatabaseTls, ServerAddress, ServerSettings } from "../settings.ts";
import { asDatabaseError, isRefusedParameter } from "./postgres-errors.ts";

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 4_000;
/** A server that is silent for so long is asked whether it is still there, so that a dead line is no read without end. */
const KEEP_ALIVE_MS = 10_000;
/** Beside the read-only transactions, for whatever would run outside one. A pooler may not take it. */
const READ_ONLY = "-c default_transaction_read_only=on";

/**
 * A session of one of the servers. What it may do is said anew in each transaction (`beginOf`): behind a pooler the next one may
 * run in another session. While the server has no connection to give it tries again, for as long as one may take. Throws
 * `DatabaseError`, and the signal's reason when it is aborted.
 */
export async function connect(settings: ServerSettings, signal?: AbortSignal): Promise<pg.Client> {
  const until = performance.now() + settings.limits.connectTimeoutMs;
  for (let longest = FIRST_PAUSE_MS; ; longest = Math.min(longest * 2, LONGEST_PAUSE_MS)) {
    try {
      return await connectToOne(settings, signal);
    } catch (error) {
      signal?.throwIfAborted();
      const { fault } = asDatabaseError(error);
      if (fault !== "too many connections" || performance.now() > until) throw new DatabaseError(fault);
      // Chance spreads the whole pause, so that jobs that wait together do not come back together.
      await delay(randomInt(longest), undefined, { signal }).catch(() => {});
      signal?.throwIfAborted();
    }
  }
}

/** The first server that is of the kind wanted, or a primary where a standby would have been better. */
async function connectToOne(settings: ServerSettings, signal: AbortSignal | undefined): Promise<pg.Client> {
  const { host, port, otherHosts = [], targetServer = "any" } = settings;
  let second: pg.Client | null = null;
  let last: unknown = new DatabaseError("unreachable");
  for (const at of [{ host, port }, ...otherHosts]) {
    try {
      const client = await connectOnce(settings, at, signal);
      if (targetServer === "any") return client;
      const isStandby = await inRecovery(client);
      if (isStandby !== (targetServer === "primary")) {
        await second?.end();
        return client;
      }
      if (targetServer === "prefer-standby" && second === null) second = client;
      else await client.end();
    } catch (error) {
      if (signal?.aborted) await second?.end();
      signal?.throwIfAborted();
      last = error;
    }
  }
  if (second) return second;
  throw last;
}

async function inRecovery(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ is: boolean }>("select pg_catalog.pg_is_in_recovery() as is");
  return rows[0]?.is === true;
}

async function connectOnce(
  settings: ServerSettings,
  at: ServerAddress,
  signal: AbortSignal | undefined,
): Promise<pg.Client> {
  let tls = tlsOf(settings.tls);
  let options: string | undefined = READ_ONLY;
  for (;;) {
    try {
      return await open(settings, at, { tls, options }, signal);
    } catch (error) {
      signal?.throwIfAborted();
      if (tls && settings.tls.mode === "prefer" && asDatabaseError(error).fault === "tls") tls = false;
      else if (options !== undefined && isRefusedParameter(error)) options = undefined;
      else throw error;
    }
  }
}

async function open(
  { database, user, password, limits }: ServerSettings,
  { host, port }: ServerAddress,
  { tls, options }: { tls: ConnectionOptions | false; options: string | undefined },
  signal: AbortSignal | undefined,
): Promise<pg.Client> {
  const client = new pg.Client({
    host,
    port,
    database,
    user,
    // A function: without a text the driver would look into the environment.
    password: () => (password === undefined ? "" : Sensitive.reveal(password)),
    // For an address of numbers the driver would have the certificate be for localhost.
    ssl: tls && { ...tls, host },
    application_name: "dataguardian",
    ...(options === undefined ? {} : { options }),
    connectionTimeoutMillis: limits.connectTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
  });
  // A connection that is lost between two queries tells so here; the next query fails with the reason.
  client.on("error", () => {});
  const hangUp = () => cut(client);
  signal?.addEventListener("abort", hangUp, { once: true });
  try {
    await client.connect();
    signal?.throwIfAborted();
    return client;
  } catch (error) {
    cut(client);
    throw error;
  } finally {
    signal?.removeEventListener("abort", hangUp);
  }
}

/** Ends a connection without a word, for one that may not answer any more. */
export function cut(client: pg.Client): void {
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
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

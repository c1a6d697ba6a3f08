import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { connect as connectSocket, isIP, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { type Connection, createConnection, type SslOptions } from "mysql2";
import { Sensitive } from "../../../detection/sensitive.ts";
import { DatabaseError } from "../reader.ts";
import type { DatabaseTls, ServerSettings } from "../settings.ts";
import { asDatabaseError, isUnknownSetting } from "./mysql-errors.ts";

const MAX_TRIES = 6;
const FIRST_PAUSE_MS = 250;
/** A server that is silent for so long is asked whether it is still there, so that a dead line is no read without end. */
const KEEP_ALIVE_MS = 10_000;
const FAREWELL_MS = 1_000;
/** For how long the server waits while we work on what it has sent, and for the next statement. */
const PATIENCE_SECONDS = 600;

/** One session of a server. */
export interface MysqlConnection {
  driver: Connection;
  /** As the server counts them, for `KILL QUERY`. */
  id: string;
  isMariaDb: boolean;
  /** For small answers: rows as arrays of text. Throws what the driver throws. */
  rows(sql: string): Promise<(string | null)[][]>;
  /** The server has hung up, as it does on one that was idle for too long. */
  readonly isGone: boolean;
  /** Over the wire so far. */
  readonly bytesRead: number;
  /** Takes leave of the server. */
  end(): Promise<void>;
  /** Ends it without a word, for one that may not answer any more. */
  cut(): void;
}

/**
 * A session that cannot write. It waits and tries again while the server has no connection to give. Throws `DatabaseError`, and the
 * signal's reason when it is aborted.
 */
export async function connect(settings: ServerSettings, signal?: AbortSignal): Promise<MysqlConnection> {
  for (let tries = 1; ; tries++) {
    try {
      return await connectOnce(settings, signal);
    } catch (error) {
      signal?.throwIfAborted();
      const { fault } = asDatabaseError(error);
      if (fault !== "too many connections" || tries === MAX_TRIES) throw new DatabaseError(fault);
      // Chance spreads the whole pause, so that jobs that wait together do not come back together.
      await delay(randomInt(FIRST_PAUSE_MS * 2 ** tries), undefined, { signal }).catch(() => {});
      signal?.throwIfAborted();
    }
  }
}

/** The same, once. Throws what the driver throws. */
export async function connectOnce(settings: ServerSettings, signal?: AbortSignal): Promise<MysqlConnection> {
  const tls = tlsOf(settings.tls);
  try {
    return await open(settings, tls, signal);
  } catch (error) {
    const isWithout = tls && settings.tls.mode === "prefer" && asDatabaseError(error).fault === "tls";
    if (!isWithout || signal?.aborted) throw error;
    return open(settings, undefined, signal);
  }
}

async function open(
  settings: ServerSettings,
  ssl: SslOptions | undefined,
  signal: AbortSignal | undefined,
): Promise<MysqlConnection> {
  const { host, port, database, user, password, limits } = settings;
  const socket = socketTo(host, port);
  const driver = createConnection({
    host,
    port,
    user,
    ...(password === undefined ? {} : { password: Sensitive.reveal(password) }),
    ...(database === "" ? {} : { database }),
    ...(ssl === undefined ? {} : { ssl }),
    stream: () => socket,
    connectTimeout: limits.connectTimeoutMs,
    connectAttributes: { program_name: "dataguardian" },
    charset: "utf8mb4_general_ci",
    rowsAsArray: true,
    jsonStrings: true,
    dateStrings: true,
    // A server that asks for a file of ours gets none: we do not say that we could send one, and nothing here reads one.
    flags: ["-LOCAL_FILES"],
    multipleStatements: false,
  });
  // A connection that is lost between two queries tells so here; the next query fails with the reason.
  driver.on("error", () => {});
  const cut = () => socket.destroy();
  signal?.addEventListener("abort", cut, { once: true });
  try {
    await new Promise<void>((resolve, reject) =>
      driver.connect((error) => (error ? reject(error) : resolve())),
    );
    const rows = (sql: string) => rowsOf(driver, sql);
    const [facts] = await prepare(rows, settings);
    signal?.throwIfAborted();
    return {
      driver,
      id: String(Number(facts?.[0])),
      isMariaDb: facts?.[1] === "1",
      rows,
      get isGone() {
        return socket.destroyed;
      },
      get bytesRead() {
        return socket.bytesRead;
      },
      end: () => end(driver, socket),
      cut,
    };
  } catch (error) {
    cut();
    throw error;
  } finally {
    signal?.removeEventListener("abort", cut);
  }
}

/**
 * Makes the session one that cannot write and that waits for nothing too long. Whatever the server's own defaults are: text is UTF-8, a
 * backslash is a character, times are UTC, and no limit cuts a result short unsaid.
 */
async function prepare(
  rows: MysqlConnection["rows"],
  { limits }: ServerSettings,
): Promise<(string | null)[][]> {
  await rows("set session transaction isolation level read committed, read only");
  const lockSeconds = Math.max(1, Math.ceil(limits.lockTimeoutMs / 1_000));
  await rows("set names utf8mb4");
  await rows(
    `set session sql_mode = 'NO_BACKSLASH_ESCAPES', time_zone = '+00:00', lock_wait_timeout = ${lockSeconds},
       sql_select_limit = 18446744073709551615, sql_big_selects = 1, net_write_timeout = ${PATIENCE_SECONDS}, wait_timeout = ${PATIENCE_SECONDS}`,
  );
  const facts = await rows("select connection_id(), if(version() like '%mariadb%', '1', '0')");
  await ifKnown(rows, `innodb_lock_wait_timeout = ${lockSeconds}`);
  await ifKnown(rows, timeLimit(facts[0]?.[1] === "1", limits.statementTimeoutMs));
  // MySQL 8 keeps figures about tables for a day, and would write down those that it has looked up.
  await ifKnown(rows, "information_schema_stats_expiry = 0");
  return facts;
}

/** How long a statement may take; 0 for as long as it takes. */
export const timeLimit = (isMariaDb: boolean, ms: number): string =>
  isMariaDb ? `max_statement_time = ${ms / 1_000}` : `max_execution_time = ${Math.round(ms)}`;

/** Makes a setting where the server has it. */
export async function ifKnown(rows: MysqlConnection["rows"], setting: string): Promise<void> {
  try {
    await rows(`set session ${setting}`);
  } catch (error) {
    if (!isUnknownSetting(error)) throw error;
  }
}

function rowsOf(driver: Connection, sql: string): Promise<(string | null)[][]> {
  return new Promise((resolve, reject) =>
    driver.query({ sql, rowsAsArray: true, typeCast: (field) => field.string("utf8") }, (error, rows) =>
      error ? reject(error) : resolve(Array.isArray(rows) ? (rows as unknown as string[][]) : []),
    ),
  );
}

function end(driver: Connection, socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    // A server that is gone answers no farewell.
    const late = setTimeout(() => socket.destroy(), FAREWELL_MS);
    socket.once("close", () => {
      clearTimeout(late);
      resolve();
    });
    if (socket.destroyed) socket.emit("close");
    else driver.end();
  });
}

function socketTo(host: string, port: number): Socket {
  const socket = connectSocket({
    host,
    port,
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: KEEP_ALIVE_MS,
  });
  // TLS takes the name that a certificate must be for from here. The driver leaves addresses of numbers out, and they would have to
  // be for localhost.
  if (isIP(host) !== 0) Object.assign(socket, { _host: host });
  return socket;
}

function tlsOf({ mode, caFile, certFile, keyFile }: DatabaseTls): SslOptions | undefined {
  if (mode === "disable") return undefined;
  return {
    ...(caFile === undefined ? {} : { ca: pem(caFile) }),
    ...(certFile === undefined ? {} : { cert: pem(certFile) }),
    ...(keyFile === undefined ? {} : { key: pem(keyFile) }),
    rejectUnauthorized: mode === "verify-ca" || mode === "verify-full",
    verifyIdentity: mode === "verify-full",
  };
}

function pem(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new DatabaseError("tls");
  }
}

import { randomBytes } from "node:crypto";
import { DatabaseError } from "../reader.ts";
import type { Value } from "../row-batches.ts";
import { ServerLoad } from "../server-load.ts";
import type { ServerSettings } from "../settings.ts";
import { Turn } from "../turn.ts";
import { connect, connectOnce, ifKnown, type MysqlConnection, timeLimit } from "./connect.ts";
import { asDatabaseError, isAnswer } from "./mysql-errors.ts";
import { rowStream } from "./row-stream.ts";

/** A cancel that has not got through by then is left to the end of our connection, which the server notices when it sends. */
const CANCEL_MS = 1_500;
/** The server keeps its own time for a statement; beyond it and this much more nobody is there. */
const GRACE_MS = 5_000;

interface Statement {
  signal?: AbortSignal;
  /** What the server says against it does not harm the session. */
  isAlone?: boolean;
  /** It may take the time it takes. */
  isPatient?: boolean;
}

/** One connection at a time and the permit for it, through failures and turns. However a statement ends, the next one begins well. */
export class MysqlSession {
  readonly #settings: ServerSettings;
  readonly #turn: Turn;
  readonly #load: ServerLoad;
  /** Stands in each statement, so that a cancel ends that one and no other. */
  readonly #mark = `dataguardian ${randomBytes(8).toString("hex")}`;
  #connection: MysqlConnection | null = null;
  #limitMs = 0;

  constructor(settings: ServerSettings, onWait: () => void) {
    this.#settings = settings;
    this.#turn = new Turn(settings.permits);
    this.#load = new ServerLoad(settings.limits.busySessions, onWait);
  }

  async open(signal?: AbortSignal): Promise<void> {
    try {
      await this.#ready(signal);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Throws `DatabaseError`. */
  async isMariaDb(signal?: AbortSignal): Promise<boolean> {
    return (await this.#ready(signal)).isMariaDb;
  }

  async close(): Promise<void> {
    await this.#leave();
    this.#turn.release();
  }

  /** A small answer, as text. Throws `DatabaseError`, and the signal's reason after the server has been told to stop. */
  async rows(sql: string, { signal }: Pick<Statement, "signal"> = {}): Promise<(string | null)[][]> {
    let answer: (string | null)[][] = [];
    const ask = (connection: MysqlConnection) => once(connection.rows(this.#marked(sql)));
    for await (const rows of this.#run(ask, { signal, isAlone: true })) answer = rows;
    return answer;
  }

  /** Rows as they come, with the bytes that they took. Throws as `rows` does. */
  async *stream(
    sql: string,
    statement: Statement,
  ): AsyncGenerator<{ rows: readonly (readonly Value[])[]; bytes: number }, void, undefined> {
    yield* this.#run((connection) => this.#transaction(connection, sql), statement);
  }

  async *#transaction(
    connection: MysqlConnection,
    sql: string,
  ): AsyncGenerator<{ rows: readonly (readonly Value[])[]; bytes: number }, void, undefined> {
    await connection.rows("start transaction read only");
    let before = connection.bytesRead;
    for await (const rows of rowStream(connection, this.#marked(sql))) {
      yield { rows, bytes: connection.bytesRead - before };
      before = connection.bytesRead;
    }
    await connection.rows("commit");
  }

  async *#run<T>(
    work: (connection: MysqlConnection) => AsyncIterable<T>,
    { signal, isPatient = false, isAlone = false }: Statement,
  ): AsyncGenerator<T, void, undefined> {
    let state: "running" | "whole" | "failed" = "running";
    let stopped: Promise<void> | undefined;
    const stop = () => {
      stopped ??= this.#cancel();
    };
    try {
      const connection = await this.#ready(signal);
      signal?.addEventListener("abort", stop, { once: true });
      await this.#limit(connection, isPatient ? 0 : this.#settings.limits.statementTimeoutMs);
      for await (const part of this.#watched(connection, work(connection), isPatient)) {
        yield part;
        signal?.throwIfAborted();
      }
      state = "whole";
    } catch (error) {
      state = isAlone && isAnswer(error) ? "whole" : "failed";
      signal?.throwIfAborted();
      throw asDatabaseError(error);
    } finally {
      signal?.removeEventListener("abort", stop);
      // Who stops listening half-way leaves a statement that would go on for nobody.
      if (state === "running") stop();
      await stopped;
      // A session that failed, was cancelled or is left half-way is not used again.
      if (state !== "whole") this.#hangUp();
    }
  }

  /** Hangs up when nothing comes for longer than the server would take to give up itself. */
  async *#watched<T>(
    connection: MysqlConnection,
    parts: AsyncIterable<T>,
    isPatient: boolean,
  ): AsyncGenerator<T, void, undefined> {
    const ms = this.#settings.limits.statementTimeoutMs + GRACE_MS;
    let isLate = false;
    let isOurTurn = false;
    const watch = setTimeout(() => {
      // The time that we take for what has come is not the server's.
      if (isOurTurn) return void watch.refresh();
      isLate = true;
      connection.cut();
    }, ms);
    if (isPatient) clearTimeout(watch);
    try {
      for await (const part of parts) {
        isOurTurn = true;
        yield part;
        isOurTurn = false;
        if (!isPatient) watch.refresh();
      }
    } catch (error) {
      throw isLate ? new DatabaseError("timeout") : error;
    } finally {
      clearTimeout(watch);
    }
  }

  async #ready(signal: AbortSignal | undefined): Promise<MysqlConnection> {
    await this.#turn.take(() => this.#leave(), signal);
    signal?.throwIfAborted();
    if (this.#connection === null || this.#connection.isGone) {
      this.#connection = await connect(this.#settings, signal);
      this.#limitMs = this.#settings.limits.statementTimeoutMs;
    }
    const connection = this.#connection;
    await this.#load.whileBusy(() => this.#atWork(connection), signal);
    return connection;
  }

  async #limit(connection: MysqlConnection, ms: number): Promise<void> {
    if (ms === this.#limitMs) return;
    await ifKnown(connection.rows, timeLimit(connection.isMariaDb, ms));
    this.#limitMs = ms;
  }

  /** Without the privilege PROCESS the login sees its own sessions only, and a server is never busy. */
  async #atWork(connection: MysqlConnection): Promise<number> {
    const [row] = await connection.rows(
      `select count(*) from information_schema.processlist where command not in ('Sleep', 'Daemon', 'Binlog Dump', 'Binlog Dump GTID')
          and id <> connection_id() and coalesce(info, '') not like '/* dataguardian %'`,
    );
    return Number(row?.[0] ?? 0);
  }

  async #leave(): Promise<void> {
    const connection = this.#connection;
    this.#connection = null;
    await connection?.end();
  }

  #hangUp(): void {
    this.#connection?.cut();
    this.#connection = null;
  }

  #marked(sql: string): string {
    return `/* ${this.#mark} */ ${sql}`;
  }

  /** Ends the statement on the server, which would go on without anyone to read its rows; then our end of the connection. */
  async #cancel(): Promise<void> {
    const connection = this.#connection;
    if (connection === null) return;
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), CANCEL_MS);
    await this.#kill(connection.id, late.signal).catch(() => {});
    clearTimeout(timer);
    connection.cut();
  }

  /** Over a second connection: the first one is taken. Behind a balancer it may reach another server, which knows no such statement. */
  async #kill(id: string, signal: AbortSignal): Promise<void> {
    const { permits: _, ...settings } = this.#settings;
    const limits = { ...settings.limits, connectTimeoutMs: CANCEL_MS };
    const second = await connectOnce({ ...settings, database: "", limits }, signal);
    const cut = () => second.cut();
    signal.addEventListener("abort", cut, { once: true });
    try {
      const found = await second.rows(
        `select id from information_schema.processlist where id = ${id} and info like '%${this.#mark}%' and id <> connection_id()`,
      );
      if (found.length > 0) await second.rows(`kill query ${id}`);
    } finally {
      signal.removeEventListener("abort", cut);
      second.cut();
    }
  }
}

async function* once<T>(value: Promise<T>): AsyncGenerator<T, void, undefined> {
  yield await value;
}

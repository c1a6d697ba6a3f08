import type pg from "pg";
import { ServerLoad } from "../server-load.ts";
import type { ServerSettings } from "../settings.ts";
import { Turn } from "../turn.ts";
import { sendCancel } from "./cancel.ts";
import { connect, cut } from "./connect.ts";
import { asDatabaseError } from "./postgres-errors.ts";
import { Silence } from "./silence.ts";
import { beginOf } from "./transaction.ts";

/** A server that is gone answers no farewell. */
const FAREWELL_MS = 5_000;

export interface Wishes {
  signal?: AbortSignal | undefined;
  /** The statement may take the time it takes. */
  isPatient?: boolean;
  /** To run before anything else. */
  first?: string;
}

export interface Transaction {
  client: pg.Client;
  silence: Silence;
  commit(): Promise<void>;
  /** Always to be called. Without a commit before it, the connection is given up. */
  end(): Promise<void>;
}

/** One connection at a time and the permit for it, through failures and turns. However a transaction ends, the next one begins well. */
export class PostgresSession {
  readonly #settings: ServerSettings;
  readonly #turn: Turn;
  readonly #load: ServerLoad;
  #client: pg.Client | null = null;

  constructor(settings: ServerSettings, onWait: () => void) {
    this.#settings = settings;
    this.#turn = new Turn(settings.permits);
    this.#load = new ServerLoad(settings.limits.busySessions, onWait);
  }

  /** Connections of the source that share what it may take. */
  get sharers(): number {
    return this.#turn.sharers;
  }

  async open(signal?: AbortSignal): Promise<void> {
    try {
      await this.#ready(signal);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#hangUp();
    this.#turn.release();
  }

  /** Throws `DatabaseError`, and the signal's reason after the server has been told to stop. */
  async transact<T>(work: (client: pg.Client) => Promise<T>, wishes: Wishes = {}): Promise<T> {
    let transaction: Transaction | undefined;
    try {
      transaction = await this.begin(wishes);
      const result = await work(transaction.client);
      await transaction.commit();
      return result;
    } catch (error) {
      wishes.signal?.throwIfAborted();
      throw asDatabaseError(error);
    } finally {
      await transaction?.end();
    }
  }

  /** A read-only transaction that the signal ends on the server, too. Errors are the driver's. */
  async begin(wishes: Wishes): Promise<Transaction> {
    const { signal, isPatient = false, first = "" } = wishes;
    const wasIdle = this.#client !== null;
    const client = await this.#ready(signal);
    const { limits } = this.#settings;
    let isWhole = false;
    let cancelled: Promise<void> | undefined;
    const cancel = () => {
      cancelled = this.#cancel(client);
    };
    signal?.addEventListener("abort", cancel, { once: true });
    const watched = (maxMs: number) =>
      new Silence(maxMs, { onSilent: () => void this.#cancel(client), onDead: () => cut(client) });
    // Before anything comes, a lock may have to be waited for.
    let silence = watched(limits.statementTimeoutMs + limits.lockTimeoutMs);
    const end = async () => {
      silence.end();
      signal?.removeEventListener("abort", cancel);
      await cancelled;
      if (!isWhole) await this.#hangUp();
    };
    try {
      await client.query(`${beginOf(limits, isPatient)};${first}`);
      silence.end();
      silence = watched(limits.statementTimeoutMs);
    } catch (error) {
      await end();
      // A server may close what is idle, as it is while files are looked at.
      const isLost = wasIdle && asDatabaseError(error).fault === "connection lost";
      if (isLost && !signal?.aborted) return this.begin(wishes);
      throw error;
    }
    const commit = async () => {
      await client.query("commit");
      isWhole = true;
    };
    return { client, silence, commit, end };
  }

  async #ready(signal: AbortSignal | undefined): Promise<pg.Client> {
    await this.#turn.take(() => this.#hangUp(), signal);
    this.#client ??= await connect(this.#settings, signal);
    const client = this.#client;
    await this.#load.whileBusy(() => this.#atWork(client), signal);
    return client;
  }

  /** Without the role pg_read_all_stats the login sees its own sessions only, and a server is never busy. */
  async #atWork(client: pg.Client): Promise<number> {
    await client.query(beginOf(this.#settings.limits));
    const { rows } = await client.query<{ busy: number }>(
      `select count(*)::int as busy from pg_stat_activity
        where state = 'active' and pid <> pg_backend_pid() and backend_type = 'client backend'
          and application_name <> 'dataguardian'`,
    );
    await client.query("commit");
    return rows[0]?.busy ?? 0;
  }

  async #hangUp(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    if (client === null) return;
    const late = setTimeout(() => cut(client), FAREWELL_MS);
    await client.end().catch(() => {});
    clearTimeout(late);
  }

  /** Ends the statement on the server, which would go on without anyone to read its rows. */
  async #cancel(client: pg.Client): Promise<void> {
    const { processID, secretKey, host, port } = client as unknown as Parameters<typeof sendCancel>[0];
    await sendCancel({ host, port, processID, secretKey });
  }
}

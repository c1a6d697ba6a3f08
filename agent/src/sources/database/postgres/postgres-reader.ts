import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import {
  DatabaseError,
  type DatabaseReader,
  type ReadPlan,
  type RowBatch,
  type SessionFacts,
  type TableInfo,
} from "../reader.ts";
import type { ServerSettings } from "../settings.ts";
import { tablesOf } from "./catalogue.ts";
import { connect } from "./connect.ts";
import { sendCancel } from "./cancel.ts";
import { CopyBatches } from "./copy-batches.ts";
import { asDatabaseError } from "./postgres-errors.ts";
import { BLOCK_ROWS, blockQuery, orderedBy, rowQuery } from "./row-query.ts";

/** Reads a PostgreSQL database over one connection. */
export class PostgresReader implements DatabaseReader {
  readonly #settings: ServerSettings;
  #client: pg.Client;
  #isUsable = true;
  cut = 0;

  private constructor(settings: ServerSettings, client: pg.Client) {
    this.#settings = settings;
    this.#client = client;
  }

  static async open(settings: ServerSettings): Promise<PostgresReader> {
    return new PostgresReader(settings, await connect(settings));
  }

  async facts(): Promise<SessionFacts> {
    const [row] = await this.#rows<{
      version: string;
      tls: boolean | null;
      is_superuser: boolean;
      can_write: boolean;
      is_replica: boolean;
    }>(
      `select current_setting('server_version') as version, pg_is_in_recovery() as is_replica,
              (select ssl from pg_stat_ssl where pid = pg_backend_pid()) as tls,
              (select rolsuper from pg_roles where rolname = current_user) as is_superuser,
              exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                  and n.nspname !~ '^pg_(toast|temp)' and has_table_privilege(c.oid, 'insert, update, delete, truncate')) as can_write`,
    );
    if (!row) throw new DatabaseError("failed");
    return {
      product: "PostgreSQL",
      version: row.version,
      tls: row.tls ?? false,
      isSuperuser: row.is_superuser,
      canWrite: row.can_write,
      isReplica: row.is_replica,
    };
  }

  async *tables(signal: AbortSignal): AsyncIterable<TableInfo> {
    try {
      for await (const table of tablesOf(() => this.#session())) {
        signal.throwIfAborted();
        yield table;
      }
    } catch (error) {
      signal.throwIfAborted();
      throw asDatabaseError(error);
    }
  }

  async *read(plan: ReadPlan): AsyncIterable<RowBatch> {
    const { table, columns, part, maxValueChars, signal } = plan;
    signal.throwIfAborted();
    const binary = new Set(table.columns.filter(({ nature }) => nature === "binary").map(({ name }) => name));
    const by = part.rows === "all" ? orderedBy(table) : [];
    const isBinary = columns.map((name) => binary.has(name));
    const batches = new CopyBatches(isBinary, maxValueChars, by.length > 0);
    try {
      if (by.length === 0) yield* this.#copy(rowQuery(plan, binary), batches, signal, takesItsTime(plan));
      else {
        let after = (part.rows === "all" && part.after) || null;
        for (let read = BLOCK_ROWS; read >= BLOCK_ROWS;) {
          const before = batches.rowsRead;
          yield* this.#copy(blockQuery(plan, binary, by, after), batches, signal, takesItsTime(plan));
          read = batches.rowsRead - before;
          after = batches.position();
        }
      }
      yield* batches.end();
    } finally {
      this.cut += batches.cut;
    }
  }

  async close(): Promise<void> {
    await this.#client.end().catch(() => {});
  }

  /** One statement. However it ends, the next one finds a session that answers. */
  async *#copy(
    select: string,
    batches: CopyBatches,
    signal: AbortSignal,
    isPatient: boolean,
  ): AsyncGenerator<RowBatch, void, undefined> {
    let cancelled: Promise<void> | undefined;
    const cancel = () => {
      cancelled = this.#cancel();
    };
    let isWhole = false;
    try {
      const client = await this.#session();
      signal.throwIfAborted();
      signal.addEventListener("abort", cancel, { once: true });
      if (isPatient) await client.query("set statement_timeout = 0");
      for await (const bytes of client.query(copyTo(`copy (${select}) to stdout`))) {
        yield* batches.add(bytes as Uint8Array);
        signal.throwIfAborted();
      }
      if (isPatient)
        await client.query(`set statement_timeout = ${this.#settings.limits.statementTimeoutMs}`);
      isWhole = true;
    } catch (error) {
      signal.throwIfAborted();
      throw asDatabaseError(error);
    } finally {
      signal.removeEventListener("abort", cancel);
      await cancelled;
      // A session that failed, was cancelled or is left half-way is not used again.
      if (!isWhole) this.#isUsable = false;
    }
  }

  async #rows<R extends pg.QueryResultRow>(sql: string): Promise<R[]> {
    try {
      return (await (await this.#session()).query<R>(sql)).rows;
    } catch (error) {
      throw asDatabaseError(error);
    }
  }

  /** Ends the statement on the server, which would go on without anyone to read its rows. */
  #cancel(): Promise<void> {
    const { processID, secretKey } = this.#client as unknown as { processID: number; secretKey: number };
    const { host, port } = this.#settings;
    return sendCancel({ host, port, processID, secretKey });
  }

  /** The connection, or a new one after a failure. Throws `DatabaseError`. */
  async #session(): Promise<pg.Client> {
    if (this.#isUsable) return this.#client;
    await this.close();
    this.#client = await connect(this.#settings);
    this.#isUsable = true;
    return this.#client;
  }
}

/** A table that is read from end to end in one statement takes the time it takes; a view may have no end. */
const takesItsTime = ({ table, part }: ReadPlan) =>
  part.rows === "all" && (table.kind === "table" || table.kind === "materialised view");

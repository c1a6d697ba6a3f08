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
import { CopyBatches } from "./copy-batches.ts";
import { asDatabaseError } from "./postgres-errors.ts";
import { PostgresSession, type Transaction, type Wishes } from "./postgres-session.ts";
import { blockQuery, blockRows, lockQuery, orderedBy, rowQuery } from "./row-query.ts";

/** Reads a PostgreSQL database over one connection. */
export class PostgresReader implements DatabaseReader {
  readonly #settings: ServerSettings;
  readonly #session: PostgresSession;
  cut = 0;

  private constructor(settings: ServerSettings, session: PostgresSession) {
    this.#settings = settings;
    this.#session = session;
  }

  static async open(
    settings: ServerSettings,
    signal?: AbortSignal,
    onWait: () => void = () => {},
  ): Promise<PostgresReader> {
    const session = new PostgresSession(settings, onWait);
    await session.open(signal);
    return new PostgresReader(settings, session);
  }

  /** Connections of the source that share what it may take. */
  get sharers(): number {
    return this.#session.sharers;
  }

  async facts(): Promise<SessionFacts> {
    const [row] = await this.#session.transact(
      async (client) =>
        (
          await client.query<{
            version: string;
            tls: boolean | null;
            is_superuser: boolean;
            can_write: boolean;
            is_replica: boolean;
            sees_load: boolean;
            tables: number;
            readable: number;
          }>(
            `select current_setting('server_version') as version, pg_is_in_recovery() as is_replica,
              (select ssl from pg_stat_ssl where pid = pg_backend_pid()) as tls,
              (select rolsuper from pg_roles where rolname = current_user) as is_superuser,
              pg_has_role(current_user, 'pg_read_all_stats', 'usage') as sees_load, t.*
            from (select count(*)::int as tables,
              count(*) filter (where has_schema_privilege(n.oid, 'usage') and has_any_column_privilege(c.oid, 'select'))::int as readable,
              coalesce(bool_or(has_table_privilege(c.oid, 'insert, update, delete, truncate')), false) as can_write
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
               where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema')
                 and n.nspname !~ '^pg_(toast|temp)') t`,
          )
        ).rows,
    );
    if (!row) throw new DatabaseError("failed");
    return {
      product: "PostgreSQL",
      version: row.version,
      tls: row.tls ?? false,
      isSuperuser: row.is_superuser,
      canWrite: row.can_write,
      isReplica: row.is_replica,
      tables: { readable: row.readable, all: row.tables },
      seesLoad: row.sees_load,
    };
  }

  async *tables(signal: AbortSignal): AsyncIterable<TableInfo> {
    for await (const table of tablesOf((work) => this.#session.transact(work, { signal }))) {
      signal.throwIfAborted();
      yield table;
    }
  }

  async *read(plan: ReadPlan): AsyncIterable<RowBatch> {
    const { table, columns, part, maxValueChars, signal } = plan;
    signal.throwIfAborted();
    const binary = new Set(table.columns.filter(({ nature }) => nature === "binary").map(({ name }) => name));
    const by = part.rows === "all" ? orderedBy(table) : [];
    const isBinary = columns.map((name) => binary.has(name));
    const batches = new CopyBatches(isBinary, maxValueChars, by.length > 0);
    const wishes = { signal, isPatient: takesItsTime(plan), first: lockQuery(table) };
    try {
      if (by.length === 0) yield* this.#copy(rowQuery(plan, binary), batches, wishes);
      else {
        let after = (part.rows === "all" && part.after) || null;
        const most = blockRows(this.#settings.limits.rowsPerSecond);
        for (let read = most; read >= most;) {
          const before = batches.rowsRead;
          yield* this.#copy(blockQuery(plan, binary, by, after, most), batches, wishes);
          yield* batches.end();
          read = batches.rowsRead - before;
          after = batches.position();
        }
      }
      yield* batches.end();
    } finally {
      this.cut += batches.cut;
    }
  }

  close(): Promise<void> {
    return this.#session.close();
  }

  /** One statement. */
  async *#copy(
    select: string,
    batches: CopyBatches,
    wishes: Wishes & { signal: AbortSignal },
  ): AsyncGenerator<RowBatch, void, undefined> {
    const { signal } = wishes;
    let transaction: Transaction | undefined;
    try {
      transaction = await this.#session.begin(wishes);
      const { client, silence } = transaction;
      for await (const bytes of client.query(copyTo(`copy (${select}) to stdout`))) {
        silence.rest();
        yield* batches.add(bytes as Uint8Array);
        silence.heard();
        signal.throwIfAborted();
      }
      await transaction.commit();
    } catch (error) {
      signal.throwIfAborted();
      throw asDatabaseError(error);
    } finally {
      await transaction?.end();
    }
  }
}

/**
 * What is done with the rows takes time too, which the server would count: reading a table ends by the server's silence alone. A view
 * may go on for ever without being silent.
 */
const takesItsTime = ({ table }: ReadPlan) => table.kind === "table" || table.kind === "materialised view";

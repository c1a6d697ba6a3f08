import { readFileSync } from "node:fs";
import type { config as Config, ConnectionPool } from "mssql";
import { Sensitive } from "../../../detection/sensitive.ts";
import { loadDriver } from "../load-driver.ts";
import {
  DatabaseError,
  type DatabaseReader,
  type ReadPlan,
  type RowBatch,
  type SessionFacts,
  type TableInfo,
} from "../reader.ts";
import { RowBatches, type Value } from "../row-batches.ts";
import type { DatabaseLimits, DatabaseSettings, ServerSettings } from "../settings.ts";
import { tablesOf } from "./catalogue.ts";
import { asDatabaseError, isRefusal } from "./mssql-errors.ts";
import { rowQuery } from "./row-query.ts";

/** A server that does not say within this time that it has stopped is left. */
const CANCEL_MS = 1_500;

/** Opens a database of a Microsoft SQL Server for reading. Throws `DatabaseError`. */
export async function openMssql(settings: DatabaseSettings): Promise<DatabaseReader> {
  if (settings.product !== "mssql") throw new DatabaseError("failed");
  const driver = (await loadDriver("mssql", () => import("mssql"))).default;
  const open = async (encrypt: boolean) => {
    // Of a refused login the driver passes on the words alone.
    let refusal: unknown;
    const config: Config = {
      ...configOf(settings, encrypt),
      beforeConnect: (connection) =>
        connection.on("errorMessage", (message: unknown) => (refusal ??= message)),
    };
    try {
      return new MssqlReader(await new driver.ConnectionPool(config).connect(), settings.limits, encrypt);
    } catch (error) {
      const { fault } = asDatabaseError(isRefusal(refusal) ? refusal : error);
      // Before the login nothing has been asked that could take too long.
      throw new DatabaseError(fault === "timeout" ? "unreachable" : fault);
    }
  };
  try {
    return await open(settings.tls.mode !== "disable");
  } catch (error) {
    if (settings.tls.mode !== "prefer" || asDatabaseError(error).fault !== "tls") throw error;
    return open(false);
  }
}

/** What the driver is told. SQL Server has no sessions that cannot write: an intent leads to a copy that is read-only, where there is one. */
export function configOf(settings: ServerSettings, encrypt: boolean): Config {
  const { host, port, database, user, password, tls, limits } = settings;
  // It knows a login by password alone, and no client's certificate.
  if (tls.certFile !== undefined || tls.keyFile !== undefined) throw new DatabaseError("tls");
  return {
    server: host,
    port,
    database,
    user,
    ...(password === undefined ? {} : { password: Sensitive.reveal(password) }),
    connectionTimeout: limits.connectTimeoutMs,
    requestTimeout: limits.statementTimeoutMs,
    pool: { max: 1, min: 0 },
    options: {
      encrypt,
      trustServerCertificate: tls.mode !== "verify-ca" && tls.mode !== "verify-full",
      ...(tls.caFile === undefined ? {} : { cryptoCredentialsDetails: { ca: pem(tls.caFile) } }),
      cancelTimeout: CANCEL_MS,
      readOnlyIntent: true,
      appName: "dataguardian",
    },
  };
}

function pem(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new DatabaseError("tls");
  }
}

class MssqlReader implements DatabaseReader {
  readonly #pool: ConnectionPool;
  readonly #limits: DatabaseLimits;
  readonly #isEncrypted: boolean;
  cut = 0;

  constructor(pool: ConnectionPool, limits: DatabaseLimits, isEncrypted: boolean) {
    this.#pool = pool;
    this.#limits = limits;
    this.#isEncrypted = isEncrypted;
    // A connection that is lost between two requests tells so here; the next one fails with the reason.
    pool.on("error", () => {});
  }

  async facts(): Promise<SessionFacts> {
    const [row] = await this.#ask<{
      version: string;
      isAdmin: number | null;
      canWrite: number | null;
      mode: string;
    }>(
      `select convert(nvarchar(60), serverproperty('ProductVersion')) as version, is_srvrolemember('sysadmin') as isAdmin,
              case when exists (select 1 from sys.tables t where 1 in (
                has_perms_by_name(quotename(schema_name(t.schema_id)) + '.' + quotename(t.name), 'OBJECT', 'INSERT'),
                has_perms_by_name(quotename(schema_name(t.schema_id)) + '.' + quotename(t.name), 'OBJECT', 'UPDATE'),
                has_perms_by_name(quotename(schema_name(t.schema_id)) + '.' + quotename(t.name), 'OBJECT', 'DELETE'))) then 1 else 0 end as canWrite,
              convert(nvarchar(20), databasepropertyex(db_name(), 'Updateability')) as mode`,
    );
    if (!row) throw new DatabaseError("failed");
    return {
      product: "Microsoft SQL Server",
      version: row.version,
      tls: this.#isEncrypted,
      isSuperuser: row.isAdmin === null ? null : row.isAdmin === 1,
      canWrite: row.canWrite === 1,
      isReplica: row.mode === "READ_ONLY",
    };
  }

  async *tables(signal: AbortSignal): AsyncIterable<TableInfo> {
    for await (const table of tablesOf((sql) => this.#ask(sql))) {
      signal.throwIfAborted();
      yield table;
    }
  }

  async *read(plan: ReadPlan): AsyncIterable<RowBatch> {
    const { table, columns, maxValueChars, signal, part } = plan;
    signal.throwIfAborted();
    const sql = rowQuery(plan);
    if (sql === null) return;
    const binary = new Set(table.columns.filter(({ nature }) => nature === "binary").map(({ name }) => name));
    const batches = new RowBatches(
      columns.map((name) => binary.has(name)),
      maxValueChars,
    );
    // A table that is read from end to end takes the time it takes; a view may have no end.
    const isPatient = part.rows === "all" && table.kind === "table";
    const request = this.#pool.request();
    request.arrayRowMode = true;
    if (isPatient) Object.assign(request, { overrides: { requestTimeout: 0 } });
    const stop = () => request.cancel();
    signal.addEventListener("abort", stop, { once: true });
    let bytes = 0;
    try {
      const rows = request.toReadableStream({ highWaterMark: 256 }) as AsyncIterable<Value[]>;
      // What goes wrong is told by the stream.
      request.query(`${this.#before} ${sql}`).catch(() => {});
      for await (const row of rows) {
        bytes += row.reduce((sum, value) => sum + (value?.length ?? 0), 0);
        batches.add(row);
        if (!batches.isFull) continue;
        yield batches.finish(bytes);
        bytes = 0;
        signal.throwIfAborted();
      }
      if (!batches.isEmpty) yield batches.finish(bytes);
    } catch (error) {
      signal.throwIfAborted();
      throw asDatabaseError(error);
    } finally {
      signal.removeEventListener("abort", stop);
      request.cancel();
      this.cut += batches.cut;
    }
  }

  async close(): Promise<void> {
    await this.#pool.close().catch(() => {});
  }

  async #ask<Row>(sql: string): Promise<Row[]> {
    try {
      return (await this.#pool.request().query<Row>(`${this.#before} ${sql}`)).recordset ?? [];
    } catch (error) {
      throw asDatabaseError(error);
    }
  }

  /** Stands before each statement: whoever waits for a lock waits briefly, and in a deadlock it is us who give way. */
  get #before(): string {
    return `set nocount on; set lock_timeout ${Math.round(this.#limits.lockTimeoutMs)}; set deadlock_priority low;
      set transaction isolation level read committed;`;
  }
}

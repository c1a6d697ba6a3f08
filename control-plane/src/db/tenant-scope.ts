/**
 * The only way from a service to D1. Every read and change it makes names the tenant, and every change goes through
 * `commit`, which writes the audit row in the same batch (one transaction).
 */
import { and, type Column, eq, getTableColumns, type GetColumnData, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { SQLiteColumn, SQLiteTable, SQLiteUpdateSetSource } from "drizzle-orm/sqlite-core";
import { createId } from "@dataguardian/shared/domain";
import { type Actor, actorName } from "../auth/actor.ts";
import type { Deps } from "../deps.ts";
import { memberNames, readNames } from "./directory.ts";
import type { Database } from "./open.ts";
import { auditLog } from "./schema/index.ts";

export type TenantTable = SQLiteTable & { tenantId: SQLiteColumn };
type NewRow<T extends TenantTable> = Omit<T["$inferInsert"], "tenantId">;
type Columns = Record<string, SQLiteColumn | SQL>;
type Picked<C extends Columns> = {
  [K in keyof C]: C[K] extends SQLiteColumn ? GetColumnData<C[K]> : C[K] extends SQL<infer V> ? V : never;
};

export interface Query {
  where?: SQL | undefined;
  groupBy?: SQLiteColumn[];
  orderBy?: (SQLiteColumn | SQL)[];
  limit?: number;
}

/** A change that has not been made yet: hand it to `commit`. */
export type Change = BatchItem<"sqlite">;

export class TenantScope {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly #db: Database;
  readonly #deps: Deps;
  /** Where the tenant's people are. */
  readonly #home: Database;

  constructor(db: Database, actor: Actor, deps: Deps, home: Database) {
    this.#db = db;
    this.#home = home;
    this.#deps = deps;
    this.actor = actor;
    this.tenantId = actor.tenantId;
  }

  rows<T extends TenantTable>(table: T, query: Query = {}): Promise<T["$inferSelect"][]> {
    const columns = getTableColumns(table as TenantTable) as Columns;
    return this.pick(table, columns, query) as Promise<T["$inferSelect"][]>;
  }

  async row<T extends TenantTable>(table: T, where: SQL | undefined): Promise<T["$inferSelect"] | null> {
    return (await this.rows(table, { where, limit: 1 }))[0] ?? null;
  }

  async pick<C extends Columns>(table: TenantTable, columns: C, query: Query = {}): Promise<Picked<C>[]> {
    const select = this.#db
      .select(columns as Columns)
      .from(table)
      .where(this.#own(table, query.where))
      .$dynamic();
    if (query.groupBy !== undefined) select.groupBy(...query.groupBy);
    if (query.orderBy !== undefined) select.orderBy(...query.orderBy);
    if (query.limit !== undefined) select.limit(query.limit);
    return (await select) as Picked<C>[];
  }

  insert<T extends TenantTable>(table: T, row: NewRow<T>): Change {
    return this.#db.insert(table as TenantTable).values({ ...row, tenantId: this.tenantId });
  }

  /** Any number of rows in one statement: they travel as one JSON value, since D1 binds 100 parameters at most. */
  insertMany<T extends TenantTable>(table: T, rows: readonly NewRow<T>[]): Change {
    const columns = Object.entries(getTableColumns(table as TenantTable));
    const json = rows.map((row) => {
      const full: Record<string, unknown> = { ...row, tenantId: this.tenantId };
      return columns.map(([name, column]) => driverValue(column, full[name]));
    });
    const values = columns.map((_, index) => sql.raw(`value ->> '$[${index}]'`));
    return this.#db
      .insert(table as TenantTable)
      .select(sql`select ${sql.join(values, sql`, `)} from json_each(${JSON.stringify(json)}) where true`);
  }

  update<T extends TenantTable>(table: T, set: SQLiteUpdateSetSource<T>, where: SQL | undefined): Change {
    return this.#db
      .update(table as TenantTable)
      .set(set as SQLiteUpdateSetSource<TenantTable>)
      .where(this.#own(table, where));
  }

  remove(table: TenantTable, where: SQL | undefined): Change {
    return this.#db.delete(table).where(this.#own(table, where));
  }

  /** One row for the tenant, as `queue_settings` has: made or replaced. The table's key must be the tenant. */
  put<T extends TenantTable>(table: T, row: NewRow<T>): Change {
    const own = { ...row, tenantId: this.tenantId };
    return this.#db
      .insert(table as TenantTable)
      .values(own)
      .onConflictDoUpdate({ target: table.tenantId, set: row as SQLiteUpdateSetSource<TenantTable> });
  }

  /** Names of the tenant's people by user id. */
  memberNames(): Promise<Map<string, string>> {
    return memberNames(this.#home, this.tenantId);
  }

  /** The tenant and, when a person is acting, that person. */
  names() {
    return readNames(this.#home, this.tenantId, this.actor.kind === "user" ? this.actor.id : null);
  }

  /** Makes the changes and writes the audit row, all or nothing. Returns how many rows each change touched. */
  async commit(event: { action: string; subject: string }, changes: readonly Change[]): Promise<number[]> {
    const now = this.#deps.now();
    const id = createId("audit", now, this.#deps.random);
    const audit = this.insert(auditLog, { id, at: now, actor: actorName(this.actor), ...event });
    const replies = await this.#db.batch([audit, ...changes]);
    return replies.slice(1).map((reply) => (reply as D1Result).meta.changes);
  }

  #own(table: TenantTable, where: SQL | undefined): SQL | undefined {
    return and(eq(table.tenantId, this.tenantId), where);
  }
}

/** `id in (…)` for any number of ids. */
export function among(column: Column, ids: readonly string[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;
}

function driverValue(column: SQLiteColumn, value: unknown): unknown {
  return value === undefined || value === null ? null : column.mapToDriverValue(value);
}

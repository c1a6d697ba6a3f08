/**
 * The only way from a service to D1. Every read and change it makes names the tenant, and every change goes through
 * `commit`, which writes the audit row in the same batch (one transaction).
 */
import {
  and,
  type Column,
  eq,
  getTableColumns,
  type GetColumnData,
  type SQL,
  sql,
  type SQLWrapper,
} from "drizzle-orm";
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
  join?: { table: SQLiteTable; on: SQL };
  where?: SQL | undefined;
  groupBy?: SQLiteColumn[];
  orderBy?: (SQLiteColumn | SQL)[];
  limit?: number;
}

/** A read that has not been made yet. `rows` is for the types alone. */
export interface Reading<T> extends SQLWrapper, PromiseLike<T[]> {
  readonly rows?: T[];
}
type Rows<R extends readonly Reading<unknown>[]> = {
  -readonly [I in keyof R]: R[I] extends Reading<infer T> ? T[] : never;
};

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
    return (await this.reading(table, columns, query)) as Picked<C>[];
  }

  /** A read that has not been made yet: hand several to `together`, or use one as the `among` of another. */
  reading<C extends Columns>(table: TenantTable, columns: C, query: Query = {}): Reading<Picked<C>> {
    const select = this.#db
      .select(columns as Columns)
      .from(table)
      .where(this.#own(table, query.where))
      .$dynamic();
    if (query.join !== undefined) select.innerJoin(query.join.table, query.join.on);
    if (query.groupBy !== undefined) select.groupBy(...query.groupBy);
    if (query.orderBy !== undefined) select.orderBy(...query.orderBy);
    if (query.limit !== undefined) select.limit(query.limit);
    return select as unknown as Reading<Picked<C>>;
  }

  /** `reading` of whole rows. */
  readingRows<T extends TenantTable>(table: T, query: Query = {}): Reading<T["$inferSelect"]> {
    const columns = getTableColumns(table as TenantTable) as Columns;
    return this.reading(table, columns, query) as unknown as Reading<T["$inferSelect"]>;
  }

  /** Several reads in one trip to D1, all of the same moment. */
  async together<R extends readonly [Reading<unknown>, ...Reading<unknown>[]]>(reads: R): Promise<Rows<R>> {
    return (await this.#db.batch(reads as unknown as [Change, ...Change[]])) as unknown as Rows<R>;
  }

  /** `together`, and the names of the tenant's people by user id: in the same trip where they live in the same database. */
  async withMemberNames<R extends readonly [Reading<unknown>, ...Reading<unknown>[]]>(
    reads: R,
  ): Promise<{ rows: Rows<R>; names: Map<string, string> }> {
    const names = memberNames(this.#home, this.tenantId);
    const toMap = (people: { id: string; name: string }[]) =>
      new Map(people.map((one) => [one.id, one.name]));
    if (this.#db !== this.#home) {
      const [rows, people] = await Promise.all([this.together(reads), names]);
      return { rows, names: toMap(people) };
    }
    const all = await this.#db.batch([names, ...(reads as unknown as Change[])]);
    return { rows: all.slice(1) as unknown as Rows<R>, names: toMap(all[0]) };
  }

  insert<T extends TenantTable>(table: T, row: NewRow<T>): Change {
    return this.#db.insert(table as TenantTable).values({ ...row, tenantId: this.tenantId });
  }

  /**
   * Any number of rows in one statement: they travel as one JSON value, since D1 binds 100 parameters at most. With `when`, all of them
   * or none, as it holds at that moment.
   */
  insertMany<T extends TenantTable>(table: T, rows: readonly NewRow<T>[], when: SQL = sql`true`): Change {
    const columns = Object.entries(getTableColumns(table as TenantTable));
    const json = rows.map((row) => {
      const full: Record<string, unknown> = { ...row, tenantId: this.tenantId };
      return columns.map(([name, column]) => driverValue(column, full[name]));
    });
    const values = columns.map((_, index) => sql.raw(`value ->> '$[${index}]'`));
    return this.#db
      .insert(table as TenantTable)
      .select(sql`select ${sql.join(values, sql`, `)} from json_each(${JSON.stringify(json)}) where ${when}`);
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
  async memberNames(): Promise<Map<string, string>> {
    return new Map((await memberNames(this.#home, this.tenantId)).map(({ id, name }) => [id, name]));
  }

  /** The tenant and, when a person is acting, that person. */
  names() {
    return readNames(this.#home, this.tenantId, this.actor.kind === "user" ? this.actor.id : null);
  }

  /**
   * Makes the changes and writes the audit row, all or nothing; the audit row comes last, and with `when` only if that holds then.
   * Returns how many rows each change touched.
   */
  async commit(
    { action, subject, when }: { action: string; subject: string; when?: SQL },
    changes: readonly Change[],
  ): Promise<number[]> {
    const now = this.#deps.now();
    const id = createId("audit", now, this.#deps.random);
    const entry = { id, at: now, actor: actorName(this.actor), action, subject };
    const audit = this.insertMany(auditLog, [entry], when);
    const replies = await this.#db.batch([...changes, audit] as unknown as [Change, ...Change[]]);
    return replies.slice(0, -1).map((reply) => (reply as D1Result).meta.changes);
  }

  #own(table: TenantTable, where: SQL | undefined): SQL | undefined {
    return and(eq(table.tenantId, this.tenantId), where);
  }
}

/** `id in (…)` for any number of ids, or for those that another read finds. */
export function among(column: Column, ids: readonly string[] | Reading<unknown>): SQL {
  if (!Array.isArray(ids)) return sql`${column} in ${ids as Reading<unknown>}`;
  return sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;
}

function driverValue(column: SQLiteColumn, value: unknown): unknown {
  return value === undefined || value === null ? null : column.mapToDriverValue(value);
}

import { setImmediate as breathe } from "node:timers/promises";
import type { DatabaseSync } from "node:sqlite";
import { ColumnTextBuilder } from "../column-text.ts";
import type { DatabaseReader, ReadPlan, RowBatch, SessionFacts, TableInfo } from "../reader.ts";
import { describeTable, listTables } from "./sqlite-catalogue.ts";
import { asDatabaseError } from "./sqlite-errors.ts";
import { type RowQuery, rowQueries } from "./row-queries.ts";

const BATCH_CHARS = 1024 * 1024;
const BATCH_ROWS = 8_192;
const UTF8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads a SQLite file in this thread: a statement blocks, so every one is bounded by a number of rows, and the event loop
 * has its turn between two batches.
 */
export class SqliteReader implements DatabaseReader {
  readonly #db: DatabaseSync;
  cut = 0;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  async facts(): Promise<SessionFacts> {
    const { version } = this.#db.prepare("select sqlite_version() as version").get() as { version: string };
    return {
      product: "SQLite",
      version,
      tls: null,
      isSuperuser: null,
      canWrite: null,
      isReplica: null,
    };
  }

  async *tables(signal: AbortSignal): AsyncIterable<TableInfo> {
    for (const listed of inSqlite(() => listTables(this.#db))) {
      signal.throwIfAborted();
      yield inSqlite(() => describeTable(this.#db, listed));
      await breathe();
    }
  }

  async *read(plan: ReadPlan): AsyncIterable<RowBatch> {
    const queries = inSqlite(() => rowQueries(this.#db, plan));
    let batch = new Batch(plan.columns.length);
    // Where rows come in the order of their id, blocks that were drawn close together must not overlap.
    let last: bigint | null = null;
    for (const query of queries) {
      plan.signal.throwIfAborted();
      for (const [id, ...values] of this.#rows(query)) {
        if (query.skipSeen && last !== null && typeof id === "bigint" && id <= last) continue;
        if (typeof id === "bigint") last = id;
        this.#take(values, batch, plan.maxValueChars);
        if (batch.chars < BATCH_CHARS && batch.rows < BATCH_ROWS) continue;
        yield batch.finish(query.isOrdered ? last : null);
        batch = new Batch(plan.columns.length);
        await breathe();
        plan.signal.throwIfAborted();
      }
    }
    if (batch.rows > 0) yield batch.finish(queries.at(-1)?.isOrdered ? last : null);
  }

  async close(): Promise<void> {
    if (this.#db.isOpen) this.#db.close();
  }

  *#rows({ sql, parameters }: RowQuery): Generator<unknown[], void, undefined> {
    try {
      const statement = this.#db.prepare(sql);
      statement.setReturnArrays(true);
      statement.setReadBigInts(true);
      for (const row of statement.iterate(...parameters)) yield row as unknown as unknown[];
    } catch (error) {
      throw asDatabaseError(error);
    }
  }

  #take(values: readonly unknown[], batch: Batch, maxChars: number): void {
    for (const [i, column] of batch.columns.entries()) {
      const value = values[i];
      if (value === null || value === undefined) column.addNull();
      else if (value instanceof Uint8Array) {
        const text = textOf(value);
        if (text === null) column.addBytes(value);
        else column.add(this.#cutTo(text, maxChars));
        batch.chars += value.length;
      } else {
        const text = this.#cutTo(String(value), maxChars);
        column.add(text);
        batch.chars += text.length;
      }
    }
    batch.rows++;
  }

  #cutTo(text: string, maxChars: number): string {
    if (text.length <= maxChars) return text;
    this.cut++;
    return text.slice(0, maxChars);
  }
}

class Batch {
  readonly columns: readonly ColumnTextBuilder[];
  rows = 0;
  chars = 0;

  constructor(width: number) {
    this.columns = Array.from({ length: width }, () => new ColumnTextBuilder());
  }

  finish(last: bigint | null): RowBatch {
    return {
      rows: this.rows,
      bytes: this.chars,
      columns: this.columns.map((column) => column.finish()),
      position: last === null ? null : [String(last)],
    };
  }
}

/** A blob that is text after all; null when it is not. */
function textOf(bytes: Uint8Array): string | null {
  try {
    const text = UTF8.decode(bytes);
    // eslint-disable-next-line no-control-regex -- control characters are what tells bytes from text
    return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

function inSqlite<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw asDatabaseError(error);
  }
}

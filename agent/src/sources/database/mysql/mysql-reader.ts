import type { DatabaseReader, ReadPlan, RowBatch, SessionFacts, TableInfo } from "../reader.ts";
import type { ServerSettings } from "../settings.ts";
import { tablesOf } from "./catalogue.ts";
import { withoutDoubleEncoding } from "./double-encoded.ts";
import { type KeyColumn, keyOrder } from "./key-order.ts";
import { MysqlSession } from "./mysql-session.ts";
import { placesBetween } from "./places.ts";
import { RowBatches, type Value } from "../row-batches.ts";
import {
  BLOCK_ROWS,
  blockQuery,
  boundsQuery,
  countQuery,
  drawnQuery,
  endQuery,
  lastRows,
  placeQueries,
  placesFor,
  selectQuery,
  sourceOf,
} from "./row-query.ts";
import { sessionFacts } from "./session-facts.ts";

/** A table with fewer rows is read through for a sample: every row has the same chance then. */
const PLACES_FROM_ROWS = 200_000;

type Part<From> = Extract<ReadPlan["part"], { from: From }>;

/** Reads a MySQL or MariaDB database over one connection. */
export class MysqlReader implements DatabaseReader {
  readonly #settings: ServerSettings;
  readonly #session: MysqlSession;
  /** Tables that keep what their rows once were. */
  readonly #withHistory = new Set<string>();
  cut = 0;

  private constructor(settings: ServerSettings, session: MysqlSession) {
    this.#settings = settings;
    this.#session = session;
  }

  static async open(
    settings: ServerSettings,
    signal?: AbortSignal,
    onWait: () => void = () => {},
  ): Promise<MysqlReader> {
    const session = new MysqlSession(settings, onWait);
    await session.open(signal);
    return new MysqlReader(settings, session);
  }

  facts(): Promise<SessionFacts> {
    return sessionFacts(this.#session);
  }

  async *tables(signal: AbortSignal): AsyncIterable<TableInfo> {
    const ask = (sql: string) => this.#session.rows(sql, { signal });
    const isMariaDb = await this.#session.isMariaDb(signal);
    for await (const { table, hasHistory } of tablesOf(ask, this.#settings.database, isMariaDb)) {
      signal.throwIfAborted();
      if (hasHistory) this.#withHistory.add(idOf(table));
      yield table;
    }
  }

  async *read(plan: ReadPlan): AsyncIterable<RowBatch> {
    const { table, columns, part, maxValueChars, signal } = plan;
    signal.throwIfAborted();
    const from = sourceOf(table, this.#withHistory.has(idOf(table)));
    const binary = new Set(table.columns.filter(({ nature }) => nature === "binary").map(({ name }) => name));
    const batches = new RowBatches(
      columns.map((name) => binary.has(name)),
      maxValueChars,
      withoutDoubleEncoding,
    );
    const rows = new RowReading(this.#session, plan, batches);
    try {
      if (part.rows === "all") yield* this.#whole(plan, from, rows);
      else if (part.from === "random") yield* this.#drawn(plan, from, part, rows);
      else yield* rows.of(await this.#end(plan, from, part));
      yield* rows.rest();
    } finally {
      this.cut += batches.cut;
    }
  }

  close(): Promise<void> {
    return this.#session.close();
  }

  async *#whole(plan: ReadPlan, from: string, rows: RowReading): AsyncGenerator<RowBatch> {
    const order = keyOrder(plan.table);
    if (order.length === 0) return yield* rows.of(selectQuery(plan, from));
    let after = (plan.part.rows === "all" && plan.part.after) || null;
    for (let read = BLOCK_ROWS; read >= BLOCK_ROWS;) {
      const before = rows.read;
      yield* rows.of(blockQuery(plan, from, order, after), "with key");
      read = rows.read - before;
      after = rows.position;
    }
  }

  async #end(plan: ReadPlan, from: string, part: Part<"oldest" | "newest">): Promise<string> {
    const isAtEnd = part.from === "newest" && part.by === undefined && plan.table.key.length === 0;
    if (!isAtEnd || plan.table.kind !== "table") return endQuery(plan, from, part);
    const [row] = await this.#session.rows(countQuery(from), { signal: plan.signal });
    return lastRows(plan, from, part.rows, Number(row?.[0] ?? 0));
  }

  async *#drawn(
    plan: ReadPlan,
    from: string,
    part: Part<"random">,
    rows: RowReading,
  ): AsyncGenerator<RowBatch> {
    const places = await this.#places(plan, from, part);
    if (places === null) return yield* rows.of(drawnQuery(plan, from, part));
    for (const query of placeQueries(plan, from, places.by, places.at))
      yield* rows.of(query, (last, key) => isBehind(places.by, key, last));
  }

  /** Null where rows are drawn by reading the table through: a small one, and one whose key says nothing about its middle. */
  async #places(
    { table, signal }: ReadPlan,
    from: string,
    { rows, seed }: Part<"random">,
  ): Promise<{ by: KeyColumn; at: string[] } | null> {
    const [by, ...others] = keyOrder(table);
    if (by === undefined || others.length > 0 || (table.rowEstimate ?? 0) < PLACES_FROM_ROWS) return null;
    const [row] = await this.#session.rows(boundsQuery(from, by), { signal });
    const [first, last] = row ?? [];
    if (!first || !last) return null;
    const at = placesBetween(by, [first, last], placesFor(rows), seed);
    return at === null ? null : { by, at };
  }
}

/** Statements of one plan, one after the other, into batches. */
class RowReading {
  readonly #session: MysqlSession;
  readonly #plan: ReadPlan;
  readonly #batches: RowBatches;
  #bytes = 0;
  #last: string | null = null;

  constructor(session: MysqlSession, plan: ReadPlan, batches: RowBatches) {
    this.#session = session;
    this.#plan = plan;
    this.#batches = batches;
  }

  get read(): number {
    return this.#batches.rowsRead;
  }

  get position(): readonly string[] | null {
    return this.#batches.position;
  }

  /** `key`: it stands behind the columns; a function says whether a row is behind the last one that was taken. */
  async *of(
    sql: string,
    key?: "with key" | ((last: string, key: string) => boolean),
  ): AsyncGenerator<RowBatch, void, undefined> {
    const { signal } = this.#plan;
    for await (const { rows, bytes } of this.#session.stream(sql, {
      signal,
      isPatient: takesItsTime(this.#plan),
    })) {
      this.#bytes += bytes;
      for (const row of rows) {
        if (typeof key === "function" && !this.#isNew(row, key)) continue;
        this.#batches.add(row, key === "with key");
        if (this.#batches.isFull) yield this.#finish();
      }
    }
  }

  *rest(): Generator<RowBatch, void, undefined> {
    if (!this.#batches.isEmpty) yield this.#finish();
  }

  #isNew(row: readonly Value[], isBehind: (last: string, key: string) => boolean): boolean {
    const key = String(row.at(-1));
    if (this.#last !== null && !isBehind(this.#last, key)) return false;
    this.#last = key;
    return true;
  }

  #finish(): RowBatch {
    const bytes = this.#bytes;
    this.#bytes = 0;
    return this.#batches.finish(bytes);
  }
}

const idOf = ({ schema, name }: TableInfo) => JSON.stringify([schema, name]);

/** Blocks that were drawn close together must not overlap. */
const isBehind = ({ form }: KeyColumn, key: string, last: string): boolean =>
  form === "number" ? BigInt(key) > BigInt(last) : key.toLowerCase() > last.toLowerCase();

/** A table that is read from end to end takes the time it takes; a view may have no end. */
const takesItsTime = ({ table, part }: ReadPlan) => part.rows === "all" && table.kind === "table";

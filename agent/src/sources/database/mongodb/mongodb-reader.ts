import type { Collection, Document, FindCursor, MongoClient } from "mongodb";
import type { DatabaseReader, ReadPlan, RowBatch, SessionFacts, TableInfo } from "../reader.ts";
import { RowBatches } from "../row-batches.ts";
import type { ServerSettings } from "../settings.ts";
import { columnsOf, rowOf } from "./document-columns.ts";
import { asDatabaseError } from "./mongodb-errors.ts";

const SYSTEM_DATABASES: ReadonlySet<string> = new Set(["admin", "config", "local"]);
/** Documents at each end of a collection that its columns are learnt from. */
const LEARNT_FROM = 200;
const BATCH_DOCUMENTS = 500;

/** Reads MongoDB collections as tables: a path of keys is a column. */
export class MongodbReader implements DatabaseReader {
  readonly #client: MongoClient;
  readonly #settings: ServerSettings;
  readonly #isEncrypted: boolean;
  /** Paths of each collection that a column stands for, whichever of them a scan wants. */
  readonly #paths = new Map<string, ReadonlySet<string>>();
  cut = 0;

  constructor(client: MongoClient, settings: ServerSettings, isEncrypted: boolean) {
    this.#client = client;
    this.#settings = settings;
    this.#isEncrypted = isEncrypted;
  }

  async facts(): Promise<SessionFacts> {
    const admin = this.#client.db("admin");
    try {
      const { version } = (await admin.command({ buildInfo: 1 })) as { version: string };
      const { authInfo } = (await admin.command({ connectionStatus: 1, showPrivileges: true })) as {
        authInfo: AuthInfo;
      };
      return { product: "MongoDB", version, tls: this.#isEncrypted, ...rightsOf(authInfo), isReplica: null };
    } catch (error) {
      throw asDatabaseError(error);
    }
  }

  async *tables(signal: AbortSignal): AsyncIterable<TableInfo> {
    try {
      for (const database of await this.#databases())
        for await (const { name, type } of this.#client
          .db(database)
          .listCollections({}, { nameOnly: true })) {
          signal.throwIfAborted();
          if (name.startsWith("system.")) continue;
          const table = await this.#describe(database, name, type ?? "collection");
          this.#paths.set(idOf(table), new Set(table.columns.map((column) => column.name)));
          yield table;
        }
    } catch (error) {
      signal.throwIfAborted();
      throw asDatabaseError(error);
    }
  }

  async *read(plan: ReadPlan): AsyncIterable<RowBatch> {
    const { table, columns, maxValueChars, signal } = plan;
    signal.throwIfAborted();
    const binary = new Set(table.columns.filter(({ nature }) => nature === "binary").map(({ name }) => name));
    const all = this.#paths.get(idOf(table)) ?? new Set(table.columns.map(({ name }) => name));
    const batches = new RowBatches(
      columns.map((name) => binary.has(name)),
      maxValueChars,
    );
    const cursor = this.#cursor(plan);
    // A cursor that is closed ends on the server too. Closed twice, it would end our session before it has said so.
    let closing: Promise<void> | undefined;
    const close = () => {
      if (!cursor.closed) closing ??= cursor.close().catch(() => {});
      return closing;
    };
    const stop = () => void close();
    signal.addEventListener("abort", stop, { once: true });
    let bytes = 0;
    try {
      for await (const document of cursor) {
        const row = rowOf(document, all, columns);
        bytes += row.reduce((sum, value) => sum + (value?.length ?? 0), 0);
        batches.add(row);
        if (!batches.isFull) continue;
        yield batches.finish(bytes);
        bytes = 0;
        signal.throwIfAborted();
      }
      signal.throwIfAborted();
      if (!batches.isEmpty) yield batches.finish(bytes);
    } catch (error) {
      signal.throwIfAborted();
      throw asDatabaseError(error);
    } finally {
      signal.removeEventListener("abort", stop);
      await close();
      this.cut += batches.cut;
    }
  }

  async close(): Promise<void> {
    await this.#client.close().catch(() => {});
  }

  async #databases(): Promise<string[]> {
    if (this.#settings.database !== "") return [this.#settings.database];
    const { databases } = await this.#client
      .db("admin")
      .admin()
      .listDatabases({ nameOnly: true, authorizedDatabases: true });
    return databases.map(({ name }) => name).filter((name) => !SYSTEM_DATABASES.has(name));
  }

  async #describe(schema: string, name: string, type: string): Promise<TableInfo> {
    const collection = this.#client.db(schema).collection(name);
    const isView = type === "view";
    const rowEstimate = isView
      ? null
      : await collection.estimatedDocumentCount({ maxTimeMS: this.#maxTimeMs }).catch(() => null);
    return {
      schema,
      name,
      kind: isView ? "view" : "collection",
      columns: columnsOf(isView ? [] : await this.#ends(collection)),
      rowEstimate,
      bytes: null,
      key: ["_id"],
      foreignKeys: [],
    };
  }

  /** The first and the last documents; none where they may not be read, which the reading itself will tell. */
  async #ends(collection: Collection): Promise<Document[]> {
    const from = (direction: 1 | -1) =>
      collection
        .find({}, { maxTimeMS: this.#maxTimeMs })
        .sort({ _id: direction })
        .limit(LEARNT_FROM)
        .toArray();
    try {
      return [...(await from(1)), ...(await from(-1))];
    } catch (error) {
      if (asDatabaseError(error).fault === "permission") return [];
      throw error;
    }
  }

  #cursor({ table, part }: ReadPlan): FindCursor | ReturnType<Collection["aggregate"]> {
    const collection = this.#client.db(table.schema).collection(table.name);
    const options = { maxTimeMS: this.#maxTimeMs, batchSize: BATCH_DOCUMENTS };
    if (part.rows === "all") return collection.find({}, { batchSize: BATCH_DOCUMENTS });
    if (part.from === "random") return collection.aggregate([{ $sample: { size: part.rows } }], options);
    const direction = part.from === "oldest" ? 1 : -1;
    return collection
      .find({}, options)
      .sort({ [part.by ?? "_id"]: direction })
      .limit(part.rows);
  }

  get #maxTimeMs(): number {
    return this.#settings.limits.statementTimeoutMs;
  }
}

const idOf = ({ schema, name }: TableInfo) => JSON.stringify([schema, name]);

interface AuthInfo {
  authenticatedUserRoles?: readonly { role: string }[];
  authenticatedUserPrivileges?: readonly { actions?: readonly string[] }[];
}

const WRITES: ReadonlySet<string> = new Set([
  "insert",
  "update",
  "remove",
  "dropCollection",
  "dropDatabase",
  "anyAction",
]);

/** A server without logins lets everybody do everything, and says so by naming nobody. */
export function rightsOf({ authenticatedUserRoles = [], authenticatedUserPrivileges = [] }: AuthInfo): {
  isSuperuser: boolean;
  canWrite: boolean;
} {
  const isOpen = authenticatedUserRoles.length === 0;
  return {
    isSuperuser: isOpen || authenticatedUserRoles.some(({ role }) => role === "root" || role === "__system"),
    canWrite:
      isOpen ||
      authenticatedUserPrivileges.some(({ actions = [] }) => actions.some((action) => WRITES.has(action))),
  };
}

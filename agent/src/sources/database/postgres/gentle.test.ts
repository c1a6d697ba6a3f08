/** How a server is spared: poolers, turns, pace, and a pause while it has much to do. */
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Sensitive } from "../../../detection/sensitive.ts";
import { ConnectionPool } from "../connection-pool.ts";
import { openDatabase } from "../open-database.ts";
import type { DatabaseReader, TableInfo } from "../reader.ts";
import { type DatabaseLimits, DEFAULT_DATABASE_LIMITS, type ServerSettings } from "../settings.ts";
import { startTestPooler } from "./test-pooler.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

let server: TestServer;
const never = new AbortController().signal;

beforeAll(async () => {
  server = await startTestServer();
  await server.sql(
    `create table rijen (id int primary key, b text); insert into rijen select i, repeat('x', 50) from generate_series(1, 120000) i; analyze rijen`,
  );
}, 60_000);
afterAll(() => server?.stop());

async function opened<T>(
  of: Partial<ServerSettings>,
  work: (reader: DatabaseReader, table: TableInfo) => Promise<T>,
  onWait = () => {},
): Promise<T> {
  const reader = await openDatabase(server.settings(of), { onWait });
  if (reader === null) throw new Error("no reader");
  try {
    for await (const table of reader.tables(never))
      if (table.name === "rijen") return await work(reader, table);
    throw new Error("no table");
  } finally {
    await reader.close();
  }
}

async function rowsOf(
  reader: DatabaseReader,
  table: TableInfo,
  { enough = Infinity, onBatch = () => {} }: { enough?: number; onBatch?: (rows: number) => unknown } = {},
): Promise<number> {
  let rows = 0;
  for await (const batch of reader.read({
    table,
    columns: ["id", "b"],
    part: { rows: "all" },
    maxValueChars: 100,
    signal: never,
  })) {
    rows += batch.rows;
    await onBatch(rows);
    if (rows >= enough) break;
  }
  return rows;
}

const limitsOf = (of: Partial<DatabaseLimits>) => ({ ...DEFAULT_DATABASE_LIMITS, ...of });
const login = () => {
  const { user, password } = server.settings();
  return { user, password: password === undefined ? "" : Sensitive.reveal(password), database: "postgres" };
};

test("behind a pooler in transaction mode everything is read, and nothing stays set in its sessions", async () => {
  const pooler = await startTestPooler(server.settings().port, login(), 3);
  try {
    await opened({ port: pooler.port }, async (reader, table) => {
      expect(pooler.refused).toBe(1);
      expect(await rowsOf(reader, table)).toBe(120_000);
      expect((await reader.facts()).product).toBe("PostgreSQL");
    });
    expect(pooler.served.every((transactions) => transactions > 0)).toBe(true);
    const other = new pg.Client({ ...login(), host: "127.0.0.1", port: pooler.port });
    await other.connect();
    for (let session = 0; session < 3; session++) {
      const { rows } = await other.query(
        `select current_setting('search_path') as path, current_setting('statement_timeout') as timeout,
                current_setting('row_security') as security, current_setting('transaction_read_only') as readonly`,
      );
      expect(rows).toEqual([{ path: '"$user", public', timeout: "0", security: "on", readonly: "off" }]);
    }
    await other.end();
  } finally {
    await pooler.close();
  }
});

test("who waits for the one connection gets a turn between two statements, and both read everything", async () => {
  const now = vi.spyOn(performance, "now");
  let shift = 0;
  const real = Date.now();
  now.mockImplementation(() => Date.now() - real + shift);
  const pool = new ConnectionPool({ size: 1, waitMs: 20_000 });
  const ours = async () =>
    server.sql("select pid from pg_stat_activity where application_name = 'dataguardian'");
  try {
    await opened({ permits: pool }, async (first, table) => {
      const second = opened({ permits: pool }, rowsOf);
      expect(await rowsOf(first, table, { enough: 1 })).toBeGreaterThan(0);
      expect(pool.figures).toMatchObject({ used: 1, waits: 1, waitMs: 0 });
      const counted: number[] = [];
      const all = await rowsOf(first, table, {
        async onBatch(rows) {
          if (rows > 10_000) shift = 6_000;
          counted.push((await ours()).length);
        },
      });
      expect(all).toBe(120_000);
      expect(await second).toBe(120_000);
      expect(Math.max(...counted)).toBe(1);
    });
    expect(pool.figures).toMatchObject({ used: 0, peak: 1, waits: 2, exhausted: 0 });
  } finally {
    now.mockRestore();
  }
});

test("no more rows a second than the limits say, with a word while it waits", async () => {
  let waited = 0;
  const limits = limitsOf({ rowsPerSecond: 20_000 });
  await opened(
    { limits },
    async (reader, table) => {
      const startedAt = performance.now();
      const rows = await rowsOf(reader, table, { enough: 40_000 });
      const seconds = (performance.now() - startedAt) / 1_000;
      expect(rows / seconds).toBeLessThan(40_000);
      expect(waited).toBeGreaterThan(0);
    },
    () => waited++,
  );
  await expect(
    opened({ limits: limitsOf({ bytesPerSecond: 1 }) }, async (reader, table) => {
      const stop = new AbortController();
      for await (const _ of reader.read({
        table,
        columns: ["b"],
        part: { rows: "all" },
        maxValueChars: 100,
        signal: stop.signal,
      }))
        setTimeout(() => stop.abort(new Error("stopped")), 20);
    }),
  ).rejects.toThrow("stopped");
});

test("while the server has much to do nothing is asked of it", async () => {
  const busy = new pg.Client({ ...login(), host: "127.0.0.1", port: server.settings().port });
  busy.on("error", () => {});
  await busy.connect();
  let waits = 0;
  let isDone = false;
  const working = busy.query("select pg_sleep(20)").catch(() => {});
  await vi.waitFor(async () =>
    expect(
      await server.sql("select 1 as one from pg_stat_activity where query like 'select pg_sleep%'"),
    ).toHaveLength(1),
  );
  const reading = opened(
    { limits: limitsOf({ busySessions: 0 }) },
    async (reader, table) => rowsOf(reader, table, { enough: 1 }),
    () => waits++,
  ).then((rows) => {
    isDone = true;
    return rows;
  });
  await vi.waitFor(() => expect(waits).toBeGreaterThan(0), { timeout: 5_000 });
  expect(isDone).toBe(false);
  await server.sql(
    "select pg_terminate_backend(pid) from pg_stat_activity where query like 'select pg_sleep%'",
  );
  await working;
  expect(await reading).toBeGreaterThan(0);
  await busy.end().catch(() => {});
});

import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Sensitive } from "../../../detection/sensitive.ts";
import { DatabaseError, type DatabaseReader, type ReadPlan, type TableInfo } from "../reader.ts";
import { DEFAULT_DATABASE_LIMITS } from "../settings.ts";
import { connect } from "./connect.ts";
import { openPostgres } from "./open-postgres.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

let server: TestServer;
let reader: DatabaseReader;
const never = new AbortController().signal;

beforeAll(async () => {
  server = await startTestServer();
  await server.sql(`create table t (id int, b text); insert into t select i, repeat('x', 500) from generate_series(1, 100000) i;
    create table klein (id int); insert into klein values (1); create view eindeloos as select pg_sleep(60)::text as s`);
  reader = await openPostgres(server.settings());
}, 60_000);

afterAll(async () => {
  await reader?.close();
  await server?.stop();
});

const planOf = (name: string, column: string, more: Partial<ReadPlan> = {}): ReadPlan => {
  const table: TableInfo = {
    schema: "public",
    name,
    kind: name === "eindeloos" ? "view" : "table",
    columns: [{ name: column, type: "text", nature: "text" }],
    rowEstimate: null,
    bytes: null,
    key: [],
    foreignKeys: [],
  };
  return { table, columns: [column], part: { rows: "all" }, maxValueChars: 1000, signal: never, ...more };
};

async function rowsOf(plan: ReadPlan, from = reader): Promise<number> {
  let rows = 0;
  for await (const batch of from.read(plan)) rows += batch.rows;
  return rows;
}

/** The fault, and that nothing else is told. */
async function faultOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "none";
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    expect(error.message).toBe(error.fault);
    expect(error.cause).toBeUndefined();
    return error.fault;
  }
}

const opened = async (changes: Parameters<TestServer["settings"]>[0]) =>
  (await openPostgres(server.settings(changes))).close();

/** The server takes a moment to notice that we are gone. */
const oneIsIdle = () =>
  vi.waitFor(
    async () =>
      expect(
        await server.sql("select state from pg_stat_activity where application_name = 'dataguardian'"),
      ).toEqual([{ state: "idle" }]),
    { timeout: 2_000, interval: 50 },
  );

test("no way in: wrong password, no such database, nobody there, TLS that the server does not have", async () => {
  expect(await faultOf(opened({ password: new Sensitive("onjuist") }))).toBe("login");
  expect(await faultOf(opened({ user: "niemand" }))).toBe("login");
  expect(await faultOf(opened({ database: "er_niet" }))).toBe("no such database");
  expect(await faultOf(opened({ port: 1 }))).toBe("unreachable");
  expect(await faultOf(opened({ tls: { mode: "require" } }))).toBe("tls");
  expect(await faultOf(opened({ tls: { mode: "verify-full" } }))).toBe("tls");
  expect(await faultOf(opened({ tls: { mode: "prefer" } }))).toBe("none");
  expect(await faultOf(opened({ tls: { mode: "disable" } }))).toBe("none");
});

test("facts of the session: a superuser, and a login that may only read", async () => {
  expect(await reader.facts()).toMatchObject({
    product: "PostgreSQL",
    version: expect.stringMatching(/^18/),
    tls: false,
    isSuperuser: true,
    canWrite: true,
    isReplica: false,
  });
  await server.sql(`create role lezer login password 'alleen-lezen'; grant select on t to lezer`);
  const settings = server.settings({ user: "lezer", password: new Sensitive("alleen-lezen") });
  const limited = await openPostgres(settings);
  expect(await limited.facts()).toMatchObject({ isSuperuser: false, canWrite: false });
  expect(await faultOf(rowsOf(planOf("klein", "id"), limited))).toBe("permission");
  expect(await rowsOf(planOf("t", "b"), limited)).toBe(100_000);
  await limited.close();
});

test("the session cannot write, even as a superuser", async () => {
  const client = await connect(server.settings());
  await expect(client.query("insert into public.klein values (2)")).rejects.toMatchObject({ code: "25006" });
  await expect(client.query("create table public.nieuw (a int)")).rejects.toMatchObject({ code: "25006" });
  await client.end();
  expect(await rowsOf(planOf("klein", "id"))).toBe(1);
});

test("a table or a column that is gone costs that table alone", async () => {
  expect(await faultOf(rowsOf(planOf("weg", "b")))).toBe("gone");
  expect(await faultOf(rowsOf(planOf("t", "weg")))).toBe("gone");
  expect(await rowsOf(planOf("klein", "id"))).toBe(1);
});

test("a table that is locked, and a view that never ends", async () => {
  const { user, password, port } = server.settings() as {
    user: string;
    password: Sensitive<string>;
    port: number;
  };
  const owner = new pg.Client({
    host: "127.0.0.1",
    port,
    user,
    password: Sensitive.reveal(password),
    database: "postgres",
  });
  await owner.connect();
  await owner.query("begin; lock table klein in access exclusive mode");
  const listed: string[] = [];
  for await (const { name } of reader.tables(never)) listed.push(name);
  expect(listed).toContain("klein");
  expect(await faultOf(rowsOf(planOf("klein", "id")))).toBe("locked");
  await owner.query("rollback");
  await owner.end();
  const hasty = await openPostgres(
    server.settings({ limits: { ...DEFAULT_DATABASE_LIMITS, statementTimeoutMs: 300 } }),
  );
  expect(await faultOf(rowsOf(planOf("eindeloos", "s"), hasty))).toBe("timeout");
  await hasty.close();
});

test("the time that is taken with the rows is not the server's: a sample is read for longer than a statement may take", async () => {
  const limits = { ...DEFAULT_DATABASE_LIMITS, statementTimeoutMs: 300 };
  const hasty = await openPostgres(server.settings({ limits }));
  let rows = 0;
  for await (const batch of hasty.read(planOf("t", "b", { part: { rows: 20_000, from: "oldest" } }))) {
    rows += batch.rows;
    if (rows < 10_000) await delay(400);
  }
  expect(rows).toBe(20_000);
  await hasty.close();
});

test("a table from which nothing comes is given up by itself", async () => {
  await server.sql("create table stil as select i, md5(i::text) as t from generate_series(1, 1000000) i");
  const limits = { ...DEFAULT_DATABASE_LIMITS, statementTimeoutMs: 30 };
  const hasty = await openPostgres(server.settings({ limits }));
  const part = { rows: 5, from: "newest", by: "t" } as const;
  expect(await faultOf(rowsOf(planOf("stil", "t", { part }), hasty))).toBe("timeout");
  await hasty.close();
  expect(await rowsOf(planOf("stil", "t", { part }))).toBe(5);
});

test("a session that is ended half-way is a lost connection, and the next table is read over a new one", async () => {
  let rows = 0;
  const work = (async () => {
    for await (const batch of reader.read(planOf("t", "b"))) {
      if (rows === 0)
        await server.sql(
          "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'dataguardian'",
        );
      rows += batch.rows;
    }
  })();
  expect(await faultOf(work)).toBe("connection lost");
  expect(rows).toBeGreaterThan(0);
  expect(rows).toBeLessThan(100_000);
  expect(await rowsOf(planOf("klein", "id"))).toBe(1);
});

test("a cancel ends the statement on the server within two seconds, while it runs and while it sends", async () => {
  for (const [name, column] of [
    ["eindeloos", "s"],
    ["t", "b"],
  ] as const) {
    const stop = new AbortController();
    const started = performance.now();
    const work = (async () => {
      for await (const _ of reader.read(planOf(name, column, { signal: stop.signal }))) {
        stop.abort(new Error("stopped"));
      }
    })();
    if (name === "eindeloos") setTimeout(() => stop.abort(new Error("stopped")), 200);
    await expect(work).rejects.toThrow("stopped");
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(await rowsOf(planOf("klein", "id"))).toBe(1);
    await oneIsIdle();
  }
});

test("who stops listening leaves nothing running", async () => {
  for await (const _ of reader.read(planOf("t", "b"))) break;
  expect(await rowsOf(planOf("klein", "id"))).toBe(1);
  await oneIsIdle();
});

test("a table that is dropped while it is read: what came before counts, and the next table is read", async () => {
  await server.sql(`create table kort (id int primary key, b text);
    insert into kort select i, repeat('x', 400) from generate_series(1, 60000) i`);
  const plan = planOf("kort", "b");
  const table = {
    ...plan.table,
    key: ["id"],
    columns: [...plan.table.columns, { name: "id", type: "integer", nature: "number" as const }],
  };
  let rows = 0;
  let drop: Promise<unknown> | undefined;
  const work = (async () => {
    for await (const batch of reader.read({ ...plan, table })) {
      rows += batch.rows;
      if (drop) continue;
      // It waits for the statement that is running, and is ahead of the next one.
      drop = server.sql("drop table kort");
      await vi.waitFor(async () =>
        expect(await server.sql("select pid from pg_locks where not granted")).toHaveLength(1),
      );
    }
  })();
  expect(await faultOf(work)).toBe("gone");
  await drop;
  expect(rows).toBeGreaterThan(0);
  expect(await rowsOf(planOf("klein", "id"))).toBe(1);
});

test("a login with no connection left is waited for", async () => {
  await server.sql("create role krap login password 'een-tegelijk' connection limit 1");
  const settings = server.settings({ user: "krap", password: new Sensitive("een-tegelijk") });
  const first = await openPostgres(settings);
  const second = openPostgres(settings);
  const early = await Promise.race([second.then(() => "open"), delay(150, "waiting")]);
  expect(early).toBe("waiting");
  await first.close();
  await (await second).close();
});

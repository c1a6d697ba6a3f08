/** Servers that crash, lines that are cut, passwords that change, and servers of which there are several. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Sensitive } from "../../../detection/sensitive.ts";
import { DatabaseError, type DatabaseReader, type TableInfo } from "../reader.ts";
import { DEFAULT_DATABASE_LIMITS, type ServerSettings } from "../settings.ts";
import { openPostgres } from "./open-postgres.ts";
import { startTestProxy } from "./test-proxy.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

let server: TestServer;
const never = new AbortController().signal;
const LIMITS = { ...DEFAULT_DATABASE_LIMITS, connectTimeoutMs: 2_000, lockTimeoutMs: 500 };

beforeAll(async () => {
  server = await startTestServer();
  await server.sql(`create table groot (id int primary key, b text); insert into groot select i, repeat('x', 400) from generate_series(1, 60000) i;
    create table klein (id int primary key, b text); insert into klein select i, 'y' from generate_series(1, 5) i`);
}, 60_000);
afterAll(() => server?.stop());

const tableOf = (name: string): TableInfo => ({
  schema: "public",
  name,
  kind: "table",
  columns: [
    { name: "id", type: "integer", nature: "number" },
    { name: "b", type: "text", nature: "text" },
  ],
  rowEstimate: null,
  bytes: null,
  key: ["id"],
  foreignKeys: [],
});

/** The rows read and why it ended. `between` runs after the first batch. */
async function readAll(
  reader: DatabaseReader,
  name: string,
  { between, signal = never }: { between?: () => unknown; signal?: AbortSignal } = {},
): Promise<{ rows: number; fault: string }> {
  let rows = 0;
  let isFirst = true;
  try {
    for await (const batch of reader.read({
      table: tableOf(name),
      columns: ["b"],
      part: { rows: "all" },
      maxValueChars: 1_000,
      signal,
    })) {
      rows += batch.rows;
      if (isFirst) await between?.();
      isFirst = false;
    }
    return { rows, fault: "none" };
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    expect(error.message).toBe(error.fault);
    return { rows, fault: error.fault };
  }
}

async function opened<T>(
  of: Partial<ServerSettings>,
  work: (reader: DatabaseReader) => Promise<T>,
): Promise<T> {
  const reader = await openPostgres(server.settings({ limits: LIMITS, ...of }));
  try {
    return await work(reader);
  } finally {
    await reader.close();
  }
}

test("a connection that is cut half-way is a lost one, and the next table is read over a new one", async () => {
  const proxy = await startTestProxy(server.settings().port);
  await opened({ port: proxy.port, tls: { mode: "disable" } }, async (reader) => {
    const { rows, fault } = await readAll(reader, "groot", { between: () => proxy.cut() });
    expect(fault).toBe("connection lost");
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThan(60_000);
    expect(await readAll(reader, "klein")).toEqual({ rows: 5, fault: "none" });
    expect(proxy.count).toBe(2);
  });
  await proxy.close();
});

test("a connection that the server closed while it was idle is made anew", async () => {
  await opened({}, async (reader) => {
    expect(await readAll(reader, "klein")).toEqual({ rows: 5, fault: "none" });
    await server.sql(
      "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'dataguardian'",
    );
    expect(await readAll(reader, "klein")).toEqual({ rows: 5, fault: "none" });
  });
});

test("a line that goes silent without a word is given up when the server would have given up itself", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const proxy = await startTestProxy(server.settings().port);
  try {
    const reader = await openPostgres(server.settings({ limits: LIMITS, port: proxy.port }));
    let isMute = false;
    const work = readAll(reader, "groot", {
      between() {
        proxy.mute();
        isMute = true;
      },
    });
    while (!isMute) await new Promise(setImmediate);
    let ended: { fault: string } | undefined;
    void work.then((end) => {
      ended = end;
    });
    while (!ended) {
      await vi.advanceTimersByTimeAsync(5_000);
      await new Promise(setImmediate);
    }
    expect(ended.fault).toBe("connection lost");
    await reader.close();
  } finally {
    vi.useRealTimers();
    await proxy.close();
  }
});

test("an abort ends the wait for a server that says nothing", async () => {
  const deaf = await startTestProxy(server.settings().port);
  deaf.mute();
  const stop = new AbortController();
  const startedAt = performance.now();
  const opening = openPostgres(
    server.settings({ port: deaf.port, limits: { ...LIMITS, connectTimeoutMs: 60_000 } }),
    stop.signal,
  );
  await vi.waitFor(() => expect(deaf.count).toBe(1));
  stop.abort(new Error("stopped"));
  await expect(opening).rejects.toThrow("stopped");
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  await deaf.close();
});

test("a password that was changed between two connections: one sentence's worth, and no more", async () => {
  await server.sql(`create role wissel login password 'oud'; grant select on groot, klein to wissel`);
  await opened({ user: "wissel", password: new Sensitive("oud") }, async (reader) => {
    expect(await readAll(reader, "klein")).toEqual({ rows: 5, fault: "none" });
    await server.sql(`alter role wissel password 'nieuw';
      select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = 'wissel'`);
    expect((await readAll(reader, "klein")).fault).toBe("login");
  });
});

test("several servers: a standby is preferred, a dead one is passed over, and only a primary is one", async () => {
  const standby = await server.standby();
  const { port } = server.settings();
  const primary = { host: "127.0.0.1", port };
  const replica = { host: "127.0.0.1", port: standby.port };
  const dead = { host: "127.0.0.1", port: 1 };
  const isReplica = (
    [first, ...otherHosts]: (typeof dead)[],
    targetServer: NonNullable<ServerSettings["targetServer"]>,
  ) => opened({ ...first, otherHosts, targetServer }, async (reader) => (await reader.facts()).isReplica);
  try {
    expect(await isReplica([primary, replica], "prefer-standby")).toBe(true);
    expect(await isReplica([dead, primary], "prefer-standby")).toBe(false);
    expect(await isReplica([replica, dead, primary], "primary")).toBe(false);
    expect(await isReplica([dead, primary, replica], "any")).toBe(false);
    await expect(isReplica([primary], "standby")).rejects.toMatchObject({ fault: "unreachable" });
    await expect(isReplica([dead, dead], "any")).rejects.toMatchObject({ fault: "unreachable" });
    await opened({ ...replica }, async (reader) =>
      expect(await readAll(reader, "groot")).toEqual({ rows: 60_000, fault: "none" }),
    );
  } finally {
    await standby.stop();
  }
}, 60_000);

test("a server that crashes is a lost connection, then nobody there, and once it is back it is read", async () => {
  await opened({}, async (reader) => {
    const { rows, fault } = await readAll(reader, "groot", { between: () => server.crash() });
    expect(fault).toBe("connection lost");
    expect(rows).toBeLessThan(60_000);
    expect((await readAll(reader, "klein")).fault).toBe("unreachable");
    await server.restart();
    expect(await readAll(reader, "klein")).toEqual({ rows: 5, fault: "none" });
  });
}, 60_000);

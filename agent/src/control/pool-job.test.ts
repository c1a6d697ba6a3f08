/** Jobs of one database in their own processes, over one bounded pool of the agent. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Sensitive } from "../detection/sensitive.ts";
import { startTestServer, type TestServer } from "../sources/database/postgres/test-server.ts";
import { Harness } from "./fake-hub/harness.ts";
import { alive, REAL_JOB } from "./fake-hub/test-agent.ts";
import { askLocal } from "./local-client.ts";
import { localSocketPath } from "./local-path.ts";
import { metricsText } from "./metrics-text.ts";

const harness = Harness.install();
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  // Eight tables, so that both shards have some; those of the second schema never end.
  const names = Array.from({ length: 8 }, (_, i) => `t${i}`);
  await server.sql(
    names
      .map(
        (name) =>
          `create table ${name} (id int primary key, email text); insert into ${name} select i, 'jan' || i || '@bedrijf.nl' from generate_series(1, 20) i;`,
      )
      .join("\n") +
      `create role langzaam login password 'only-for-tests'; grant pg_read_all_data to langzaam`,
  );
}, 60_000);
afterAll(() => server?.stop());

const grantOf = (index: number, count: number) => ({
  scan: {
    id: `scan_${randomUUID().replaceAll("-", "")}`,
    kind: "database" as const,
    source: "crm",
    options: {},
    shard: { index, count },
  },
});

function config(limits: object) {
  const { port, user, password } = server.settings();
  return {
    slots: 3,
    sources: [
      {
        name: "crm",
        kind: "database" as const,
        dsn: `postgres://${user}@127.0.0.1:${port}/postgres`,
        credentials: { password: password && Sensitive.reveal(password) },
        limits,
      },
    ],
    policy: { kinds: ["database" as const], sources: "all" as const, limits: { maxMemoryMb: 1_024 } },
  };
}

const ours = () => server.sql("select pid from pg_stat_activity where application_name = 'dataguardian'");

async function status() {
  const answer = await askLocal(await localSocketPath(join(harness.home.dir, "data")), {
    method: "GET",
    url: "/status",
  });
  if (answer === null) throw new Error("the agent does not answer");
  return answer;
}

/** Holds every table, so that a job that reads waits for it. */
async function whileLocked<T>(work: () => Promise<T>): Promise<T> {
  const locked = server.sql(
    "begin; lock table t0, t1, t2, t3, t4, t5, t6, t7 in access exclusive mode; select pg_sleep(60)",
  );
  const ended = locked.catch(() => {});
  await vi.waitFor(async () =>
    expect(
      await server.sql("select 1 as one from pg_locks where mode = 'AccessExclusiveLock' and granted"),
    ).not.toEqual([]),
  );
  try {
    return await work();
  } finally {
    await server.sql(
      "select pg_terminate_backend(pid, 5000) from pg_stat_activity where query like '%pg_sleep(60)%' and pid <> pg_backend_pid()",
    );
    await ended;
  }
}

test("two jobs share one connection: the second waits its turn, a full pool is told, and both are done", async () => {
  await harness.start({
    entry: REAL_JOB,
    change: config({ connections: 1, waitMs: 60_000, lockTimeoutMs: 600_000 }),
  });
  const refs = await whileLocked(async () => {
    const given = [0, 1].map((index) => harness.hub.grant(`crm-${index}`, grantOf(index, 2)));
    const full = await harness.hub.frame("health", (f) =>
      f.crossings.some(({ signal }) => signal === "pool"),
    );
    expect(full.crossings).toEqual([{ signal: "pool", source: "crm", percent: 100, level: "warning" }]);
    expect(full.health.pools).toEqual([{ source: "crm", used: 1, size: 1 }]);
    await vi.waitFor(async () => expect((await status()).pools["crm"]).toMatchObject({ used: 1, waits: 1 }), {
      timeout: 20_000,
    });
    expect(await ours()).toHaveLength(1);
    return given;
  });
  const manifests = await Promise.all(
    refs.map(async ({ jobId }) => (await harness.hub.frame("commit", (f) => f.jobId === jobId)).manifest),
  );
  expect(manifests.reduce((sum, { coverage }) => sum + coverage.unitsScanned, 0)).toBe(8);
  await harness.hub.frame("health", (f) =>
    f.crossings.some(({ signal, level }) => signal === "pool" && level === "ok"),
  );
  const text = metricsText(await status());
  expect(text).toMatch(/dataguardian_agent_pool_used\{source="crm"\} 0\n/);
  expect(text).toMatch(/dataguardian_agent_pool_size\{source="crm"\} 1\n/);
  expect(text).toMatch(/dataguardian_agent_pool_waits\{source="crm"\} [1-9]\n/);
  expect(text).toMatch(/dataguardian_agent_pool_wait_milliseconds\{source="crm"\} [1-9]\d*\n/);
}, 120_000);

test("nobody waits for ever: the job ends in a sentence and may be tried again", async () => {
  await harness.start({
    entry: REAL_JOB,
    change: config({ connections: 1, waitMs: 300, lockTimeoutMs: 600_000 }),
  });
  await whileLocked(async () => {
    harness.hub.grant("first", grantOf(0, 2));
    await vi.waitFor(async () => expect((await status()).pools["crm"]).toMatchObject({ used: 1 }), {
      timeout: 20_000,
    });
    const second = harness.hub.grant("second", grantOf(1, 2));
    const failed = await harness.hub.frame("fail", (f) => f.jobId === second.jobId);
    expect(failed).toMatchObject({
      code: "connection",
      retryable: true,
      reason: "Other jobs hold all connections that the source may have.",
    });
  });
}, 120_000);

test("the connection of a job that is killed is free for the next, and what it did not scan is scanned anew", async () => {
  await harness.start({
    entry: REAL_JOB,
    change: config({ connections: 1, waitMs: 60_000, lockTimeoutMs: 600_000 }),
  });
  const { jobId } = await whileLocked(async () => {
    harness.hub.grant("first", grantOf(0, 2));
    const pid = await vi.waitFor(() => {
      const started = harness.home.logs.find(({ event }) => event === "job_started");
      expect(started).toBeDefined();
      return Number(started?.["pid"]);
    });
    await vi.waitFor(async () => expect((await status()).pools["crm"]).toMatchObject({ used: 1 }), {
      timeout: 20_000,
    });
    const next = harness.hub.grant("second", grantOf(1, 2));
    await vi.waitFor(async () => expect((await status()).pools["crm"]).toMatchObject({ waits: 1 }), {
      timeout: 20_000,
    });
    process.kill(pid, "SIGKILL");
    // The wait is counted when it is over.
    await vi.waitFor(async () => expect((await status()).pools["crm"]?.waitMs).toBeGreaterThan(0), {
      timeout: 20_000,
    });
    expect((await status()).pools["crm"]).toMatchObject({ used: 1, exhausted: 0 });
    expect(alive(pid)).toBe(false);
    return next;
  });
  const scanned = async (id: string) =>
    (await harness.hub.frame("commit", (f) => f.jobId === id)).manifest.coverage.unitsScanned;
  const again = harness.hub.grant("first-again", grantOf(0, 2));
  expect((await scanned(jobId)) + (await scanned(again.jobId))).toBe(8);
}, 120_000);

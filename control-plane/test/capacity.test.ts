/** The queue in numbers: positions and estimates, capacity, samples and metrics, over a real D1. */
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { capacityHistory, capacityReply, operatorCapacityReply, usageReply } from "@dataguardian/shared/api";
import { keepHouse } from "../src/housekeeping.ts";
import { prometheusText } from "../src/services/capacity/prometheus.ts";
import { World } from "./api-fixture.ts";
import { EngineWorld } from "./engine-world.ts";
import { addScan } from "./ledger-fixture.ts";

const MINUTE = 60_000;
const samplesOf = async (tenantId: string) =>
  (
    await env.DB.prepare("select span, at, sample from capacity_samples where tenant_id = ? order by at")
      .bind(tenantId)
      .all<{ span: string; at: number; sample: string }>()
  ).results;

/** A job of two minutes, from asking to accepted result. */
async function runOne(
  world: EngineWorld,
  agent: Awaited<ReturnType<EngineWorld["connect"]>>,
  ms = 2 * MINUTE,
) {
  const { scanId } = await addScan(world.tenantId, { createdAt: world.now });
  await world.engine.jobsChanged(scanId);
  await world.engine.idle();
  const [grant] = agent.grants();
  if (grant === undefined) throw new Error("no grant");
  await agent.accept(grant);
  for (const until = world.now + ms; world.now < until;) {
    await world.pass(Math.min(MINUTE, until - world.now), [agent]);
    await agent.progress(grant);
  }
  await agent.commit(grant);
}

describe("start estimates", () => {
  test("come from what finished leases took, and outlive the hub's memory", async () => {
    const world = new EngineWorld();
    const agent = await world.connect("one", { slots: 1 });
    await runOne(world, agent);
    await world.evict([agent]);
    const scans = [];
    for (let n = 0; n < 3; n++) {
      scans.push(await addScan(world.tenantId, { createdAt: world.now + n }));
      await world.engine.jobsChanged(scans[n]?.scanId ?? "");
      await world.engine.idle();
    }
    const [grant] = agent.grants();
    if (grant === undefined) throw new Error("no grant");
    await agent.accept(grant);
    await world.pass(30_000, [agent]);
    await world.evict([agent]);
    const waits = (await world.engine.queueHead(10)).head.map((entry) => entry.wait);
    expect(waits).toEqual([
      { why: "position", position: 1, startEstimateMs: 90_000 },
      { why: "position", position: 2, startEstimateMs: 210_000 },
    ]);
  });

  test("are null while nobody knows how long a job takes", async () => {
    const world = new EngineWorld();
    await world.connect("one", { slots: 1 });
    const { scanId } = await addScan(world.tenantId, { shards: 2, createdAt: world.now });
    await world.engine.jobsChanged(scanId);
    await world.engine.idle();
    const { head: waiting } = await world.engine.queueHead(10);
    expect(waiting[0]?.wait).toEqual({ why: "position", position: 1, startEstimateMs: null });
  });
});

describe("samples", () => {
  test("a row a minute while something runs, none before, none after", async () => {
    const world = new EngineWorld();
    const agent = await world.connect("one", { slots: 1 });
    await world.pass(10 * MINUTE, [agent]);
    expect(await samplesOf(world.tenantId)).toEqual([]);
    await runOne(world, agent, 5 * MINUTE);
    await world.pass(30 * MINUTE, [agent]);
    const rows = await samplesOf(world.tenantId);
    expect(rows.length).toBeGreaterThanOrEqual(5);
    expect(rows.length).toBeLessThanOrEqual(7);
    expect(new Set(rows.map((row) => row.at)).size).toBe(rows.length);
    const figures = rows.map(
      (row) => JSON.parse(row.sample) as { activeScansMax: number; completed: number },
    );
    expect(Math.max(...figures.map((figure) => figure.activeScansMax))).toBe(1);
    expect(figures.reduce((all, figure) => all + figure.completed, 0)).toBe(1);
  });

  test("an idle tenant, agents and all, asks for no alarm", async () => {
    const world = new EngineWorld();
    const agent = await world.connect("one");
    await world.pass(MINUTE, [agent]);
    world.wakes = [];
    await world.engine.upkeep();
    expect(world.wakes).toEqual([]);
    await runOne(world, agent);
    await world.pass(5 * MINUTE, [agent]);
    world.wakes = [];
    await world.engine.upkeep();
    expect(world.wakes).toEqual([]);
  });

  test("counters go on where the last life of the hub ended; errors by class, stale messages, the highest number of scans", async () => {
    const world = new EngineWorld();
    const agent = await world.connect("one", { slots: 2 });
    await runOne(world, agent);
    await world.pass(2 * MINUTE, [agent]);
    await world.evict([agent]);
    const { scanId } = await addScan(world.tenantId, { createdAt: world.now });
    await world.engine.jobsChanged(scanId);
    await world.engine.idle();
    const [grant] = agent.grants();
    if (grant === undefined) throw new Error("no grant");
    await agent.fail(grant, "timeout");
    await agent.commit(grant);
    const metrics = await world.engine.metrics();
    expect(metrics.totals).toMatchObject({
      started: 2,
      completed: 1,
      failed: 1,
      deadJobs: 1,
      staleRefused: 1,
      errorsByClass: { timeout: 1 },
      activeScansMax: 1,
    });
    expect(metrics.totals.run["code"]).toMatchObject({ count: 1, sumMs: 2 * MINUTE });
    expect(metrics.totals.wait["code"]?.count).toBe(2);
    const text = prometheusText(metrics);
    expect(text).toContain('dataguardian_errors_total{class="timeout"} 1\n');
    expect(text).toContain('dataguardian_job_run_seconds_bucket{kind="code",source="",le="60"} 0\n');
    expect(text).toContain('dataguardian_job_run_seconds_bucket{kind="code",source="",le="300"} 1\n');
    expect(text).toContain('dataguardian_job_run_seconds_count{kind="code",source=""} 1\n');
    expect(text).toContain("dataguardian_jobs_dead_total 1\n");
  });

  test("the cron makes hours of minutes, once, and deletes what is past its time but for the newest row", async () => {
    const world = new EngineWorld();
    const agent = await world.connect("one", { slots: 1 });
    await runOne(world, agent, 5 * MINUTE);
    await world.pass(2 * MINUTE, [agent]);
    const hour = 60 * MINUTE;
    for (const later of [hour, hour + 1, 3 * 24 * hour]) await keepHouse(env, world.now + later);
    const rows = await samplesOf(world.tenantId);
    expect(rows.filter((row) => row.span === "hour").map((row) => JSON.parse(row.sample).completed)).toEqual([
      1,
    ]);
    expect(rows.filter((row) => row.span === "minute")).toHaveLength(1);
    await keepHouse(env, world.now + 40 * 24 * hour);
    expect(await samplesOf(world.tenantId)).toHaveLength(1);
    await world.evict([agent]);
    expect((await world.engine.metrics()).totals.completed).toBe(1);
  });
});

test("labels with quotes, backslashes and line ends stay one label", async () => {
  const world = new EngineWorld();
  const metrics = await world.engine.metrics();
  const health = { memoryPercent: 1, cpuPercent: 2, eventLoopDelayMs: 3, pools: [] };
  const text = prometheusText({ ...metrics, agents: [{ name: 'a"b\\c\nd', health }] });
  expect(text).toContain('dataguardian_agent_memory_percent{agent="a\\"b\\\\c\\nd"} 1\n');
  for (const line of text.trimEnd().split("\n")) {
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="(\\.|[^"\\])*",?)+\})? -?[\d.e+]+)$/);
  }
});

describe("GET /v1/capacity", () => {
  const world = new World();

  test("wanted slots by label set, in a place that KEDA's valueLocation can name", async () => {
    const tenant = await world.tenant();
    await world.scan(tenant, { shards: 3 });
    await world.scan(tenant, { labels: ["gpu", "eu"], shards: 2 });
    const get = async (query = "") => {
      const { status, body } = await world.ask(`/v1/capacity${query}`, { token: tenant.apiToken });
      expect(status).toBe(200);
      return capacityReply.parse(body);
    };
    const all = await get();
    expect(all).toMatchObject({ wantedSlots: 5, waiting: 5, running: 0, totalSlots: 0, agentsOnline: 0 });
    expect(all.byLabels).toMatchObject([
      { key: "any", wantedSlots: 3, waiting: 3, freeSlots: 0 },
      { key: "eu+gpu", labels: ["eu", "gpu"], wantedSlots: 2 },
    ]);
    expect(all.byKind.find((entry) => entry.kind === "code")).toMatchObject({ waiting: 5, running: 0 });
    expect(await get("?labels=gpu,eu")).toMatchObject({ wantedSlots: 2, waiting: 2 });
    expect(await get("?labels=none")).toMatchObject({ wantedSlots: 0, waiting: 0 });
    const settings = { paused: false, maxRunning: 1 };
    await world.ask("/v1/queue/settings", { method: "PUT", token: tenant.apiToken, json: settings });
    expect((await get()).wantedSlots).toBe(1);
    await world.ask("/v1/queue/settings", {
      method: "PUT",
      token: tenant.apiToken,
      json: { ...settings, paused: true },
    });
    expect((await get()).wantedSlots).toBe(0);
  });

  test("history of a day and of a month, and metrics as text", async () => {
    const tenant = await world.tenant();
    for (const span of ["day", "month"]) {
      const { status, body } = await world.ask(`/v1/capacity/history?span=${span}`, {
        token: tenant.apiToken,
      });
      expect([status, capacityHistory.parse(body).samples]).toEqual([200, []]);
    }
    const metrics = await world.ask("/v1/metrics", { token: tenant.apiToken });
    expect(metrics.headers.get("content-type")).toContain("version=0.0.4");
    expect(metrics.body).toContain('dataguardian_jobs_waiting{kind="code"} 0\n');
  });

  test("the operator sees all tenants with open jobs, and the totals", async () => {
    const [one, two] = [await world.tenant("Eerste BV"), await world.tenant("Tweede BV")];
    await world.scan(one, { shards: 4 });
    await world.scan(two);
    const { status, body } = await world.asOperator("/v1/operator/capacity");
    expect(status).toBe(200);
    const reply = operatorCapacityReply.parse(body);
    const of = (tenantId: string) => reply.byTenant.find((entry) => entry.tenantId === tenantId);
    expect(of(one.tenantId)).toMatchObject({ name: "Eerste BV", shard: "DB", waiting: 4, wantedSlots: 4 });
    expect(of(two.tenantId)).toMatchObject({ waiting: 1 });
    expect(reply.waiting).toBe(reply.byTenant.reduce((all, entry) => all + entry.waiting, 0));
    expect(reply.byKind.find(({ kind }) => kind === "code")?.waiting).toBeGreaterThan(0);
    const { body: metrics } = await world.asOperator("/v1/operator/metrics");
    expect(metrics).toContain("dataguardian_slots_wanted ");
    expect(metrics).toMatch(/dataguardian_jobs_waiting\{kind="code"\} [1-9]/);
  });
});

describe("plan limits", () => {
  const world = new World();
  const limit = (tenantId: string, json: Record<string, number | null>) =>
    world.asOperator(`/v1/operator/tenants/${tenantId}/limits`, {
      method: "PUT",
      json: { agents: null, concurrentScans: null, scansPerMonth: null, ...json },
    });

  test("scans a month: refused with a sentence that says when it ends; a repeat of an earlier key is not", async () => {
    const tenant = await world.tenant();
    expect((await limit(tenant.tenantId, { scansPerMonth: 2 })).status).toBe(200);
    const ask = (key: string) =>
      world.ask("/v1/scans", {
        token: tenant.apiToken,
        json: { kind: "code", target: "/srv" },
        headers: { "idempotency-key": key },
      });
    expect([(await ask("a")).status, (await ask("b")).status]).toEqual([201, 201]);
    const third = await ask("c");
    expect([third.status, third.body.error.code]).toEqual([429, "plan_limit"]);
    expect(third.body.error.message).toMatch(/allows 2 scans a month.*starts on \d{4}-\d{2}-01/);
    expect((await ask("a")).status).toBe(201);
    const usage = usageReply.parse((await world.ask("/v1/usage", { token: tenant.apiToken })).body);
    expect(usage.scansThisMonth).toEqual({ used: 2, limit: 2 });
  });

  test("agents: the token says so, and works again once one is revoked", async () => {
    const tenant = await world.tenant();
    await limit(tenant.tenantId, { agents: 1 });
    const first = await world.enrolled(tenant, "one");
    const json = { token: tenant.enrolmentToken, name: "two", labels: [], publicKey: `${"A".repeat(43)}=` };
    const refused = await world.ask("/agent/v1/enroll", { json });
    expect([refused.status, refused.body.error.code]).toEqual([401, "enrolment_token_plan_limit"]);
    await world.ask(`/v1/agents/${first}/revoke`, { method: "POST", token: tenant.apiToken });
    expect((await world.ask("/agent/v1/enroll", { json })).status).toBe(201);
  });

  test("an Idempotency-Key is good for a day", async () => {
    const tenant = await world.tenant();
    const ask = () =>
      world.ask("/v1/scans", {
        token: tenant.apiToken,
        json: { kind: "code", target: "/srv" },
        headers: { "idempotency-key": "daily" },
      });
    const first = await ask();
    world.shiftMs = 23 * 3_600_000;
    expect((await ask()).body.id).toBe(first.body.id);
    world.shiftMs = 25 * 3_600_000;
    const next = await ask();
    expect([next.status, next.body.id === first.body.id]).toEqual([201, false]);
    world.shiftMs = 0;
  });
});

/** Alerts as the hub raises them, what people do about them, and where they are sent. */
import { createMessageBatch, createExecutionContext, getQueueResult } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { alertPage, type AlertView, webhookCreated, webhookDelivery } from "@dataguardian/shared/api";
import { TARGET_WAIT_MS } from "@dataguardian/shared/capacity";
import { consume, DEAD_LETTERS, retryDelayS } from "../src/webhooks/consume.ts";
import type { DeliveryDeps } from "../src/webhooks/deliver.ts";
import type { WebhookMessage } from "../src/webhooks/message.ts";
import { World } from "./api-fixture.ts";
import { EngineWorld, refOf } from "./engine-world.ts";
import { addScan } from "./ledger-fixture.ts";

const alertsOf = async (tenantId: string) =>
  (
    await env.DB.prepare("select * from alerts where tenant_id = ? order by raised_at, id")
      .bind(tenantId)
      .all<{
        id: string;
        kind: string;
        subject: string;
        level: string;
        value: number;
        cleared_at: number | null;
      }>()
  ).results;

async function waiting(world: EngineWorld, more: object = {}) {
  const made = await addScan(world.tenantId, { createdAt: world.now, ...more });
  await world.engine.jobsChanged(made.scanId);
  await world.engine.idle();
  return made;
}

describe("the hub raises", () => {
  test("queue_wait once the target is passed, by the alarm alone; critical later; over when nothing waits", async () => {
    const world = new EngineWorld();
    const { scanId } = await waiting(world);
    expect(world.wakes).toContain(world.now + TARGET_WAIT_MS);
    world.now += TARGET_WAIT_MS;
    await world.engine.upkeep();
    await world.engine.idle();
    expect(await alertsOf(world.tenantId)).toMatchObject([
      { kind: "queue_wait", level: "warning", cleared_at: null },
    ]);
    expect(world.wakes).toContain(world.now + 3 * TARGET_WAIT_MS);
    await world.evict();
    world.now += 3 * TARGET_WAIT_MS;
    await world.engine.upkeep();
    await world.engine.idle();
    expect(await alertsOf(world.tenantId)).toMatchObject([{ kind: "queue_wait", level: "critical" }]);
    await world.engine.cancelScan(scanId);
    await world.engine.idle();
    expect(await alertsOf(world.tenantId)).toMatchObject([{ kind: "queue_wait", cleared_at: world.now }]);
  });

  test("agent_memory and pool_use on the agent's word, agent_lost and dead_letter on what happened", async () => {
    const world = new EngineWorld();
    const agent = await world.connect("one", { slots: 1 });
    const health = {
      memoryPercent: 88,
      cpuPercent: 50,
      eventLoopDelayMs: 4,
      pools: [{ source: "crm", used: 9, size: 10 }],
    };
    const say = (level: "ok" | "warning" | "critical", percent: number) =>
      agent.say({ v: 1, t: "health", health, crossings: [{ signal: "memory", level, percent }] });
    await say("warning", 88);
    await say("critical", 96);
    await agent.say({
      v: 1,
      t: "health",
      health,
      crossings: [{ signal: "pool", source: "crm", level: "warning", percent: 90 }],
    });
    await say("ok", 60);
    const raised = await alertsOf(world.tenantId);
    const [memory, pool] = ["agent_memory", "pool_use"].map((kind) =>
      raised.find((one) => one.kind === kind),
    );
    expect(memory).toMatchObject({
      kind: "agent_memory",
      subject: agent.agentId,
      level: "critical",
      value: 96,
    });
    expect(memory?.cleared_at).toBe(world.now);
    expect(pool).toMatchObject({ kind: "pool_use", subject: `${agent.agentId}/crm`, cleared_at: null });

    await waiting(world, { maxAttempts: 1 });
    await agent.accept(agent.grants()[0] as never);
    world.engine.hub.peers.remove(agent.peer);
    await world.pass(60_000);
    const kinds = (await alertsOf(world.tenantId))
      .filter((alert) => alert.cleared_at === null)
      .map((a) => a.kind);
    expect(kinds.sort()).toEqual(["agent_lost", "dead_letter", "pool_use"]);
    await agent.connect({ slots: 1 });
    const lost = (await alertsOf(world.tenantId)).find((alert) => alert.kind === "agent_lost");
    expect(lost?.cleared_at).toBe(world.now);
  });

  test("agent_lost when an idle agent vanishes and stays away, also while the hub sleeps", async () => {
    const world = new EngineWorld();
    const lost = await world.connect("lost");
    const back = await world.connect("back");
    const left = await world.connect("left");
    await left.say({ v: 1, t: "bye" });
    for (const agent of [lost, back, left]) agent.vanish();
    await world.pass(60_000);
    await back.connect();
    await world.evict([back]);
    expect(Math.min(...world.wakes.filter((at) => at > world.now))).toBeLessThanOrEqual(world.now + 120_000);
    await world.pass(110_000, [back]);
    expect(await alertsOf(world.tenantId)).toEqual([]);
    await world.pass(20_000, [back]);
    expect(await alertsOf(world.tenantId)).toMatchObject([
      { kind: "agent_lost", subject: lost.agentId, subject_name: "lost", value: 1, cleared_at: null },
    ]);
    await lost.connect();
    expect(await alertsOf(world.tenantId)).toMatchObject([{ cleared_at: world.now }]);
  });

  test("run_time when a job takes over twice what its kind takes, and only then", async () => {
    const world = new EngineWorld();
    const agent = await world.connect("one", { slots: 1 });
    for (const minutes of [2, 2, 6]) {
      await waiting(world);
      const [grant] = agent.grants();
      if (grant === undefined) throw new Error("no grant");
      await agent.accept(grant);
      for (let minute = 0; minute < minutes; minute++) {
        await world.pass(60_000, [agent]);
        await agent.say({
          v: 1,
          t: "progress",
          ...refOf(grant),
          progress: { stage: "scanning", unitsDone: minute, bytesDone: 1, findings: 0 },
        });
      }
      const open = (await alertsOf(world.tenantId)).filter((alert) => alert.cleared_at === null);
      expect(open.map((alert) => alert.kind)).toEqual(minutes === 6 ? ["run_time"] : []);
      await agent.commit(grant);
    }
    expect(await alertsOf(world.tenantId)).toMatchObject([
      { kind: "run_time", subject: "code", cleared_at: world.now },
    ]);
  });
});

describe("people", () => {
  test("list, acknowledge once, and end what only they can end", async () => {
    const api = new World();
    const tenant = await api.tenant();
    const insert = (id: string, kind: string, at: number) =>
      env.DB.prepare(
        `insert into alerts (id, tenant_id, kind, subject, subject_name, level, value, threshold, raised_at)
         values (?, ?, ?, '', '', 'warning', 1, 1, ?)`,
      )
        .bind(id, tenant.tenantId, kind, at)
        .run();
    await insert(`alr_memory_${tenant.tenantId}`, "agent_memory", 1);
    await insert(`alr_dead_${tenant.tenantId}`, "dead_letter", 2);
    const list = async (query = "") =>
      alertPage.parse((await api.ask(`/v1/alerts${query}`, { token: tenant.apiToken })).body).alerts;
    expect((await list()).map((alert) => alert.kind)).toEqual(["dead_letter", "agent_memory"]);
    const dead = (await list())[0] as AlertView;
    const acknowledge = (role: string) =>
      api.ask(`/v1/alerts/${dead.id}/acknowledge`, { method: "POST", token: role });
    const { status, body } = await acknowledge(tenant.apiToken);
    expect([status, body.acknowledgedAt === null]).toEqual([200, false]);
    const again = await acknowledge(await api.tokenOf(tenant, "member"));
    expect(again.body.acknowledgedBy).toBe(body.acknowledgedBy);
    for (let n = 0; n < 50 && (await list()).length > 1; n++)
      await new Promise((done) => setTimeout(done, 20));
    expect((await list()).map((alert) => alert.kind)).toEqual(["agent_memory"]);
    expect(await list("?state=all")).toHaveLength(2);
    const audit = (await api.ask("/v1/audit", { token: tenant.apiToken })).body.entries;
    expect(audit.filter((entry: { action: string }) => entry.action === "alert.acknowledge")).toHaveLength(1);
  });
});

describe("webhooks", () => {
  const api = new World();
  const create = async (url = "https://hooks.example.org/dg") => {
    const tenant = await api.tenant();
    const json = { name: "desk", url };
    return { tenant, reply: await api.ask("/v1/webhooks", { token: tenant.apiToken, json }) };
  };
  const alert: AlertView = {
    id: "alr_x",
    kind: "queue_wait",
    subject: "",
    subjectName: "",
    level: "warning",
    value: 400_000,
    threshold: 300_000,
    raisedAt: 1,
    clearedAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
  };

  /** Puts one message through the consumer as the runtime would. */
  async function run(
    body: WebhookMessage,
    deps: Partial<DeliveryDeps>,
    queue = "dataguardian-webhooks",
    attempts = 1,
  ) {
    const sent: { url: string; init: RequestInit }[] = [];
    const batch = createMessageBatch<WebhookMessage>(queue, [
      { id: "m1", timestamp: new Date(), body, attempts },
    ]);
    await consume(batch, env, {
      now: () => 1_700_000_000_000,
      resolve: async () => ["93.184.216.34"],
      fetch: async (url, init) => {
        sent.push({ url, init });
        return new Response("ok");
      },
      ...deps,
    });
    const result = await getQueueResult(batch, createExecutionContext());
    return { sent, acked: result.explicitAcks.length === 1, retried: result.retryMessages.length === 1 };
  }

  test("the secret is shown once; the delivery is signed with it over time and body", async () => {
    const { tenant, reply } = await create();
    expect(reply.status).toBe(201);
    const made = webhookCreated.parse(reply.body);
    const listed = (await api.ask("/v1/webhooks", { token: tenant.apiToken })).body;
    expect(JSON.stringify(listed)).not.toContain(made.secret);
    const message: WebhookMessage = {
      webhookId: made.id,
      tenantId: tenant.tenantId,
      event: "alert.raised",
      alert,
    };
    const { sent, acked } = await run(message, {});
    expect(acked).toBe(true);
    const body = String(sent[0]?.init.body);
    expect(webhookDelivery.parse(JSON.parse(body))).toMatchObject({
      event: "alert.raised",
      alert: { id: "alr_x" },
    });
    const header = new Headers(sent[0]?.init.headers).get("dataguardian-signature") ?? "";
    const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header) ?? [];
    expect(t).toBe("1700000000");
    const key = await crypto.subtle.importKey(
      "raw",
      new TextEncoder().encode(made.secret),
      { name: "HMAC", hash: "SHA-256" },
      false,
      ["verify"],
    );
    const bytes = Uint8Array.from(v1?.match(/../g) ?? [], (pair) => parseInt(pair, 16));
    const signed = (text: string) => crypto.subtle.verify("HMAC", key, bytes, new TextEncoder().encode(text));
    expect([await signed(`${t}.${body}`), await signed(`1700000001.${body}`)]).toEqual([true, false]);
    expect(sent[0]?.init.redirect).toBe("manual");
    const seen = (await api.ask("/v1/webhooks", { token: tenant.apiToken })).body.webhooks[0];
    expect(seen).toMatchObject({ lastDeliveredAt: 1_700_000_000_000, lastFailedAt: null, dead: 0 });
  });

  test("what fails is tried again later, and counted when it is given up", async () => {
    const { tenant, reply } = await create();
    const message: WebhookMessage = {
      webhookId: reply.body.id,
      tenantId: tenant.tenantId,
      event: "alert.raised",
      alert,
    };
    const answers: Partial<DeliveryDeps>[] = [
      { fetch: async () => new Response(null, { status: 500 }) },
      { fetch: async () => new Response(null, { status: 302, headers: { location: "http://127.0.0.1/" } }) },
      { fetch: () => Promise.reject(new Error("connection refused")) },
      { resolve: () => Promise.reject(new Error("no answer")) },
      { resolve: async () => [] },
    ];
    for (const deps of answers)
      expect(await run(message, deps)).toMatchObject({ acked: false, retried: true });
    await run(message, {}, DEAD_LETTERS);
    const seen = (await api.ask("/v1/webhooks", { token: tenant.apiToken })).body.webhooks[0];
    expect(seen).toMatchObject({ dead: 1, lastFailedAt: 1_700_000_000_000 });
    expect([1, 2, 3, 20].map(retryDelayS)).toEqual([10, 20, 40, 3_600]);
  });

  test("a public name that leads inside is never called", async () => {
    const { tenant, reply } = await create();
    const message: WebhookMessage = {
      webhookId: reply.body.id,
      tenantId: tenant.tenantId,
      event: "alert.raised",
      alert,
    };
    for (const inside of [["10.0.0.5"], ["93.184.216.34", "169.254.169.254"], ["::1"], ["fd00::1"]]) {
      const { sent } = await run(message, { resolve: async () => inside });
      expect(sent).toEqual([]);
    }
  });

  test("a removed webhook, and one of another tenant, gets nothing", async () => {
    const { tenant, reply } = await create();
    const foreign: WebhookMessage = {
      webhookId: reply.body.id,
      tenantId: "ten_other",
      event: "alert.raised",
      alert,
    };
    expect(await run(foreign, {})).toMatchObject({ sent: [], acked: true });
    await api.ask(`/v1/webhooks/${reply.body.id}`, { method: "DELETE", token: tenant.apiToken });
    expect(await run({ ...foreign, tenantId: tenant.tenantId }, {})).toMatchObject({ sent: [], acked: true });
  });

  test.each(["http://hooks.example.org/", "https://127.0.0.1/", "https://localhost/", "https://a.internal/"])(
    "%s is refused when it is given",
    async (url) => {
      const { reply } = await create(url);
      expect([reply.status, reply.body.error.code]).toEqual([400, "webhook_address"]);
    },
  );

  test("the hub puts one message a webhook into the queue, raised and cleared", async () => {
    const world = new EngineWorld();
    await env.DB.prepare(
      "insert into webhooks (id, tenant_id, name, url, created_by, created_at, dead) values (?, ?, 'x', 'https://hooks.example.org', 'x', 1, 0)",
    )
      .bind(`whk_${world.tenantId}`, world.tenantId)
      .run();
    const { scanId } = await waiting(world);
    world.now += TARGET_WAIT_MS;
    await world.engine.upkeep();
    await world.engine.idle();
    await world.engine.cancelScan(scanId);
    await world.engine.idle();
    expect(world.queued.map(({ event, alert: { kind } }) => [event, kind])).toEqual([
      ["alert.raised", "queue_wait"],
      ["alert.cleared", "queue_wait"],
    ]);
  });
});

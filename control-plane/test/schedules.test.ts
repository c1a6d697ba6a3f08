import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { scheduleView } from "@dataguardian/shared/api";
import { keepHouse } from "../src/housekeeping.ts";
import { World } from "./api-fixture.ts";
import { EngineWorld } from "./engine-world.ts";

const api = new World();
const request = (more: object = {}) => ({
  name: "nightly",
  cron: "30 2 * * *",
  scan: { kind: "code", target: "/srv/code" },
  ...more,
});

const scansOf = async (tenantId: string) =>
  (
    await env.DB.prepare("select id, member_id from scans where tenant_id = ?")
      .bind(tenantId)
      .all<{ id: string; member_id: string }>()
  ).results;

describe("/v1/schedules", () => {
  test("made, read, changed, removed; each with its audit row", async () => {
    const tenant = await api.tenant();
    const ask = (method: string, path: string, json?: unknown) =>
      api.ask(`/v1/schedules${path}`, { method, token: tenant.apiToken, json });
    const { status, body } = await ask("POST", "", request({ jitterMs: 60_000 }));
    expect(status).toBe(201);
    const made = scheduleView.parse(body);
    const next = new Date(made.nextRunAt ?? 0);
    expect([made.timeZone, made.catchUp, next.getUTCMinutes() === 30 || next.getUTCMinutes() === 31]).toEqual(
      ["Europe/Amsterdam", "skip", true],
    );
    const off = await ask("PUT", `/${made.id}`, request({ enabled: false }));
    expect([off.status, off.body.nextRunAt]).toEqual([200, null]);
    expect((await ask("GET", `/${made.id}`)).body.enabled).toBe(false);
    expect((await ask("DELETE", `/${made.id}`)).status).toBe(200);
    expect((await ask("GET", `/${made.id}`)).status).toBe(404);
    const audit = (await api.ask("/v1/audit", { token: tenant.apiToken })).body.entries;
    expect(audit.slice(0, 3).map((entry: { action: string }) => entry.action)).toEqual([
      "schedule.remove",
      "schedule.change",
      "schedule.create",
    ]);
  });

  test.each([
    [{ cron: "61 2 * * *" }, "cron"],
    [{ timeZone: "Nowhere/City" }, "timeZone"],
    [{ scan: { kind: "code" } }, "scan"],
    [{ blackouts: [{ days: [1], from: "25:00", until: "26:00" }] }, "blackouts"],
  ])("%j is refused and named", async (more, named) => {
    const tenant = await api.tenant();
    const { status, body } = await api.ask("/v1/schedules", { token: tenant.apiToken, json: request(more) });
    expect(status).toBe(400);
    expect(body.error.message).toContain(named);
  });

  test("a member can read them and not make one", async () => {
    const tenant = await api.tenant();
    const token = await api.tokenOf(tenant, "member");
    expect((await api.ask("/v1/schedules", { token })).status).toBe(200);
    expect((await api.ask("/v1/schedules", { token, json: request() })).status).toBe(403);
  });
});

describe("the hub", () => {
  /** A schedule that is due every day at noon, UTC; the world's clock stands at noon. */
  async function daily(world: EngineWorld, more: { catchUp?: string; cron?: string } = {}) {
    const id = `sch_${world.tenantId.slice(4)}`;
    await env.DB.prepare(
      `insert into schedules (id, tenant_id, name, cron, time_zone, blackouts, jitter_ms, catch_up, enabled, scan, member_id,
         created_at, next_at, due_at, missed) values (?1, ?2, 'noon', ?3, 'UTC', '[]', 0, ?4, 1, ?5, 'usr_maker', 1, ?6, ?6, 0)`,
    )
      .bind(
        id,
        world.tenantId,
        more.cron ?? "0 12 * * *",
        more.catchUp ?? "skip",
        JSON.stringify(SCAN),
        world.now + 1_000,
      )
      .run();
    await world.engine.schedulesChanged();
    return id;
  }
  const SCAN = {
    kind: "code",
    target: "/srv/code",
    options: {},
    labels: [],
    priority: "normal",
    shards: 1,
    maxAttempts: 3,
    timeoutMs: 60_000,
  };
  const rowOf = (id: string) => env.DB.prepare("select * from schedules where id = ?").bind(id).first();

  test("starts the scan when its time comes, once, as its maker's, and knows the next time", async () => {
    const world = new EngineWorld();
    const id = await daily(world);
    expect(world.wakes).toContain(world.now + 1_000);
    await world.engine.upkeep();
    expect(await scansOf(world.tenantId)).toEqual([]);
    world.now += 1_000;
    await Promise.all([world.engine.upkeep(), world.newEngine().runSchedules()]);
    await world.engine.runSchedules();
    const scans = await scansOf(world.tenantId);
    expect(scans).toMatchObject([{ member_id: "usr_maker" }]);
    const row = await rowOf(id);
    expect(row).toMatchObject({ last_scan_id: scans[0]?.id, missed: 0 });
    expect(row?.["due_at"]).toBe(Date.UTC(2026, 0, 11, 12));
    expect((await world.engine.queueHead(10)).head).toHaveLength(1);
  });

  test.each([
    ["skip", 0, 3],
    ["one", 1, 2],
  ] as const)(
    "%s after three days away: %i scan, %i missed, and an alert",
    async (catchUp, scans, missed) => {
      const world = new EngineWorld();
      const id = await daily(world, { catchUp });
      world.now += 2 * 86_400_000 + 3_600_000;
      await world.evict();
      await world.engine.runSchedules();
      await world.engine.idle();
      expect(await scansOf(world.tenantId)).toHaveLength(scans);
      expect(await rowOf(id)).toMatchObject({ missed });
      const alert = await env.DB.prepare("select kind, subject_name, value from alerts where tenant_id = ?")
        .bind(world.tenantId)
        .first();
      expect(alert).toEqual({ kind: "schedule_missed", subject_name: "noon", value: missed });
    },
  );

  test("a run that the plan has no room for counts as missed, and the schedule goes on", async () => {
    const world = new EngineWorld();
    const id = await daily(world);
    await env.DB.prepare("insert into plan_limits (tenant_id, scans_per_month) values (?, 0)")
      .bind(world.tenantId)
      .run();
    world.now += 1_000;
    await world.engine.upkeep();
    expect(await scansOf(world.tenantId)).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ missed: 1, due_at: Date.UTC(2026, 0, 11, 12) });
  });

  test("the cron starts what the hub slept through", async () => {
    const tenant = await api.tenant();
    const { body } = await api.ask("/v1/schedules", {
      token: tenant.apiToken,
      json: request({ cron: "* * * * *", catchUp: "one" }),
    });
    const past = Date.now() - 120_000;
    await env.DB.prepare("update schedules set next_at = ?2, due_at = ?2 where id = ?1")
      .bind(body.id, past)
      .run();
    await keepHouse(env, Date.now());
    expect(await scansOf(tenant.tenantId)).toHaveLength(1);
  });
});

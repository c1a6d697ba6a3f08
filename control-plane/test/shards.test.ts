/** Two D1 shards: a tenant's work lies in the one that `tenants.shard` names, and nowhere else. */
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { OPERATOR_TOKEN, SETUP_TOKEN, type Tenant, World } from "./api-fixture.ts";

const world = new World();
const TABLES = [
  "scans",
  "jobs",
  "audit_log",
  "api_tokens",
  "enrolment_tokens",
  "agents",
  "schedules",
  "plan_limits",
];

async function rowsIn(db: D1Database, tenantId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of TABLES) {
    const sql = `select count(*) as n from ${table} where tenant_id = ?`;
    counts[table] = (await db.prepare(sql).bind(tenantId).first<number>("n")) ?? 0;
  }
  return counts;
}

async function work(tenant: Tenant) {
  const scan = await world.scan(tenant, { shards: 2 });
  await world.enrolled(tenant);
  const schedule = { name: "nightly", cron: "30 2 * * *", scan: { kind: "code", target: "/srv/code" } };
  await world.ask("/v1/schedules", { token: tenant.apiToken, json: schedule });
  const limits = { agents: 5, concurrentScans: null, scansPerMonth: null };
  const path = `/v1/operator/tenants/${tenant.tenantId}/limits`;
  await world.ask(path, { method: "PUT", token: OPERATOR_TOKEN, json: limits });
  return scan;
}

describe("two shards", () => {
  test.each(["DB", "DB_1"] as const)("a tenant of %s has every row of its work there", async (shard) => {
    const tenant = await world.tenant("Voorbeeld BV", undefined, shard);
    const { id } = await work(tenant);
    const [here, there] = shard === "DB" ? [env.DB, env.DB_1] : [env.DB_1, env.DB];
    const counts = await rowsIn(here, tenant.tenantId);
    for (const table of TABLES) expect(counts[table], table).toBeGreaterThan(0);
    expect(await rowsIn(there, tenant.tenantId)).toEqual(
      Object.fromEntries(TABLES.map((table) => [table, 0])),
    );
    // The hub reads and writes there too: it knows the scan, and why it waits.
    const { body } = await world.ask(`/v1/scans/${id}`, { token: tenant.apiToken });
    expect(body.jobList.map((job: { wait: unknown }) => job.wait)).toEqual([
      { why: "no_agent_online" },
      { why: "no_agent_online" },
    ]);
    expect((await world.ask("/v1/me", { token: tenant.apiToken })).body.tenant.name).toBe("Voorbeeld BV");
    const cancelled = await world.ask(`/v1/scans/${id}/cancel`, { method: "POST", token: tenant.apiToken });
    expect(cancelled.body.state).toBe("cancelled");
    const seen = (await world.asOperator("/v1/operator/capacity")).status;
    expect(seen).toBe(200);
  });

  test("a shard that is not bound is refused", async () => {
    for (const shard of ["DB_9", "RESULTS", "AUTH_SECRET", "__proto__"]) {
      const json = {
        tenantName: "X",
        ownerName: "X",
        ownerEmail: `x-${crypto.randomUUID()}@example.test`,
        shard,
      };
      const { status, body } = await world.ask("/v1/setup", { token: SETUP_TOKEN, json });
      expect([status, body.error.code]).toEqual(
        [400, "shard_unknown"].map((want, n) => (n === 1 && shard.length > 16 ? "invalid_request" : want)),
      );
    }
  });
});

test("two people start the same scan at the same moment: two scans, and each sees their own result", async () => {
  const tenant = await world.tenant();
  const tokens = await Promise.all([world.tokenOf(tenant, "admin"), world.tokenOf(tenant, "member")]);
  const other = await world.tenant("Andere BV");
  const json = { kind: "code", target: "/srv/code" };
  const key = { "idempotency-key": "same" };
  const asked = await Promise.all([
    ...tokens.map((token) => world.ask("/v1/scans", { token, json })),
    world.ask("/v1/scans", { token: other.apiToken, json, headers: key }),
    world.ask("/v1/scans", { token: tokens[0] ?? "", json, headers: key }),
  ]);
  expect(asked.map((reply) => reply.status)).toEqual([201, 201, 201, 201]);
  const ids = asked.map((reply) => reply.body.id as string);
  expect(new Set(ids).size).toBe(4);
  expect(asked.slice(0, 2).map((reply) => reply.body.requestedBy)).toEqual(["admin", "member"]);
  const list = async (token: string) =>
    (await world.ask("/v1/scans", { token })).body.scans.map((scan: { id: string }) => scan.id).sort();
  expect(await list(tokens[0] ?? "")).toEqual([ids[0], ids[1], ids[3]].sort());
  expect(await list(other.apiToken)).toEqual([ids[2]]);
  for (const id of [ids[0], ids[1], ids[3]]) {
    expect((await world.ask(`/v1/scans/${id}`, { token: other.apiToken })).status).toBe(404);
  }
});

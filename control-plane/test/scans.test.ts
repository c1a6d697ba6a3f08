import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { scanDetail } from "@dataguardian/shared/api";
import { World } from "./api-fixture.ts";
import { aFinding, commit, lease, uploadFindings } from "./leased-job.ts";

const world = new World();

describe("POST /v1/scans", () => {
  test("writes the scan, its jobs and the audit row, and says why the job waits", async () => {
    const tenant = await world.tenant();
    const json = { kind: "code", target: "/srv/code", priority: "high", shards: 3, labels: ["amsterdam"] };
    const { status, body } = await world.ask("/v1/scans", { token: tenant.apiToken, json });
    expect(status).toBe(201);
    const scan = scanDetail.parse(body);
    expect(scan).toMatchObject({
      state: "queued",
      priority: "high",
      jobs: { total: 3, ready: 3 },
      requestedBy: "setup",
    });
    expect(scan.jobList.map((job) => job.shard)).toEqual([0, 1, 2].map((index) => ({ index, count: 3 })));
    expect(scan.jobList[0]?.wait).toEqual({ why: "no_agent_online" });
    const { body: audit } = await world.ask("/v1/audit", { token: tenant.apiToken });
    expect(audit.entries[0]).toMatchObject({ action: "scan.create", subject: scan.id });
  });

  test("takes a thousand jobs in one go", async () => {
    const tenant = await world.tenant();
    const { jobIds } = await world.scan(tenant, { shards: 1_000 });
    expect(new Set(jobIds).size).toBe(1_000);
  });

  test("L9: a database source is its own concurrency key, other kinds have none unless given", async () => {
    const tenant = await world.tenant();
    const keyOf = async (json: Record<string, unknown>) =>
      (await world.ask("/v1/scans", { token: tenant.apiToken, json })).body.concurrencyKey;
    expect(await keyOf({ kind: "database", source: "crm-db" })).toBe("crm-db");
    expect(await keyOf({ kind: "document", source: "hr-share" })).toBe(null);
    expect(await keyOf({ kind: "code", target: "/srv", concurrencyKey: "one" })).toBe("one");
  });

  test("the same Idempotency-Key and request give the same scan, one after the other and at once", async () => {
    const tenant = await world.tenant();
    const ask = (key: string, target = "/srv") =>
      world.ask("/v1/scans", {
        token: tenant.apiToken,
        json: { kind: "code", target },
        headers: { "idempotency-key": key },
      });
    const first = await ask("one");
    const again = await ask("one");
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.id).toBe(first.body.id);

    const atOnce = await Promise.all(Array.from({ length: 5 }, () => ask("two")));
    expect(new Set(atOnce.map((reply) => reply.body.id)).size).toBe(1);

    const other = await ask("one", "/other");
    expect([other.status, other.body.error.code]).toEqual([409, "key_reused"]);
    const { body } = await world.ask("/v1/scans", { token: tenant.apiToken });
    expect(body.scans).toHaveLength(2);

    const neighbour = await world.tenant("Andere BV");
    const headers = { "idempotency-key": "one" };
    const json = { kind: "code", target: "/srv" };
    const theirs = await world.ask("/v1/scans", { token: neighbour.apiToken, json, headers });
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(first.body.id);
  });
});

describe("GET /v1/scans", () => {
  test("pages newest first, without gap or repeat while new ones come in", async () => {
    const tenant = await world.tenant();
    const made: string[] = [];
    for (let i = 0; i < 5; i++) made.unshift((await world.scan(tenant)).id);
    const seen: string[] = [];
    let next = "";
    do {
      const path = `/v1/scans?limit=2${next === "" ? "" : `&cursor=${next}`}`;
      const { body } = await world.ask(path, { token: tenant.apiToken });
      seen.push(...body.scans.map((scan: { id: string }) => scan.id));
      next = body.next ?? "";
      await world.scan(tenant);
    } while (next !== "");
    expect(seen).toEqual(made);
  });

  test("filters by state", async () => {
    const tenant = await world.tenant();
    const { id } = await world.scan(tenant);
    await world.scan(tenant);
    await world.ask(`/v1/scans/${id}/cancel`, { method: "POST", token: tenant.apiToken });
    const { body } = await world.ask("/v1/scans?state=cancelled", { token: tenant.apiToken });
    expect(body.scans.map((scan: { id: string }) => scan.id)).toEqual([id]);
  });
});

test("a scan from before ids of jobs were its own is found with its jobs, and can be cancelled", async () => {
  const tenant = await world.tenant();
  const { id } = await world.scan(tenant, { shards: 2 });
  await env.DB.batch([
    env.DB.prepare("update scans set job_prefix = 'job_' where id = ?").bind(id),
    env.DB.prepare(
      "update jobs set id = 'job_0123456789abcdefghjkmn00' || shard_index where scan_id = ?",
    ).bind(id),
  ]);
  const other = await world.scan(tenant);
  const { body } = await world.ask(`/v1/scans/${id}`, { token: tenant.apiToken });
  expect(body.jobList.map((job: { shard: { index: number } }) => job.shard.index)).toEqual([0, 1]);
  const cancelled = await world.ask(`/v1/scans/${id}/cancel`, { method: "POST", token: tenant.apiToken });
  expect(cancelled.body).toMatchObject({ state: "cancelled", jobs: { total: 2, cancelled: 2 } });
  expect((await world.ask(`/v1/scans/${other.id}`, { token: tenant.apiToken })).body.jobs.ready).toBe(1);
});

describe("POST /v1/scans/{id}/cancel", () => {
  test("L10: ends waiting jobs at once; again is no fault; an ended scan is", async () => {
    const tenant = await world.tenant();
    const { id } = await world.scan(tenant, { shards: 2 });
    const cancel = () => world.ask(`/v1/scans/${id}/cancel`, { method: "POST", token: tenant.apiToken });
    const { status, body } = await cancel();
    expect([status, body.state, body.jobs.cancelled]).toEqual([200, "cancelled", 2]);
    expect((await cancel()).status).toBe(200);
    await env.DB.prepare("update scans set state = 'done' where id = ?").bind(id).run();
    const late = await cancel();
    expect([late.status, late.body.error.code]).toEqual([409, "scan_ended"]);
  });
});

describe("POST /v1/jobs/{id}/redrive", () => {
  test("L8: a dead job waits again with a clean slate and its scan is open; any other job is refused", async () => {
    const tenant = await world.tenant();
    const { id, jobIds } = await world.scan(tenant);
    const redrive = () =>
      world.ask(`/v1/jobs/${jobIds[0]}/redrive`, { method: "POST", token: tenant.apiToken });
    const early = await redrive();
    expect([early.status, early.body.error.code]).toEqual([409, "job_not_dead"]);
    await env.DB.batch([
      env.DB.prepare(
        `update jobs set state = 'dead', attempts = 3, lost_agents = '["agt_a"]', ended_at = 1 where scan_id = ?`,
      ).bind(id),
      env.DB.prepare("update scans set state = 'failed', ended_at = 1 where id = ?").bind(id),
    ]);
    expect((await redrive()).status).toBe(200);
    const { body } = await world.ask(`/v1/scans/${id}`, { token: tenant.apiToken });
    expect(body).toMatchObject({ state: "queued", endedAt: null });
    expect(body.jobList).toMatchObject([{ state: "ready", attempts: 0, wait: { why: "no_agent_online" } }]);
  });
});

describe("queue", () => {
  test("L14: lists what waits, in order, and says when it is paused", async () => {
    const tenant = await world.tenant();
    await world.scan(tenant, { priority: "low" });
    await world.scan(tenant, { priority: "urgent" });
    const json = { paused: true, maxRunning: null };
    expect(
      (await world.ask("/v1/queue/settings", { method: "PUT", token: tenant.apiToken, json })).status,
    ).toBe(200);
    const { body } = await world.ask("/v1/queue", { token: tenant.apiToken });
    expect([body.running, body.waiting]).toEqual([0, 2]);
    expect(body.items.map((item: { priority: string }) => item.priority)).toEqual(["urgent", "low"]);
    expect(body.items[0].wait).toEqual({ why: "paused" });
    await world.ask("/v1/queue/settings", {
      method: "PUT",
      token: tenant.apiToken,
      json: { ...json, paused: false },
    });
    const resumed = await world.ask("/v1/queue", { token: tenant.apiToken });
    expect(resumed.body.items[0].wait).toEqual({ why: "no_agent_online" });
  });
});

describe("GET /v1/scans/{id}/findings", () => {
  test("pages over results, chunks and lines; filters by severity; shows accepted epochs only", async () => {
    const tenant = await world.tenant();
    const agentId = await world.enrolled(tenant);
    const { id, jobIds } = await world.scan(tenant, { shards: 3 });
    const numbered = (count: number, severity: "low" | "high") => aFinding({ count, severity });

    const first = await lease(tenant, jobIds[0] ?? "", agentId);
    const a = await uploadFindings(world, first, 0, [
      numbered(1, "low"),
      numbered(2, "high"),
      numbered(3, "low"),
    ]);
    const b = await uploadFindings(world, first, 1, [numbered(4, "low")]);
    await commit(first, [a, b], { low: 3, high: 1 });
    const second = await lease(tenant, jobIds[1] ?? "", agentId);
    const c = await uploadFindings(world, second, 0, [numbered(5, "high"), numbered(6, "low")]);
    await commit(second, [c], { low: 1, high: 1 });
    const open = await lease(tenant, jobIds[2] ?? "", agentId);
    await uploadFindings(world, open, 0, [numbered(99, "high")]);

    const read = async (query: string) => {
      const counts: number[] = [];
      let next: string | null = "";
      while (next !== null) {
        const path: string = `/v1/scans/${id}/findings?${query}${next === "" ? "" : `&cursor=${next}`}`;
        const { status, body } = await world.ask(path, { token: tenant.apiToken });
        expect(status).toBe(200);
        counts.push(...body.findings.map((finding: { count: number }) => finding.count));
        next = body.next;
      }
      return counts;
    };
    const all = [1, 2, 3, 4, 5, 6];
    for (const limit of [1, 2, 3, 4, 50]) expect(await read(`limit=${limit}`), `limit ${limit}`).toEqual(all);
    expect(await read("severity=high&limit=1")).toEqual([2, 5]);
    expect(await read("severity=critical")).toEqual([]);

    const { body } = await world.ask(`/v1/scans/${id}`, { token: tenant.apiToken });
    expect(body.summary.bySeverity).toEqual({ low: 4, high: 2 });
    expect(body.coverage).toMatchObject({
      unitsSeen: 4,
      unitsScanned: 2,
      skipped: [{ reason: "binary", count: 2 }],
    });
  });

  test("a rare severity in many chunks comes in steps, and none is lost", async () => {
    const tenant = await world.tenant();
    const { id, jobIds } = await world.scan(tenant);
    const held = await lease(tenant, jobIds[0] ?? "", await world.enrolled(tenant));
    const chunks = [];
    for (let n = 0; n < 25; n++) {
      chunks.push(
        await uploadFindings(world, held, n, [aFinding({ severity: n === 23 ? "critical" : "low" })]),
      );
    }
    await commit(held, chunks, { low: 24, critical: 1 });
    const first = await world.ask(`/v1/scans/${id}/findings?severity=critical`, { token: tenant.apiToken });
    expect(first.body).toMatchObject({ findings: [], next: expect.any(String) });
    const path = `/v1/scans/${id}/findings?severity=critical&cursor=${first.body.next}`;
    const second = await world.ask(path, { token: tenant.apiToken });
    expect(second.body).toMatchObject({ findings: [{ severity: "critical" }], next: null });
  });

  test("says so when a part of the result is missing from storage", async () => {
    const tenant = await world.tenant();
    const { id, jobIds } = await world.scan(tenant);
    const held = await lease(tenant, jobIds[0] ?? "", await world.enrolled(tenant));
    const chunk = await uploadFindings(world, held, 0, [aFinding()]);
    await commit(held, [chunk, { ...chunk, n: 1 }], { low: 2 });
    const { status, body } = await world.ask(`/v1/scans/${id}/findings`, { token: tenant.apiToken });
    expect([status, body.error.code]).toEqual([500, "chunk_missing"]);
  });
});

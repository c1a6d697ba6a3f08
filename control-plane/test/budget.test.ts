/** What a scan costs, counted: rows that D1 bills, and bytes that travel. Prices are per million, so these are the product's margin. */
import { env } from "cloudflare:workers";
import { emptySample } from "@dataguardian/shared/capacity";
import { expect, test } from "vitest";
import { writeSample } from "../src/db/ledger/samples.ts";
import { World } from "./api-fixture.ts";
import { counting } from "./counting-db.ts";
import { EngineWorld } from "./engine-world.ts";
import { newId } from "./ledger-fixture.ts";
import { aFinding, gzip, ndjson } from "./leased-job.ts";

/** A whole life of scans of one tenant: asked for, granted, accepted, done. Without findings. */
async function lives(scans: number, shards: number) {
  const api = new World();
  const tenant = await api.tenant();
  await api.ask("/v1/me", { token: tenant.apiToken });
  const { db, rows, byStatement } = counting(env.DB);
  const world = new EngineWorld(tenant.tenantId, db, Date.now());
  const agent = await world.connect("one", { slots: 200 });
  byStatement.clear();
  for (let n = 0; n < scans; n++) {
    const json = { kind: "code", target: "/srv/code", shards };
    const { status, body } = await api.ask("/v1/scans", { token: tenant.apiToken, json, env: { DB: db } });
    expect(status).toBe(201);
    await world.engine.jobsChanged(body.id);
    await world.engine.idle();
    for (const grant of agent.grants()) {
      await agent.accept(grant);
      await agent.commit(grant);
    }
  }
  const { results } = await env.DB.prepare("select state from scans where tenant_id = ?")
    .bind(tenant.tenantId)
    .all();
  expect(results.every((row) => row["state"] === "done")).toBe(true);
  return { rows: rows(), byStatement };
}

/**
 * The scan, its job and the audit row; the job and a row of `leases` at the grant; the job and the scan at the end. No table has an
 * index that a life goes through: keys do their work.
 */
test("rows: 7 for a scan with one job, 4 for each further job", async () => {
  const one = await lives(1, 1);
  expect(one.rows, JSON.stringify([...one.byStatement])).toBeLessThanOrEqual(7);
  const many = await lives(1, 101);
  expect((many.rows - one.rows) / 100, JSON.stringify([...many.byStatement])).toBeLessThanOrEqual(4);
});

test("a capacity sample is one row", async () => {
  const { db, rows } = counting(env.DB);
  const tenantId = newId("tenant");
  for (const at of [0, 60_000, 60_000]) await writeSample(db, tenantId, emptySample(at), emptySample(at));
  expect(rows()).toBe(3);
});

test("a hundred findings go up in at most 4 KB", async () => {
  const severities = ["low", "medium", "high"] as const;
  const findings = Array.from({ length: 100 }, (_, n) => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const fingerprint = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    const location = {
      path: `src/module-${n % 17}/file-${n}.ts`,
      line: n * 7,
      column: n % 80,
      offset: n * 311,
      length: 24,
    };
    return aFinding({ severity: severities[n % 3] ?? "low", fingerprint, location, count: 1 + (n % 3) });
  });
  const { byteLength } = await gzip(ndjson(findings));
  expect(byteLength).toBeLessThanOrEqual(4_096);
});

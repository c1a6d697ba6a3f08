import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { LedgerWriter } from "../src/db/ledger/writer.ts";
import { addAgent, addScan, manifestOf, newId } from "./ledger-fixture.ts";

const NOW = 1_700_000_000_000;

async function leased() {
  const tenantId = newId("tenant");
  const agentId = await addAgent(tenantId, "one");
  const { jobIds } = await addScan(tenantId);
  const jobId = jobIds[0] ?? "";
  const nonce = "ab".repeat(16);
  const ledger = new LedgerWriter(env.DB, tenantId, () => NOW);
  const expiresAt = NOW + 30_000;
  await ledger.apply("grant", { jobId, epoch: 0, agentId, policyKey: `${agentId}/p`, nonce, expiresAt });
  return { tenantId, ledger, lease: { jobId, epoch: 1, agentId, nonce } };
}

const stateOf = (jobId: string) =>
  env.DB.prepare("select state from jobs where id = ?").bind(jobId).first("state");

test("L7: no other tenant's ledger can end or extend a lease, whatever it knows of it", async () => {
  const { lease, ledger } = await leased();
  const foreign = new LedgerWriter(env.DB, newId("tenant"), () => NOW);
  expect(await foreign.apply("commit", { ...lease, manifest: manifestOf(1) })).toBe(false);
  expect(await foreign.apply("extend", { ...lease, expiresAt: NOW + 60_000 })).toBe(false);
  expect(await stateOf(lease.jobId)).toBe("leased");
  expect(await ledger.apply("commit", { ...lease, manifest: manifestOf(1) })).toBe(true);
});

test("L1: of two grants of one job, one holds", async () => {
  const tenantId = newId("tenant");
  const agents = [await addAgent(tenantId, "one"), await addAgent(tenantId, "two")];
  const { jobIds } = await addScan(tenantId);
  const item = { jobId: jobIds[0] ?? "", epoch: 0, expiresAt: NOW + 30_000 };
  const grants = agents.map((agentId, n) =>
    // Two hubs at once, as after an eviction that the old one has not noticed.
    new LedgerWriter(env.DB, tenantId, () => NOW).apply("grant", {
      ...item,
      agentId,
      policyKey: `${agentId}/p`,
      nonce: String(n).repeat(32),
    }),
  );
  expect((await Promise.all(grants)).filter(Boolean)).toHaveLength(1);
  const { results } = await env.DB.prepare("select epoch from leases where job_id = ?")
    .bind(item.jobId)
    .all();
  expect(results).toEqual([{ epoch: 1 }]);
});

test("a lease that has run out can neither be extended nor committed, only taken back", async () => {
  const { tenantId, lease } = await leased();
  const later = new LedgerWriter(env.DB, tenantId, () => NOW + 30_000);
  expect(await later.apply("extend", { ...lease, expiresAt: NOW + 90_000 })).toBe(false);
  expect(await later.apply("commit", { ...lease, manifest: manifestOf(1) })).toBe(false);
  expect(await stateOf(lease.jobId)).toBe("leased");
});

test("the lease of a revoked agent can neither be extended nor committed", async () => {
  const { ledger, lease } = await leased();
  await env.DB.prepare("update agents set revoked_at = ? where id = ?").bind(NOW, lease.agentId).run();
  expect(await ledger.apply("extend", { ...lease, expiresAt: NOW + 60_000 })).toBe(false);
  expect(await ledger.apply("commit", { ...lease, manifest: manifestOf(1) })).toBe(false);
  expect(await stateOf(lease.jobId)).toBe("leased");
});

test("many transitions at once go out in few batches, and each gets its own answer", async () => {
  const tenantId = newId("tenant");
  const agentId = await addAgent(tenantId, "one");
  const { jobIds } = await addScan(tenantId, { shards: 300 });
  let batches = 0;
  const counted = new Proxy(env.DB, {
    get(db, key) {
      if (key === "batch") batches++;
      const value = Reflect.get(db, key) as unknown;
      return typeof value === "function" ? (value as () => unknown).bind(db) : value;
    },
  });
  const ledger = new LedgerWriter(counted, tenantId, () => NOW);
  const grant = (jobId: string) => ({
    jobId,
    epoch: 0,
    agentId,
    policyKey: `${agentId}/p`,
    nonce: jobId,
    expiresAt: NOW + 1,
  });
  const twice = [...jobIds, ...jobIds.slice(0, 10)];
  const granted = await Promise.all(twice.map((jobId) => ledger.apply("grant", grant(jobId))));
  expect(granted.filter(Boolean)).toHaveLength(300);
  expect(batches).toBeLessThanOrEqual(3);
});

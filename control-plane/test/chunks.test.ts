/** PUT …/chunks/:n — the fence (L5, L6, L7) and the leak guard (P2). */
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { resultPrefix } from "../src/db/result-key.ts";
import { type Tenant, World } from "./api-fixture.ts";
import { aFinding, gzip, handBack, type Held, lease, ndjson, upload } from "./leased-job.ts";

const world = new World();
let tenant: Tenant;
let agentId: string;
beforeAll(async () => {
  tenant = await world.tenant();
  agentId = await world.enrolled(tenant);
});

async function held(): Promise<Held> {
  const { jobIds } = await world.scan(tenant);
  return lease(tenant, jobIds[0] ?? "", agentId);
}

async function stored(job: Held): Promise<number> {
  const list = await env.RESULTS.list({ prefix: resultPrefix(job.tenant.tenantId, job.jobId) });
  return list.objects.length;
}

describe("the fence", () => {
  test("L6: takes a chunk under a live lease, and the same bytes again", async () => {
    const job = await held();
    const bytes = await gzip(ndjson([aFinding(), aFinding()]));
    expect((await upload(world, job, 0, bytes)).status).toBe(204);
    expect((await upload(world, job, 0, bytes)).status).toBe(204);
    const { objects } = await env.RESULTS.list({
      prefix: resultPrefix(tenant.tenantId, job.jobId),
      include: ["customMetadata"],
    });
    expect(objects).toHaveLength(1);
    expect(objects[0]?.customMetadata).toMatchObject({
      findings: "2",
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test("L6: other bytes under the same number are a conflict, and the first ones stay", async () => {
    const job = await held();
    const first = await gzip(ndjson([aFinding()]));
    await upload(world, job, 0, first);
    const { status, body } = await upload(world, job, 0, await gzip(ndjson([aFinding({ count: 2 })])));
    expect([status, body.error.code]).toEqual([409, "conflict"]);
    const { objects } = await env.RESULTS.list({ prefix: resultPrefix(tenant.tenantId, job.jobId) });
    expect(objects[0]?.size).toBe(first.byteLength);
  });

  test("L7: a stale epoch is gone, from the same agent too", async () => {
    const old = await held();
    await handBack(old);
    await lease(tenant, old.jobId, agentId);
    const { status, body } = await upload(world, old, 0, await gzip(ndjson([aFinding()])));
    expect([status, body.error.code]).toEqual([409, "gone"]);
    expect(await stored(old)).toBe(0);
  });

  test.each(["nonce", "epoch", "job", "expired", "other agent"])("L7: gone when wrong: %s", async (what) => {
    const job = await held();
    const own = new World();
    const wrong = { ...job };
    if (what === "nonce") wrong.nonce = "f".repeat(32);
    if (what === "epoch") wrong.epoch += 1;
    if (what === "job") wrong.jobId = (await world.scan(tenant)).jobIds[0] ?? "";
    if (what === "expired") own.shiftMs = 30_001;
    if (what === "other agent") wrong.agentId = await world.enrolled(tenant, "agent-two");
    const { status, body } = await upload(own, wrong, 0, await gzip(ndjson([aFinding()])));
    expect([status, body.error.code]).toEqual([409, "gone"]);
    expect(await stored(job)).toBe(0);
  });

  test("an unknown agent, a revoked one, and one of another tenant that knows the nonce", async () => {
    const job = await held();
    const bytes = await gzip(ndjson([aFinding()]));
    const unknown = await upload(world, { ...job, agentId: "agt_unknown" }, 0, bytes);
    expect([unknown.status, unknown.body.error.code]).toEqual([401, "agent_unknown"]);

    const other = await world.tenant("Andere BV");
    const foreign = await upload(world, { ...job, agentId: await world.enrolled(other) }, 0, bytes);
    expect([foreign.status, foreign.body.error.code]).toEqual([409, "gone"]);

    const doomed = await world.enrolled(tenant, "doomed");
    const own = await lease(tenant, (await world.scan(tenant)).jobIds[0] ?? "", doomed);
    await world.ask(`/v1/agents/${doomed}/revoke`, { method: "POST", token: tenant.apiToken });
    const revoked = await upload(world, own, 0, bytes);
    expect([revoked.status, revoked.body.error.code]).toEqual([403, "agent_revoked"]);
    expect((await stored(job)) + (await stored(own))).toBe(0);
  });
});

describe("the leak guard", () => {
  const planted = "jan.voorbeeld@example.test";
  const refused: Record<string, unknown> = {
    "a field that could carry a value": { ...aFinding(), value: planted },
    "a field inside the location": { ...aFinding(), location: { ...aFinding().location, text: planted } },
    "a preview that shows more than 4 characters": { ...aFinding(), preview: "••jan.v" },
    "no object": planted,
  };

  test.each(Object.entries(refused))("P2: refuses %s, whole and without repeating it", async (_, line) => {
    const job = await held();
    const { status, body } = await upload(world, job, 0, await gzip(ndjson([aFinding(), line])));
    expect([status, body.error.code]).toEqual([422, "chunk_finding"]);
    expect(body.error.message).toContain("Line 2");
    expect(JSON.stringify(body)).not.toContain("jan");
    expect(await stored(job)).toBe(0);
  });

  test("what is no JSON, no text, no gzip, cut off, followed by more", async () => {
    const job = await held();
    const good = await gzip(ndjson([aFinding()]));
    const cases: [Uint8Array<ArrayBuffer>, string][] = [
      [await gzip("not json\n"), "chunk_finding"],
      [await gzip(new Uint8Array([0xff, 0xfe, 0x0a])), "chunk_not_gzip"],
      [new Uint8Array(new TextEncoder().encode("plain")), "chunk_not_gzip"],
      [new Uint8Array(good.slice(0, -4)), "chunk_not_gzip"],
      [new Uint8Array([...good, ...new TextEncoder().encode(planted)]), "chunk_not_gzip"],
    ];
    for (const [bytes, code] of cases) {
      const { status, body } = await upload(world, job, 0, bytes);
      expect([status, body.error.code]).toEqual([422, code]);
    }
    expect(await stored(job)).toBe(0);
  });

  test("a small upload that unpacks to more than 16 MiB, and too many findings", async () => {
    const job = await held();
    const bomb = await upload(world, job, 0, await gzip(" ".repeat(17 * 1_048_576)));
    expect([bomb.status, bomb.body.error.code]).toEqual([422, "chunk_too_long"]);
    const many = await upload(
      world,
      job,
      0,
      await gzip(ndjson(Array.from({ length: 1_001 }, () => aFinding()))),
    );
    expect([many.status, many.body.error.code]).toEqual([422, "chunk_too_long"]);
  });

  test("more than 1 MiB, and bytes that do not have the hash they claim", async () => {
    const job = await held();
    const large = await upload(world, job, 0, new Uint8Array(1_048_577));
    expect([large.status, large.body.error.code]).toEqual([413, "too_large"]);
    const bytes = await gzip(ndjson([aFinding()]));
    const { status, body } = await upload(world, job, 0, bytes, { "x-content-sha256": "0".repeat(64) });
    expect([status, body.error.code]).toEqual([422, "chunk_hash"]);
    expect(await stored(job)).toBe(0);
  });

  test.each(["x-content-sha256", "x-dataguardian-lease"])("a %s of the wrong form", async (header) => {
    const job = await held();
    const { status } = await upload(world, job, 0, await gzip(""), { [header]: "short" });
    expect(status).toBe(400);
  });
});

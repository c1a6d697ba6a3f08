/** …/checkpoint — where a job goes on after its agent is lost (L15). */
import { beforeAll, describe, expect, test } from "vitest";
import type { Checkpoint, ChunkEntry } from "@dataguardian/shared/domain";
import { AGENT_HEADERS, AGENT_ROUTES } from "@dataguardian/shared/protocol";
import { sha256 } from "../src/auth/secret.ts";
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

async function aChunk(job: Held, n: number): Promise<ChunkEntry> {
  const bytes = await gzip(ndjson([aFinding({ count: n + 1 })]));
  await upload(world, job, n, bytes);
  return { n, sha256: await sha256(bytes), bytes: bytes.byteLength, findings: 1 };
}

const checkpointOf = (units: number, chunks: ChunkEntry[]): Checkpoint => ({
  position: { units, digest: "ab".repeat(32) },
  chunks,
  coverage: { unitsSeen: units, unitsScanned: units, bytes: 10, skipped: [] },
  summary: { bySeverity: { low: chunks.length }, byEntityType: {}, byRule: {} },
});

const ask = (job: Held, method: "PUT" | "GET", body?: Checkpoint) =>
  world.ask(AGENT_ROUTES.checkpoint(job.jobId, job.epoch), {
    method,
    headers: {
      [AGENT_HEADERS.agent]: job.agentId,
      [AGENT_HEADERS.nonce]: job.nonce,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

describe("L15", () => {
  test("the next lease reads what the last one left, with the epoch of each chunk", async () => {
    const first = await held();
    expect((await ask(first, "GET")).status).toBe(404);
    const one = await aChunk(first, 0);
    expect((await ask(first, "PUT", checkpointOf(3, [one]))).status).toBe(204);
    await handBack(first);

    const second = await lease(tenant, first.jobId, agentId);
    const left = await ask(second, "GET");
    expect(left.body).toEqual(checkpointOf(3, [{ ...one, epoch: 1 }]));
    const two = await aChunk(second, 1);
    const both = checkpointOf(5, [{ ...one, epoch: 1 }, two]);
    expect((await ask(second, "PUT", both)).status).toBe(204);
    await handBack(second);
    const third = await lease(tenant, first.jobId, agentId);
    expect((await ask(third, "GET")).body.chunks.map(({ epoch }: ChunkEntry) => epoch)).toEqual([1, 2]);
  });

  test("one that names a chunk which is not there, or of a lease to come, is refused and the last one stays", async () => {
    const job = await held();
    const one = await aChunk(job, 0);
    await ask(job, "PUT", checkpointOf(3, [one]));
    for (const chunk of [
      { ...one, n: 7 },
      { ...one, sha256: "0".repeat(64) },
      { ...one, epoch: job.epoch + 1 },
    ])
      expect((await ask(job, "PUT", checkpointOf(9, [one, chunk]))).status).toBeGreaterThanOrEqual(400);
    expect((await ask(job, "GET")).body.position.units).toBe(3);
  });

  test("P2: has no place for anything that the schema does not name", async () => {
    const job = await held();
    const more = { ...checkpointOf(1, []), value: "planted" } as Checkpoint;
    expect((await ask(job, "PUT", more)).status).toBe(400);
  });

  test("a stale lease neither writes nor reads, nor does another tenant's agent", async () => {
    const old = await held();
    await handBack(old);
    const now = await lease(tenant, old.jobId, agentId);
    await ask(now, "PUT", checkpointOf(1, []));
    const stranger = await world.tenant();
    const theirs = { ...now, agentId: await world.enrolled(stranger) };
    for (const job of [old, theirs]) {
      expect((await ask(job, "PUT", checkpointOf(2, []))).status).toBe(409);
      expect((await ask(job, "GET")).status).toBe(409);
    }
    expect((await ask(now, "GET")).body.position.units).toBe(1);
  });
});

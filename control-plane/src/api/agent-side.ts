/** The agents' own routes. They know no users and no cookies: a token, a key or a lease's nonce opens each of them. */
import { type Context, Hono } from "hono";
import { z } from "zod";
import { checkpoint, MAX_CHUNK_BYTES, MAX_CHUNKS, sha256Hex } from "@dataguardian/shared/domain";
import { AGENT_HEADERS, enrollRequest, leaseRef, pollRequest } from "@dataguardian/shared/protocol";
import { type Actor, actorName } from "../auth/actor.ts";
import { identifyAgent } from "../auth/identify.ts";
import type { KnownAgent } from "../db/directory.ts";
import { HOME, openShard } from "../db/open.ts";
import { TenantScope } from "../db/tenant-scope.ts";
import { forwardToHub } from "../hub-client.ts";
import { HUB_PATHS } from "../hub/hub-api.ts";
import { enrollAgent } from "../services/agent/enroll.ts";
import { refuse } from "../services/fault.ts";
import { readCheckpoint, storeCheckpoint } from "../services/result/checkpoint.ts";
import { requireLease, type Store, storeChunk } from "../services/result/store-chunk.ts";
import type { AppEnv } from "./app-env.ts";
import { onInvalid } from "./faults.ts";
import { limitBody } from "./guards.ts";

type C = Context<AppEnv>;

const ENROLL_BYTES = 16_384;
/** A handful of frames, of which one may be a commit of its full size. */
const POLL_BYTES = 4 * 1_048_576;

/** The chunks of the largest result, named one by one. */
const CHECKPOINT_BYTES = 512 * 1_024;

const leaseClaim = z.object({
  jobId: z.string().max(64),
  epoch: z.coerce.number().int().positive(),
  nonce: leaseRef.shape.nonce,
});
const upload = leaseClaim.extend({
  n: z.coerce
    .number()
    .int()
    .min(0)
    .max(MAX_CHUNKS - 1),
  sha256: sha256Hex,
});

export const agentSideRoutes = new Hono<AppEnv>()
  .post("/agent/v1/enroll", limitBody(ENROLL_BYTES), async (c) => {
    const request = parse(enrollRequest, await readJson(c));
    const reply = await enrollAgent(c.env, request, c.get("deps"));
    Object.assign(c.get("logged"), { tenantId: reply.tenantId, actor: `agent:${reply.agentId}` });
    return c.json(reply, 201);
  })
  .get("/agent/v1/connect", async (c) => {
    if (c.req.header("upgrade")?.toLowerCase() !== "websocket") throw refuse({ tag: "needs_upgrade" });
    const agent = await agentOf(c, c.req.header(AGENT_HEADERS.agent));
    return forwardToHub(c.env, HUB_PATHS.agentSocket, identityOf(agent), { upgrade: true });
  })
  .post("/agent/v1/poll/open", limitBody(ENROLL_BYTES), async (c) => {
    const agent = await agentOf(c, c.req.header(AGENT_HEADERS.agent));
    return forwardToHub(c.env, HUB_PATHS.pollOpen, identityOf(agent), { body: "{}" });
  })
  .post("/agent/v1/poll", limitBody(POLL_BYTES), async (c) => {
    const request = parse(pollRequest, await readJson(c));
    // `<agent's id>.<secret>`: the id finds the tenant's hub, the secret is the hub's to check.
    const agent = await agentOf(c, request.poll.split(".")[0]);
    return forwardToHub(c.env, HUB_PATHS.poll, identityOf(agent), { body: JSON.stringify(request) });
  })
  .put("/agent/v1/jobs/:job/epochs/:epoch/chunks/:n", limitBody(MAX_CHUNK_BYTES), async (c) => {
    const agent = await agentOf(c, c.req.header(AGENT_HEADERS.agent));
    const { job, epoch, n } = c.req.param();
    const nonce = c.req.header(AGENT_HEADERS.nonce);
    const named = parse(upload, { jobId: job, epoch, n, nonce, sha256: c.req.header("x-content-sha256") });
    const store = storeOf(c, agent);
    const chunk = { ...named, agentId: agent.id };
    await requireLease(store, chunk);
    await storeChunk(store, chunk, new Uint8Array(await c.req.arrayBuffer()));
    return c.body(null, 204);
  })
  .put("/agent/v1/jobs/:job/epochs/:epoch/checkpoint", limitBody(CHECKPOINT_BYTES), async (c) => {
    const { store, claim } = await claimOf(c, c.req.param());
    await requireLease(store, claim);
    await storeCheckpoint(store, claim, parse(checkpoint, await readJson(c)));
    return c.body(null, 204);
  })
  .get("/agent/v1/jobs/:job/epochs/:epoch/checkpoint", async (c) => {
    const { store, claim } = await claimOf(c, c.req.param());
    await requireLease(store, claim);
    return c.json(await readCheckpoint(store, claim.jobId));
  });

async function claimOf(c: C, { job, epoch }: { job: string; epoch: string }) {
  const agent = await agentOf(c, c.req.header(AGENT_HEADERS.agent));
  const named = parse(leaseClaim, { jobId: job, epoch, nonce: c.req.header(AGENT_HEADERS.nonce) });
  return { store: storeOf(c, agent), claim: { ...named, agentId: agent.id } };
}

function storeOf(c: C, agent: KnownAgent & { shard: string }): Store {
  const actor: Actor = { kind: "agent", id: agent.id, tenantId: agent.tenantId };
  const deps = c.get("deps");
  const scope = new TenantScope(openShard(c.env, agent.shard), actor, deps, openShard(c.env, HOME));
  return { scope, results: c.env.RESULTS, deps };
}

async function agentOf(c: C, agentId: string | undefined): Promise<KnownAgent & { shard: string }> {
  const agent = await identifyAgent(agentId, c.env);
  const actor = actorName({ kind: "agent", id: agent.id, tenantId: agent.tenantId });
  Object.assign(c.get("logged"), { tenantId: agent.tenantId, actor });
  return agent;
}

const identityOf = (agent: KnownAgent) => ({
  tenantId: agent.tenantId,
  agent: { id: agent.id, publicKey: agent.publicKey },
});

async function readJson(c: C): Promise<unknown> {
  const text = await c.req.text();
  try {
    return JSON.parse(text);
  } catch {
    throw refuse({ tag: "not_json" });
  }
}

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) onInvalid(result);
  return result.data as T;
}

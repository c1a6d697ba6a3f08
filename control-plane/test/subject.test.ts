/** P9: search terms that are sealed to agents pass through, and neither stay nor show. */
import { env } from "cloudflare:workers";
import { afterEach, describe, expect, test, vi } from "vitest";
import { scanDetail } from "@dataguardian/shared/api";
import { BOX_LIFETIME_MS, boxKeyOf, openBox, seal } from "@dataguardian/shared/seal";
import { type Tenant, World } from "./api-fixture.ts";
import { EngineWorld, type TestAgent } from "./engine-world.ts";

const world = new World();
const BSN = "010464554";
const TERMS = JSON.stringify({ v: 1, madeAt: Date.now(), terms: [{ kind: "bsn", value: BSN }] });
const OFFER = {
  kinds: ["database" as const],
  sources: [{ name: "crm", kind: "database" as const, labels: [] }],
};
const base64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)));

afterEach(() => vi.restoreAllMocks());

interface Sealed {
  agent: TestAgent;
  publicKey: string;
  privateKey: Uint8Array;
}

async function connect(engines: EngineWorld, name: string): Promise<Sealed> {
  const pair = (await crypto.subtle.generateKey("X25519", true, ["deriveBits"])) as CryptoKeyPair;
  const publicKey = base64((await crypto.subtle.exportKey("raw", pair.publicKey)) as ArrayBuffer);
  const exported = (await crypto.subtle.exportKey("pkcs8", pair.privateKey)) as ArrayBuffer;
  const agent = await engines.connect(name, { ...OFFER, sealKey: publicKey });
  return { agent, publicKey, privateKey: new Uint8Array(exported) };
}

const contextOf = (tenant: Tenant, { agent }: Sealed) => ({
  ...{ tenantId: tenant.tenantId, agentId: agent.agentId, kind: "database", source: "crm" },
});

async function boxesFor(tenant: Tenant, agents: readonly Sealed[]) {
  return Promise.all(
    agents.map(async (one) => ({
      agentId: one.agent.agentId,
      box: await seal(one.publicKey, contextOf(tenant, one), TERMS),
    })),
  );
}

const asked = (sealed: unknown, more: Record<string, unknown> = {}) => ({
  ...{ kind: "database", source: "crm", options: { subject: { sealed } } },
  ...more,
});

async function create(tenant: Tenant, sealed: readonly { agentId: string; box: string }[]) {
  const { status, body } = await world.ask("/v1/scans", { token: tenant.apiToken, json: asked(sealed) });
  expect(status).toBe(201);
  return scanDetail.parse(body);
}

/** Every row of every table, and every object, as text. */
async function kept(): Promise<string> {
  const { results: tables } = await env.DB.prepare(
    "select name from sqlite_master where type = 'table' and name not like '\\_%' escape '\\' and name not like 'd1%'",
  ).all<{ name: string }>();
  const rows = await Promise.all(
    tables.map(async ({ name }) => (await env.DB.prepare(`select * from "${name}"`).all()).results),
  );
  const { objects } = await env.RESULTS.list();
  const contents = await Promise.all(objects.map(async ({ key }) => (await env.RESULTS.get(key))?.text()));
  return JSON.stringify([rows, objects.map(({ key, customMetadata }) => [key, customMetadata]), contents]);
}

/** A middle piece: a box that was cut or re-encoded at its ends would be found too. */
const pieceOf = (box: string) => box.slice(1_000, 1_060);

test("each agent is given its own box; nobody is shown one, and none is left when the scan has ended", async () => {
  const said: string[] = [];
  for (const level of ["log", "warn", "error"] as const)
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => void said.push(words.join(" ")));
  const tenant = await world.tenant();
  const engines = new EngineWorld(tenant.tenantId, env.DB, Date.now());
  const one = await connect(engines, "one");
  const two = await connect(engines, "two");
  const sealed = await boxesFor(tenant, [one, two]);
  const { id } = await create(tenant, sealed);

  await engines.engine.jobsChanged(id);
  await engines.engine.idle();
  const grants = [one, two].flatMap((peer) => peer.agent.grants().map((grant) => ({ peer, grant })));
  expect(grants).toHaveLength(1);
  const { peer, grant } = grants[0]!;
  const given = grant.scan.options.subject?.sealed ?? [];
  expect(given.map(({ agentId }) => agentId)).toEqual([peer.agent.agentId]);
  const box = given[0]?.box ?? "";
  expect(await openBox(box, await boxKeyOf(box, peer, contextOf(tenant, peer)))).toBe(TERMS);

  const replies = async () => {
    const paths = [`/v1/scans/${id}`, "/v1/scans", "/v1/queue", "/v1/audit", "/v1/agents"];
    const answers = await Promise.all(paths.map((path) => world.ask(path, { token: tenant.apiToken })));
    return JSON.stringify(answers.map(({ body }) => body));
  };
  const pieces = sealed.map((part) => pieceOf(part.box));
  const during = await kept();
  expect(pieces.map((piece) => during.includes(piece))).toEqual([true, true]);
  const shown = await replies();
  for (const piece of [...pieces, BSN]) expect(shown + said.join("\n")).not.toContain(piece);
  expect(during).not.toContain(BSN);

  await peer.agent.accept(grant);
  await peer.agent.commit(grant);
  const ended = await world.ask(`/v1/scans/${id}`, { token: tenant.apiToken });
  expect(ended.body).toMatchObject({ state: "done", options: { subject: { sealed: [] } } });
  const afterwards = (await kept()) + (await replies()) + said.join("\n");
  for (const piece of [...pieces, BSN]) expect(afterwards).not.toContain(piece);
});

test("a cancelled and a failed search are erased too, and a failed one is not tried again without its terms", async () => {
  const tenant = await world.tenant();
  const engines = new EngineWorld(tenant.tenantId, env.DB, Date.now());
  const one = await connect(engines, "one");
  const [first, second] = await Promise.all([boxesFor(tenant, [one]), boxesFor(tenant, [one])]);
  const waiting = await create(tenant, first);
  await world.ask(`/v1/scans/${waiting.id}/cancel`, { method: "POST", token: tenant.apiToken });

  const failing = await create(tenant, second);
  await engines.engine.jobsChanged(failing.id);
  await engines.engine.idle();
  const [grant] = one.agent.grants();
  await one.agent.accept(grant!);
  await one.agent.fail(grant!, "memory");
  const left = await kept();
  for (const { box } of [...first, ...second]) expect(left).not.toContain(pieceOf(box));

  const { jobList } = (await world.ask(`/v1/scans/${failing.id}`, { token: tenant.apiToken })).body;
  expect(jobList[0].state).toBe("dead");
  const redriven = await world.ask(`/v1/jobs/${jobList[0].id}/redrive`, {
    method: "POST",
    token: tenant.apiToken,
  });
  expect([redriven.status, redriven.body.error.code]).toEqual([409, "terms_erased"]);
});

test("L14: it waits for an agent that it was sealed to, and says so", async () => {
  const tenant = await world.tenant();
  const engines = new EngineWorld(tenant.tenantId, env.DB, Date.now());
  const named = await connect(engines, "named");
  const other = await connect(engines, "other");
  named.agent.vanish();
  const { id } = await create(tenant, await boxesFor(tenant, [named]));
  await engines.engine.jobsChanged(id);
  await engines.engine.idle();
  expect(other.agent.grants()).toEqual([]);
  const { waiting } = await engines.engine.status(id);
  expect(waiting[0]?.wait).toEqual({ why: "no_eligible_agent", missing: ["seal:subject"] });
  // Its policy may have changed meanwhile: without a key it takes no such job.
  await named.agent.connect(OFFER);
  expect(named.agent.grants()).toEqual([]);
  await named.agent.connect({ ...OFFER, sealKey: named.publicKey });
  expect(named.agent.grants()).toHaveLength(1);
});

test("one that waits longer than its boxes live is cancelled, and they are erased", async () => {
  const tenant = await world.tenant();
  const engines = new EngineWorld(tenant.tenantId, env.DB, Date.now());
  const named = await connect(engines, "named");
  named.agent.vanish();
  const sealed = await boxesFor(tenant, [named]);
  const { id } = await create(tenant, sealed);
  await engines.engine.jobsChanged(id);
  await engines.engine.idle();
  const state = async () => (await world.ask(`/v1/scans/${id}`, { token: tenant.apiToken })).body.state;
  engines.now += BOX_LIFETIME_MS - 60_000;
  await engines.engine.upkeep();
  expect(await state()).toBe("queued");
  expect(engines.wakes.some((at) => at > engines.now && at <= engines.now + 90_000)).toBe(true);
  engines.now += 90_000;
  await engines.engine.upkeep();
  expect(await state()).toBe("cancelled");
  expect(await kept()).not.toContain(pieceOf(sealed[0]?.box ?? ""));
});

test("the agent's key is shown while it is connected", async () => {
  const tenant = await world.tenant();
  const engines = new EngineWorld(tenant.tenantId, env.DB, Date.now());
  const { agent, publicKey } = await connect(engines, "one");
  const { agents } = await engines.engine.status();
  expect(agents).toEqual([expect.objectContaining({ agentId: agent.agentId, sealKey: publicKey })]);
});

describe("what is refused", () => {
  const box = `${"A".repeat(5_526)}==`;
  const good = [{ agentId: "agent_1", box }];
  test.each<[string, Record<string, unknown>]>([
    ["a term in place of a box", asked([{ agentId: "agent_1", box: BSN }])],
    ["a term beside the box", asked([{ agentId: "agent_1", box, bsn: BSN }])],
    ["terms that are not sealed", { ...asked([]), options: { subject: { terms: [BSN] } } }],
    ["no box", asked([])],
    ["nine boxes", asked(Array(9).fill(good[0]))],
    ["parts, which all would search everything", asked(good, { shards: 2 })],
    ["a kind that knows no persons", asked(good, { kind: "code" })],
    ["a place outside the sources", asked(good, { source: undefined, target: "/srv" })],
  ])("%s", async (_name, json) => {
    const tenant = await world.tenant();
    const { status, body } = await world.ask("/v1/scans", { token: tenant.apiToken, json });
    expect([status, body.error.code]).toEqual([400, "invalid_request"]);
    expect(JSON.stringify(body) + (await kept())).not.toContain(BSN);
  });

  test("a search that comes again by itself", async () => {
    const tenant = await world.tenant();
    const json = { name: "nightly", cron: "0 3 * * *", scan: asked(good) };
    const { status } = await world.ask("/v1/schedules", { token: tenant.apiToken, json });
    expect(status).toBe(400);
  });
});

/** The durable object itself: real sockets, hibernation, eviction, alarms, long polls. */
import { evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import {
  CLOSE,
  decodeFromHub,
  type FromAgent,
  type FromHub,
  type Hello,
} from "@dataguardian/shared/protocol";
import { afterEach, expect, test } from "vitest";
import { HUB_HEADERS, HUB_PATHS } from "../src/hub/hub-api.ts";
import { addAgent, addScan, helloOf, manifestOf, newId, PUBLIC_KEY } from "./ledger-fixture.ts";

type Frame<T extends FromHub["t"]> = Extract<FromHub, { t: T }>;
const SESSION = "a".repeat(32);
const open: WebSocket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});

function headersFor(tenantId: string, agentId: string): Record<string, string> {
  return {
    [HUB_HEADERS.tenant]: tenantId,
    [HUB_HEADERS.agent]: agentId,
    [HUB_HEADERS.publicKey]: PUBLIC_KEY,
  };
}

/** An agent on a real socket; `next` waits for the next frame of a type. */
class SocketAgent {
  readonly socket: WebSocket;
  readonly tenantId: string;
  readonly agentId: string;
  readonly closed: Promise<number>;
  #frames: FromHub[] = [];
  #raw: string[] = [];
  #waiting: (() => void)[] = [];

  constructor(socket: WebSocket, tenantId: string, agentId: string) {
    this.socket = socket;
    this.tenantId = tenantId;
    this.agentId = agentId;
    socket.accept();
    open.push(socket);
    socket.addEventListener("message", (event) => {
      const decoded = decodeFromHub(String(event.data));
      if (decoded.ok) this.#frames.push(decoded.message);
      else this.#raw.push(String(event.data));
      for (const wake of this.#waiting.splice(0)) wake();
    });
    this.closed = new Promise((resolve) => socket.addEventListener("close", (event) => resolve(event.code)));
  }

  async next<T extends FromHub["t"]>(type: T): Promise<Frame<T>> {
    for (;;) {
      const index = this.#frames.findIndex((frame) => frame.t === type);
      if (index >= 0) return this.#frames.splice(index, 1)[0] as Frame<T>;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  async pong(): Promise<string> {
    this.socket.send("ping");
    while (this.#raw.length === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.#raw.shift() ?? "";
  }

  say(frame: FromAgent | string): void {
    this.socket.send(typeof frame === "string" ? frame : JSON.stringify(frame));
  }

  async greet(more: Partial<Hello> = {}): Promise<Frame<"welcome">> {
    const { nonce } = await this.next("challenge");
    this.say(await helloOf(this.tenantId, this.agentId, more.sessionId ?? SESSION, nonce, more));
    return this.next("welcome");
  }
}

async function connect(tenantId: string, agentId: string): Promise<SocketAgent> {
  const headers = { ...headersFor(tenantId, agentId), Upgrade: "websocket" };
  const reply = await hubOf(tenantId).fetch(`http://hub${HUB_PATHS.agentSocket}`, { headers });
  if (reply.webSocket === null) throw new Error(`no socket: ${reply.status}`);
  return new SocketAgent(reply.webSocket, tenantId, agentId);
}

const hubOf = (tenantId: string) => env.TENANT_HUB.getByName(tenantId);

async function tenantWithAgent() {
  const tenantId = newId("tenant");
  return { tenantId, agentId: await addAgent(tenantId, "one"), hub: hubOf(tenantId) };
}

const leaseOf = ({ jobId, epoch, nonce }: Frame<"grant">) => ({ v: 1 as const, jobId, epoch, nonce });

test("L1, L2, L6: connect, grant, accept, commit; the same commit again is a duplicate, another hash a conflict", async () => {
  const { tenantId, agentId, hub } = await tenantWithAgent();
  const { scanId } = await addScan(tenantId);
  const agent = await connect(tenantId, agentId);
  await agent.greet();
  const grant = await agent.next("grant");
  const lease = await env.DB.prepare("select state, epoch, nonce from jobs where id = ?")
    .bind(grant.jobId)
    .first();
  expect(lease).toEqual({ state: "leased", epoch: grant.epoch, nonce: grant.nonce });
  agent.say({ t: "accept", ...leaseOf(grant) });
  expect((await hub.status()).running).toMatchObject([{ jobId: grant.jobId, agentId }]);
  for (const [salt, outcome] of [
    [1, "accepted"],
    [1, "duplicate"],
    [2, "conflict"],
  ] as const) {
    agent.say({ t: "commit", ...leaseOf(grant), manifest: manifestOf(salt) });
    expect(await agent.next("settled")).toMatchObject({ jobId: grant.jobId, outcome });
  }
  const scan = await env.DB.prepare("select state from scans where id = ?").bind(scanId).first();
  expect(scan).toEqual({ state: "done" });
});

test("L4: pings are answered and seen without waking the hub; sockets, leases and identity survive an eviction", async () => {
  const { tenantId, agentId, hub } = await tenantWithAgent();
  const agent = await connect(tenantId, agentId);
  await agent.greet({ sources: [{ name: "hr", kind: "code", labels: [] }], labels: ["eu"] });
  await evictDurableObject(hub, { webSockets: "hibernate" });
  expect(await agent.pong()).toBe("pong");
  await addScan(tenantId, { source: "hr", labels: ["eu"] }).then(({ scanId }) => hub.jobsChanged(scanId));
  const grant = await agent.next("grant");
  await evictDurableObject(hub, { webSockets: "hibernate" });
  agent.say({ t: "commit", ...leaseOf(grant), manifest: manifestOf(1) });
  expect(await agent.next("settled")).toMatchObject({ outcome: "accepted" });
});

test("L4: the alarm extends the lease of an agent in contact", async () => {
  const { tenantId, agentId, hub } = await tenantWithAgent();
  await addScan(tenantId);
  const agent = await connect(tenantId, agentId);
  await agent.greet();
  const grant = await agent.next("grant");
  agent.say({ t: "accept", ...leaseOf(grant) });
  await env.DB.prepare("update jobs set expires_at = expires_at - 20000 where id = ?")
    .bind(grant.jobId)
    .run();
  const expiresAt = async () =>
    (await env.DB.prepare("select expires_at from jobs where id = ?")
      .bind(grant.jobId)
      .first<number>("expires_at")) ?? 0;
  const before = await expiresAt();
  await evictDurableObject(hub, { webSockets: "hibernate" });
  await agent.pong();
  await hub.status();
  await runDurableObjectAlarm(hub);
  expect(await expiresAt()).toBeGreaterThan(before + 10_000);
});

test("L12: the newest connection of an agent wins; what it still holds is resumed, the rest is revoked", async () => {
  const { tenantId, agentId } = await tenantWithAgent();
  await addScan(tenantId);
  const first = await connect(tenantId, agentId);
  await first.greet();
  const grant = await first.next("grant");
  first.say({ t: "accept", ...leaseOf(grant) });
  const { jobId, epoch, nonce } = grant;
  const second = await connect(tenantId, agentId);
  const stale = { jobId: "job_unknown", epoch: 3, nonce, state: "running" as const };
  const welcome = await second.greet({ held: [{ jobId, epoch, nonce, state: "running" }, stale] });
  expect(welcome.resumed).toEqual([{ jobId, epoch, nonce }]);
  expect(await second.next("revoke")).toMatchObject({ jobId: "job_unknown", reason: "stale" });
  expect(await first.closed).toBe(CLOSE.replaced);
});

test("L10: a cancelled scan is pushed to its agent, and over once the agent says so", async () => {
  const { tenantId, agentId, hub } = await tenantWithAgent();
  const { scanId } = await addScan(tenantId, { shards: 2 });
  const agent = await connect(tenantId, agentId);
  await agent.greet({ slots: 1 });
  const grant = await agent.next("grant");
  await hub.cancelScan(scanId);
  expect(await agent.next("cancel")).toMatchObject({ jobId: grant.jobId, epoch: grant.epoch });
  agent.say({ t: "cancelled", ...leaseOf(grant) });
  expect(await agent.next("settled")).toMatchObject({ outcome: "recorded" });
  const { results } = await env.DB.prepare("select state, epoch from jobs where scan_id = ?")
    .bind(scanId)
    .all();
  expect(results.map((row) => row["state"])).toEqual(["cancelled", "cancelled"]);
  expect(await env.DB.prepare("select state from scans where id = ?").bind(scanId).first("state")).toBe(
    "cancelled",
  );
});

test("L11: a draining agent gets no new job and finishes what it has", async () => {
  const { tenantId, agentId, hub } = await tenantWithAgent();
  await addScan(tenantId, { shards: 2 });
  const agent = await connect(tenantId, agentId);
  await agent.greet({ slots: 1 });
  const grant = await agent.next("grant");
  expect(await hub.drainAgent(agentId)).toBe(true);
  await agent.next("drain");
  agent.say({ v: 1, t: "drain" });
  agent.say({ t: "commit", ...leaseOf(grant), manifest: manifestOf(1) });
  expect(await agent.next("settled")).toMatchObject({ outcome: "accepted" });
  const status = await hub.status();
  expect(status.running).toEqual([]);
  expect(status.agents).toMatchObject([{ agentId, draining: true }]);
  expect(await hub.queueHead(10)).toMatchObject({ waiting: 1 });
});

test("a bad frame is refused by code, and neither the connection nor the hub minds", async () => {
  const { tenantId, agentId } = await tenantWithAgent();
  const agent = await connect(tenantId, agentId);
  await agent.greet();
  for (const [text, code] of [
    ["{not json", "bad_frame"],
    ["[]", "bad_frame"],
    ['{"v":1,"t":"launch"}', "unknown_type"],
    ['{"v":1,"t":"accept","jobId":"x"}', "bad_frame"],
    ['{"v":1,"t":"bye","extra":1}', "bad_frame"],
  ] as const) {
    agent.say(text);
    expect(await agent.next("error"), text).toMatchObject({ code });
  }
  await addScan(tenantId).then(({ scanId }) => hubOf(tenantId).jobsChanged(scanId));
  expect(await agent.next("grant")).toBeDefined();
});

test.each([
  ["an unknown version", '{"v":99,"t":"hello"}', CLOSE.unsupportedVersion],
  ["a frame that is too large", `{"v":1,"t":"${"x".repeat(1_100_000)}"}`, CLOSE.tooLarge],
])("%s closes the connection", async (_name, text, code) => {
  const { tenantId, agentId } = await tenantWithAgent();
  const agent = await connect(tenantId, agentId);
  agent.say(text);
  expect(await agent.closed).toBe(code);
});

test("a hello signed for another tenant, agent or challenge is turned away", async () => {
  const { tenantId, agentId } = await tenantWithAgent();
  const good = { tenantId, agentId };
  for (const bad of [{ tenantId: newId("tenant") }, { agentId: newId("agent") }, { nonce: "f".repeat(64) }]) {
    const agent = await connect(tenantId, agentId);
    const { nonce } = await agent.next("challenge");
    const signed = { ...good, nonce, ...bad };
    agent.say(await helloOf(signed.tenantId, signed.agentId, SESSION, signed.nonce));
    expect(await agent.closed).toBe(CLOSE.notAuthenticated);
  }
});

test("a revoked agent is cut off at once and cannot say hello again", async () => {
  const { tenantId, agentId, hub } = await tenantWithAgent();
  const agent = await connect(tenantId, agentId);
  await agent.greet();
  await env.DB.prepare("update agents set revoked_at = 1 where id = ?").bind(agentId).run();
  await hub.agentRevoked(agentId);
  expect(await agent.closed).toBe(CLOSE.revoked);
  const again = await connect(tenantId, agentId);
  const { nonce } = await again.next("challenge");
  again.say(await helloOf(tenantId, agentId, SESSION, nonce));
  expect(await again.closed).toBe(CLOSE.revoked);
});

test("L7: another tenant's hub cannot touch a lease, even with its true epoch, nonce and agent", async () => {
  const { tenantId, agentId } = await tenantWithAgent();
  await addScan(tenantId);
  const agent = await connect(tenantId, agentId);
  await agent.greet();
  const grant = await agent.next("grant");
  const foreign = await tenantWithAgent();
  const thief = await connect(foreign.tenantId, foreign.agentId);
  await thief.greet();
  thief.say({ t: "commit", ...leaseOf(grant), manifest: manifestOf(1) });
  expect(await thief.next("settled")).toMatchObject({ outcome: "gone" });
  agent.say({ t: "commit", ...leaseOf(grant), manifest: manifestOf(2) });
  expect(await agent.next("settled")).toMatchObject({ outcome: "accepted" });
});

test("L12: the same frames over long polling", async () => {
  const { tenantId, agentId, hub } = await tenantWithAgent();
  await addScan(tenantId);
  const headers = headersFor(tenantId, agentId);
  const post = async (path: string, body?: unknown) => {
    const reply = await hub.fetch(`http://hub${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body ?? {}),
    });
    return {
      status: reply.status,
      body: await reply.json<{ poll: string; frames: string[]; closed?: number }>(),
    };
  };
  const opened = await post(HUB_PATHS.pollOpen);
  const { poll } = opened.body;
  const { nonce } = JSON.parse(opened.body.frames[0] ?? "{}") as { nonce: string };
  const hello = JSON.stringify(await helloOf(tenantId, agentId, SESSION, nonce));
  const frames: FromHub[] = [];
  let out = [hello];
  while (!frames.some((frame) => frame.t === "grant")) {
    const reply = await post(HUB_PATHS.poll, { poll, waitMs: 5_000, frames: out });
    out = [];
    for (const text of reply.body.frames) frames.push(JSON.parse(text) as FromHub);
  }
  expect((await hub.status()).agents).toMatchObject([{ agentId, transport: "poll" }]);
  expect((await post(HUB_PATHS.poll, { poll: `${agentId}.unknown`, waitMs: 0, frames: [] })).status).toBe(
    410,
  );
  const socket = await connect(tenantId, agentId);
  const grant = frames.find((frame) => frame.t === "grant") as Frame<"grant">;
  const { jobId, epoch } = grant;
  await socket.greet({ held: [{ jobId, epoch, nonce: grant.nonce, state: "running" }] });
  expect((await post(HUB_PATHS.poll, { poll, waitMs: 5_000, frames: [] })).body.closed).toBe(CLOSE.replaced);
});

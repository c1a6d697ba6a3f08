/** A hub without its sockets on the test's clock, over a real D1, with agents that the test speaks for. */
import { env } from "cloudflare:workers";
import type { FromAgent, FromHub, Hello } from "@dataguardian/shared/protocol";
import { type EngineDeps, HubEngine } from "../src/hub/engine.ts";
import { storeInMemory } from "../src/hub/missing-agents.ts";
import type { WebhookMessage } from "../src/webhooks/message.ts";
import { FakePeer } from "./fake-peer.ts";
import { addAgent, helloOf, manifestOf, newId, PUBLIC_KEY } from "./ledger-fixture.ts";

type Grant = Extract<FromHub, { t: "grant" }>;

export class EngineWorld {
  readonly tenantId: string;
  now: number;
  /** What was put into the queue of webhooks. */
  queued: WebhookMessage[] = [];
  /** Every time at which the alarm was asked to ring. */
  wakes: number[] = [];
  /** As the hub's own storage, which outlives its memory. */
  readonly #missing = storeInMemory();
  readonly #db: D1Database;
  engine: HubEngine;

  readonly #spans: EngineDeps["spans"];

  constructor(
    tenantId = newId("tenant"),
    db: D1Database = env.DB,
    now = Date.UTC(2026, 0, 10, 12),
    spans?: EngineDeps["spans"],
  ) {
    this.#spans = spans;
    this.tenantId = tenantId;
    this.#db = db;
    this.now = now;
    this.engine = this.newEngine();
  }

  newEngine(): HubEngine {
    const sendBatch = async (messages: Iterable<{ body: WebhookMessage }>) => {
      for (const { body } of messages) this.queued.push(body);
    };
    return new HubEngine({
      tenantId: this.tenantId,
      DB: this.#db,
      RESULTS: env.RESULTS,
      now: () => this.now,
      random: () => 0.5,
      nonce: () => crypto.randomUUID().replaceAll("-", ""),
      missing: this.#missing,
      wakeAt: (time) => this.wakes.push(time),
      liveSockets: () => [],
      ...(this.#spans === undefined ? {} : { spans: this.#spans }),
      webhooks: { sendBatch } as unknown as Queue<WebhookMessage>,
    });
  }

  async connect(name: string, more: Partial<Hello> = {}): Promise<TestAgent> {
    const agentId = await addAgent(this.tenantId, name);
    const agent = new TestAgent(this, agentId);
    await agent.connect(more);
    return agent;
  }

  /** Time passes with the alarm ringing every ten seconds, and agents answering pings. */
  async pass(ms: number, agents: readonly TestAgent[] = []): Promise<void> {
    for (const until = this.now + ms; this.now < until;) {
      this.now = Math.min(until, this.now + 10_000);
      for (const agent of agents) agent.peer.heard(this.now);
      await this.engine.upkeep();
      await this.engine.idle();
    }
  }

  /** A hub whose memory is gone. */
  async evict(agents: readonly TestAgent[] = []): Promise<void> {
    await this.engine.idle();
    this.engine = this.newEngine();
    for (const agent of agents) this.engine.hub.peers.add(agent.peer);
    await this.engine.load();
    await this.engine.idle();
  }
}

export class TestAgent {
  readonly agentId: string;
  peer!: FakePeer;
  readonly #world: EngineWorld;

  constructor(world: EngineWorld, agentId: string) {
    this.#world = world;
    this.agentId = agentId;
  }

  async connect(more: Partial<Hello> = {}): Promise<void> {
    const { tenantId, engine, now } = this.#world;
    this.peer = new FakePeer(this.agentId, PUBLIC_KEY, now);
    engine.hub.peers.add(this.peer);
    const session = crypto.randomUUID().replaceAll("-", "");
    const hello = await helloOf(tenantId, this.agentId, session, this.peer.identity.nonce, more);
    await engine.frame(this.peer, JSON.stringify(hello));
    await engine.idle();
  }

  /** Its connection ends, as the hub's socket sees it. */
  vanish(): void {
    const { engine } = this.#world;
    if (engine.hub.peers.remove(this.peer)) engine.agentGone(this.peer.identity);
  }

  grants(): Grant[] {
    return this.peer.take().filter((frame): frame is Grant => frame.t === "grant");
  }

  async say(frame: FromAgent): Promise<void> {
    this.peer.heard(this.#world.now);
    await this.#world.engine.frame(this.peer, JSON.stringify(frame));
    await this.#world.engine.idle();
  }

  accept(grant: Grant): Promise<void> {
    return this.say({ v: 1, t: "accept", ...refOf(grant) });
  }

  progress(grant: Grant): Promise<void> {
    const progress = { stage: "scanning", unitsDone: 1, bytesDone: 1, findings: 0 } as const;
    return this.say({ v: 1, t: "progress", ...refOf(grant), progress });
  }

  commit(grant: Grant): Promise<void> {
    return this.say({ v: 1, t: "commit", ...refOf(grant), manifest: manifestOf(1) });
  }

  fail(grant: Grant, code: "timeout" | "memory", retryable = false): Promise<void> {
    return this.say({ v: 1, t: "fail", ...refOf(grant), code, retryable, reason: "x" });
  }
}

export const refOf = ({ jobId, epoch, nonce }: Grant) => ({ jobId, epoch, nonce });

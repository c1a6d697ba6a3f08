/**
 * A small world for the model-based test: three agents with memories of their own, a hub on the test's clock over a
 * real D1, and, after an eviction, the old hub still lurking. Actions come in any order; `check` holds the laws.
 */
import { env } from "cloudflare:workers";
import { LEASE_TIMES } from "@dataguardian/shared/lease";
import type { FromAgent, LeaseRef } from "@dataguardian/shared/protocol";
import { expect } from "vitest";
import { HubEngine } from "../src/hub/engine.ts";
import { FakePeer } from "./fake-peer.ts";
import { addAgent, addScan, helloOf, manifestOf, newId, PUBLIC_KEY } from "./ledger-fixture.ts";

export type Action =
  | { do: "connect" | "restart" | "disconnect" | "beat" | "cancelled" | "handback" | "refuse"; agent: number }
  | { do: "progress"; agent: number }
  | { do: "commit"; agent: number; salt: number }
  | { do: "fail"; agent: number; retryable: boolean }
  | { do: "replay"; agent: number; frame: number }
  | { do: "steal"; agent: number; frame: number }
  | { do: "late"; lease: number; salt: number }
  | { do: "cancel"; scan: number }
  | { do: "advance"; ms: number }
  | { do: "upkeep" | "evict" | "zombieUpkeep" | "lapse" };

interface Agent {
  id: string;
  session: string;
  peer: FakePeer | null;
  held: LeaseRef[];
}

interface Row {
  id: string;
  state: string;
  epoch: number;
  nonce: string | null;
  agent_id: string | null;
  expires_at: number | null;
  attempts: number;
  result_epoch: number | null;
}

const hex32 = () => crypto.randomUUID().replaceAll("-", "");

export class LeaseWorld {
  readonly tenantId = newId("tenant");
  now = 1_700_000_000_000;
  agents: Agent[] = [];
  scans: string[] = [];
  jobCount = 0;
  sent: { agent: string; frame: FromAgent }[] = [];
  /** Every lease ever given, with its holder. */
  granted: { agent: Agent; ref: LeaseRef }[] = [];
  accepted = new Map<string, number>();
  before = new Map<string, Row>();
  engine!: HubEngine;
  zombie: HubEngine | null = null;

  static async create(): Promise<LeaseWorld> {
    const world = new LeaseWorld();
    for (const name of ["ann", "bob", "cas"]) {
      world.agents.push({ id: await addAgent(world.tenantId, name), session: hex32(), peer: null, held: [] });
    }
    for (const shards of [1, 3]) {
      const { scanId, jobIds } = await addScan(world.tenantId, { shards });
      world.scans.push(scanId);
      world.jobCount += jobIds.length;
    }
    world.engine = world.newEngine();
    await world.engine.load();
    world.before = await world.rows();
    return world;
  }

  newEngine(): HubEngine {
    return new HubEngine({
      tenantId: this.tenantId,
      DB: env.DB,
      RESULTS: env.RESULTS,
      now: () => this.now,
      random: () => 0.5,
      nonce: hex32,
      wakeAt: () => {},
      liveSockets: () => [],
    });
  }

  async rows(): Promise<Map<string, Row>> {
    const { results } = await env.DB.prepare("select * from jobs where tenant_id = ?")
      .bind(this.tenantId)
      .all<Row>();
    return new Map(results.map((row) => [row.id, row]));
  }

  async run(action: Action): Promise<void> {
    await this.act(action);
    await this.engine.idle();
    await this.zombie?.idle();
    await this.check();
  }

  private async act(action: Action): Promise<void> {
    switch (action.do) {
      case "connect":
        return this.connect(this.agent(action.agent));
      case "restart": {
        const agent = this.agent(action.agent);
        agent.session = hex32();
        agent.held = [];
        return this.connect(agent);
      }
      case "disconnect": {
        const agent = this.agent(action.agent);
        if (agent.peer !== null) this.engine.hub.peers.remove(agent.peer);
        agent.peer = null;
        return;
      }
      case "beat":
        this.agent(action.agent).peer?.heard(this.now);
        return;
      case "advance":
        this.now += action.ms;
        return;
      case "upkeep":
        return this.engine.upkeep();
      case "lapse":
        // All leases run out unheard; then whoever was connected comes back.
        this.now += LEASE_TIMES.ttlMs + 1;
        await this.engine.upkeep();
        this.now += LEASE_TIMES.retryBaseMs * 4;
        for (const agent of this.agents) if (agent.peer !== null) await this.connect(agent);
        return this.engine.upkeep();
      case "zombieUpkeep":
        return this.zombie?.upkeep();
      case "evict":
        this.zombie = this.engine;
        this.engine = this.newEngine();
        for (const agent of this.agents) if (agent.peer !== null) this.engine.hub.peers.add(agent.peer);
        return this.engine.load();
      case "cancel":
        return this.engine.cancelScan(this.scans[action.scan % this.scans.length] ?? "");
      case "replay":
      case "steal":
        return this.resend(action);
      case "late": {
        // A holder that slept through it all commits what it once began.
        const old = this.granted[action.lease % Math.max(1, this.granted.length)];
        if (old === undefined) return;
        return this.deliver(old.agent, { v: 1, t: "commit", ...old.ref, manifest: manifestOf(action.salt) });
      }
      default:
        return this.say(this.agent(action.agent), action);
    }
  }

  private agent(index: number): Agent {
    const agent = this.agents[index % this.agents.length];
    if (agent === undefined) throw new Error("no agents");
    return agent;
  }

  private async connect(agent: Agent): Promise<void> {
    const peer = new FakePeer(agent.id, PUBLIC_KEY, this.now);
    agent.peer = peer;
    this.engine.hub.peers.add(peer);
    const held = agent.held.map((ref) => ({ ...ref, state: "running" as const }));
    const hello = await helloOf(this.tenantId, agent.id, agent.session, peer.identity.nonce, { held });
    await this.engine.frame(peer, JSON.stringify(hello));
  }

  private async say(agent: Agent, action: Extract<Action, { agent: number }>): Promise<void> {
    const lease = agent.held[0];
    if (lease === undefined) return;
    const leased = { v: 1 as const, ...lease };
    const progress = { stage: "scanning" as const, unitsDone: 1, bytesDone: 1, findings: 0 };
    const frames: Partial<Record<Action["do"], FromAgent>> = {
      progress: { ...leased, t: "progress", progress },
      cancelled: { ...leased, t: "cancelled" },
      handback: { ...leased, t: "handback" },
      refuse: { ...leased, t: "refuse", code: "path", reason: "outside the roots" },
      commit: { ...leased, t: "commit", manifest: manifestOf("salt" in action ? action.salt : 0) },
      fail: {
        ...leased,
        t: "fail",
        code: "crash",
        retryable: "retryable" in action && action.retryable,
        reason: "x",
      },
    };
    const frame = frames[action.do];
    if (frame !== undefined) await this.deliver(agent, frame);
  }

  /** Duplicate delivery by the agent itself, or the same words from another agent's mouth. */
  private async resend(action: { do: "replay" | "steal"; agent: number; frame: number }): Promise<void> {
    const old = this.sent[action.frame % Math.max(1, this.sent.length)];
    if (old === undefined) return;
    const speaker =
      action.do === "steal" ? this.agent(action.agent) : this.agents.find((agent) => agent.id === old.agent);
    if (speaker !== undefined) await this.deliver(speaker, old.frame);
  }

  private async deliver(agent: Agent, frame: FromAgent): Promise<void> {
    if (agent.peer === null) return;
    this.sent.push({ agent: agent.id, frame });
    agent.peer.heard(this.now);
    await this.engine.frame(agent.peer, JSON.stringify(frame));
  }

  /** The laws, after every action. */
  async check(): Promise<void> {
    const rows = await this.rows();
    expect(rows.size, "nothing lost").toBe(this.jobCount);
    for (const [id, row] of rows) {
      const was = this.before.get(id);
      expect(row.epoch, "epochs only rise").toBeGreaterThanOrEqual(was?.epoch ?? 0);
      if (was?.state === "done") expect(row, "a result is final").toEqual(was);
    }
    for (const agent of this.agents) this.readFrames(agent);
    this.before = rows;
  }

  private readFrames(agent: Agent): void {
    for (const frame of agent.peer?.take() ?? []) {
      if (frame.t === "grant") {
        const ref = { jobId: frame.jobId, epoch: frame.epoch, nonce: frame.nonce };
        agent.held.push(ref);
        this.granted.push({ agent, ref });
      } else if (frame.t === "revoke") {
        agent.held = agent.held.filter((ref) => ref.jobId !== frame.jobId || ref.epoch !== frame.epoch);
      } else if (frame.t === "settled") {
        if (frame.outcome === "accepted") this.onAccepted(agent, frame.jobId, frame.epoch);
        agent.held = agent.held.filter((ref) => ref.jobId !== frame.jobId || ref.epoch !== frame.epoch);
      }
    }
  }

  /** L7: an accepted result belongs to the epoch that was current and live when it came in. */
  private onAccepted(agent: Agent, jobId: string, epoch: number): void {
    const was = this.before.get(jobId);
    expect(was, "accepted ⇒ epoch current").toMatchObject({ state: "leased", epoch, agent_id: agent.id });
    expect(was?.expires_at, "accepted ⇒ lease live").toBeGreaterThan(this.now);
    this.accepted.set(jobId, (this.accepted.get(jobId) ?? 0) + 1);
    expect(this.accepted.get(jobId), "accepted once").toBe(1);
  }

  /** Whatever happened, willing agents bring every job to an end. */
  async finish(): Promise<void> {
    for (let round = 0; round < 40; round++) {
      const open = [...(await this.rows()).values()].filter(
        (row) => row.state === "ready" || row.state === "leased",
      );
      if (open.length === 0) break;
      this.now += round % 2 === 0 ? LEASE_TIMES.ttlMs + 1 : LEASE_TIMES.retryCapMs;
      for (let agent = 0; agent < this.agents.length; agent++) await this.run({ do: "restart", agent });
      await this.run({ do: "upkeep" });
      for (let agent = 0; agent < this.agents.length; agent++) {
        for (let slot = 0; slot < 2; slot++) await this.run({ do: "commit", agent, salt: round });
      }
    }
    const rows = await this.rows();
    const { results } = await env.DB.prepare(
      "select id as job_id, result_epoch as epoch from jobs where tenant_id = ? and accepted_at is not null",
    )
      .bind(this.tenantId)
      .all<{ job_id: string; epoch: number }>();
    const done = [...rows.values()].filter((row) => row.state === "done");
    expect(
      [...rows.values()].filter((row) => !["done", "dead", "cancelled"].includes(row.state)),
      "every job ends",
    ).toEqual([]);
    expect(results.map((row) => [row.job_id, row.epoch]).sort()).toEqual(
      done.map((row) => [row.id, row.result_epoch]).sort(),
    );
    expect([...this.accepted.keys()].sort(), "every result was accepted, and no other").toEqual(
      done.map((row) => row.id).sort(),
    );
  }
}

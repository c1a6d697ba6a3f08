/** The running agent: one connection, some leases, the jobs under them, and how it all ends. */
import { randomBytes } from "node:crypto";
import type { FromHub } from "@dataguardian/shared/protocol";
import { ENGINE_VERSION, RULES_VERSION } from "../detection/version.ts";
import type { AgentConfig } from "../config/index.ts";
import type { SourceConfig } from "../config/schema.ts";
import type { Log } from "../log/index.ts";
import { policyHash, windowAt } from "../policy/index.ts";
import { type Bandwidth, TokenBucket, UNLIMITED } from "./bandwidth.ts";
import type { Clock } from "./clock.ts";
import { Connection, type WorkMessage } from "./connection.ts";
import { answerChallenge, type HelloFacts } from "./handshake.ts";
import { HealthMonitor } from "./health-monitor.ts";
import type { Identity } from "./identity.ts";
import { JobSpans } from "./job-spans.ts";
import { JobRunner, SUPPORTED_KINDS } from "./job-runner.ts";
import { LeaseKeeper } from "./lease-keeper.ts";
import type { Outbound } from "./outbound.ts";
import { type PacedProxy, startPacedProxy } from "./paced-proxy.ts";
import { proxyFor } from "./proxy.ts";
import { PoolRegistry } from "./pool-registry.ts";
import { SourceChecks } from "./source-checks.ts";
import type { SealKey } from "./seal-key.ts";
import { Spool } from "./spool.ts";
import type { AgentStatus } from "./status.ts";
import type { OpenTransport, TransportKind } from "./transport.ts";

export interface AgentDeps {
  config: AgentConfig;
  identity: Identity;
  fingerprintKey: Uint8Array;
  /** Where the policy allows searches for a person. */
  sealKey?: SealKey | undefined;
  outbound: Outbound;
  open: Record<TransportKind, OpenTransport>;
  clock: Clock;
  random: () => number;
  log: Log;
  env: Readonly<Record<string, string | undefined>>;
  entry: string;
  /** The time of day, for `limits.window`. */
  wallClock: () => Date;
}

/** How long the answers to the last words are waited for when the agent has to go. */
const LAST_WORDS_MS = 5_000;

/** The two clocks do not tick as one: look when the edge has surely passed. */
const PAST_EDGE_MS = 50;

/** Why a running agent ended: drained, or refused for good with the hub's close code. */
export type AgentEnd = { end: "drained" } | { end: "refused"; closeCode: number };

export class Agent {
  readonly #deps: AgentDeps;
  readonly #sessionId = randomBytes(16).toString("hex");
  readonly #keeper: LeaseKeeper;
  readonly #runner: JobRunner;
  readonly #connection: Connection;
  readonly #spool: Spool;
  readonly #health: HealthMonitor;
  readonly #pools: PoolRegistry;
  readonly #spans: JobSpans;
  readonly #checks: SourceChecks;
  readonly #bandwidth: Bandwidth;
  #paced: PacedProxy | null = null;
  readonly #startedAt: number;
  #draining = false;
  #cancelDeadline: () => void = () => {};
  #cancelLeave: () => void = () => {};
  #cancelWindow: () => void = () => {};

  constructor(deps: AgentDeps) {
    const { clock, random, log, open, outbound, identity } = deps;
    this.#deps = deps;
    this.#startedAt = clock.now();
    this.#spool = new Spool(deps.config.dataDir);
    this.#keeper = new LeaseKeeper(clock, (lease, how) => {
      log("lease_lost", { jobId: lease.ref.jobId, epoch: lease.ref.epoch, reason: how });
    });
    this.#pools = new PoolRegistry(deps.config.policy.limits.maxConnections, () =>
      this.#health.poolsChanged(),
    );
    this.#health = new HealthMonitor({
      now: () => clock.now(),
      pools: () => this.#pools.use,
      onCrossing: (health, crossings) => this.#connection.send({ t: "health", health, crossings }),
    });
    this.#connection = new Connection(
      { open, clock, random, log },
      {
        hello: (challenge) => answerChallenge(challenge, identity, this.#sessionId, this.#facts()),
        onWelcome: (welcome, sentAt) => this.#onWelcome(welcome, sentAt),
        onMessage: (message) => this.#onMessage(message),
        onContact: (sentAt) => this.#keeper.contact(sentAt),
        isBusy: () => this.#keeper.leases.length > 0,
      },
    );
    const collector = deps.config.telemetry?.otlpEndpoint;
    this.#spans = new JobSpans(identity.agentId, () => deps.wallClock().getTime(), collector);
    const limit = deps.config.policy.limits.bandwidth;
    this.#bandwidth = limit === undefined ? UNLIMITED : new TokenBucket(clock, limit.mbitPerSecond);
    this.#checks = new SourceChecks({
      ...deps,
      pools: this.#pools,
      spool: this.#spool,
      send: (message) => this.#connection.send(message),
    });
    this.#runner = new JobRunner({
      ...deps,
      outbound,
      agentId: identity.agentId,
      tenantId: identity.tenantId,
      spool: this.#spool,
      send: (message) => this.#connection.send(message),
      keeper: this.#keeper,
      health: this.#health,
      pools: this.#pools,
      spans: this.#spans,
      bandwidth: this.#bandwidth,
      pacedProxy: () => this.#paced?.url,
    });
  }

  /** Works until drained, or until the control plane refuses this agent for good. */
  async run(): Promise<AgentEnd> {
    const { log, identity, config } = this.#deps;
    log("agent_started", { agentId: identity.agentId, tenantId: identity.tenantId, slots: config.slots });
    const { finished, deleted } = await this.#spool.recover();
    if (deleted > 0) log("spool_cleaned");
    for (const spooled of finished) {
      this.#runner.resumeDelivery(this.#keeper.take(spooled.ref, spooled.ttlMs, "uploading"), spooled);
    }
    await this.#startPacing();
    this.#watchWindow();
    const closeCode = await this.#connection.run();
    this.#cancelWindow();
    this.#abandonAll();
    await Promise.all([this.#runner.idle(), this.#checks.stop()]);
    this.#cancelDeadline();
    this.#cancelLeave();
    await this.#paced?.close();
    await this.#spans.flush();
    log("agent_stopped");
    return closeCode === null ? { end: "drained" } : { end: "refused", closeCode };
  }

  /**
   * L11: no new jobs, finish what runs, then leave. With a deadline, what is left then is handed back. A second call
   * may change the deadline.
   */
  drain(reason: "signal" | "hub" | "local", deadlineMs?: number): void {
    if (deadlineMs !== undefined) {
      this.#cancelDeadline();
      this.#cancelDeadline = this.#deps.clock.after(deadlineMs, () => this.handBackAll("deadline"));
    }
    if (this.#draining) return;
    this.#draining = true;
    this.#deps.log("drain_started", { reason });
    this.#runner.drain();
    this.#connection.send(deadlineMs === undefined ? { t: "drain" } : { t: "drain", deadlineMs });
    void this.#runner.idle().then(() => this.#leave());
  }

  /** Stops every job now and gives its lease back, which costs no attempt; then leaves. */
  handBackAll(reason: "signal" | "deadline"): void {
    const { log, clock } = this.#deps;
    if (this.#keeper.leases.length > 0) log("drain_deadline", { reason });
    for (const lease of this.#keeper.leases) lease.stop({ why: "handback" });
    this.#cancelLeave();
    this.#cancelLeave = clock.after(LAST_WORDS_MS, () => this.#leave());
  }

  async #startPacing(): Promise<void> {
    const { config, env } = this.#deps;
    if (config.policy.limits.bandwidth === undefined) return;
    this.#paced = await startPacedProxy(this.#bandwidth, (url) => proxyFor(url, config.proxy, env));
  }

  #window() {
    return windowAt(this.#deps.config.policy.limits.window, this.#deps.wallClock());
  }

  /** Whether the hours of a source let it be scanned now. */
  #windowOf({ window = [] }: Pick<SourceConfig, "window">) {
    return windowAt(window, this.#deps.wallClock());
  }

  /** At the edges of `limits.window` and of those of the sources, the agent says hello anew, with what it offers then. */
  #watchWindow(): void {
    const { sources } = this.#deps.config;
    const edges = sources.map((source) => this.#windowOf(source).changesInMs);
    const changesInMs = Math.min(this.#window().changesInMs, ...edges);
    if (!Number.isFinite(changesInMs)) return;
    this.#cancelWindow = this.#deps.clock.after(changesInMs + PAST_EDGE_MS, () => {
      const isClosed = !this.#window().open;
      this.#runner.handBackRunning(
        (source) => isClosed || (source !== undefined && !this.#windowOf(source).open),
      );
      this.#connection.renew();
      this.#watchWindow();
    });
  }

  #leave(): void {
    this.#connection.send({ t: "bye" });
    this.#connection.stop();
  }

  /** After the connection has ended for good: nothing that is left can reach the hub any more. */
  #abandonAll(): void {
    for (const lease of this.#keeper.leases) this.#keeper.lose(lease, "expired");
  }

  get status(): AgentStatus {
    const { config, identity, clock, outbound } = this.#deps;
    const now = clock.now();
    const running = this.#runner.running;
    return {
      agentId: identity.agentId,
      name: config.name,
      tenantId: identity.tenantId,
      tenantName: identity.tenantName,
      controlPlane: outbound.url.origin,
      pid: process.pid,
      engineVersion: ENGINE_VERSION,
      rulesVersion: RULES_VERSION,
      policyHash: policyHash(config.policy, config.sources),
      sealFingerprint: this.#deps.sealKey?.fingerprint ?? null,
      state: this.#draining ? "draining" : running.length > 0 ? "busy" : "idle",
      connectedBy: this.#connection.connectedBy,
      uptimeMs: Math.round(now - this.#startedAt),
      slots: config.slots,
      health: this.#health.health,
      peakMemoryBytes: Object.fromEntries(this.#health.peakBytes),
      pools: this.#pools.figures,
      jobs: this.#keeper.leases.map((lease) => {
        const job = running.find((r) => r.jobId === lease.ref.jobId);
        return {
          jobId: lease.ref.jobId,
          epoch: lease.ref.epoch,
          scanId: job?.scanId ?? null,
          state: lease.lastWord === null || lease.state === "uploading" ? lease.state : "ending",
          runningMs: job === undefined ? null : Math.round(now - job.startedAt),
          contactAgeMs: Math.round(now - lease.contactAt),
          progress: job?.relay.latest ?? null,
        };
      }),
    };
  }

  #facts(): HelloFacts {
    const { config } = this.#deps;
    const { policy, sources, labels, slots, weights } = config;
    const kinds = policy.kinds.filter((kind) => SUPPORTED_KINDS.includes(kind));
    const offered = sources.filter(
      (source) =>
        kinds.includes(source.kind) &&
        (policy.sources === "all" || policy.sources.includes(source.name)) &&
        this.#windowOf(source).open,
    );
    return {
      engineVersion: ENGINE_VERSION,
      rulesVersion: RULES_VERSION,
      policyHash: policyHash(policy, sources),
      kinds,
      labels,
      sources: offered.map(({ name, kind, labels: own }) => ({ name, kind, labels: own })),
      // Outside its hours the agent offers no slot, so that the hub neither asks nor is refused.
      slots: this.#window().open ? slots : 0,
      weights,
      sealKey: this.#deps.sealKey?.publicKey,
      draining: this.#draining,
      held: this.#keeper.held,
    };
  }

  #onWelcome(welcome: Extract<FromHub, { t: "welcome" }>, sentAt: number): void {
    this.#keeper.resume(welcome.resumed, sentAt);
    for (const { jobId, epoch } of welcome.resumed) {
      const word = this.#keeper.find(jobId, epoch)?.lastWord;
      if (word !== undefined && word !== null) this.#connection.send(word);
    }
  }

  #onMessage(message: WorkMessage): void {
    switch (message.t) {
      case "grant":
        this.#runner.offer(message);
        return this.#connection.paceChanged();
      case "revoke": {
        const lease = this.#keeper.find(message.jobId);
        if (lease !== undefined && lease.ref.epoch <= message.epoch) this.#keeper.lose(lease, message.reason);
        return;
      }
      case "cancel":
        return this.#keeper.find(message.jobId, message.epoch)?.stop({ why: "cancel" });
      case "settled":
        return this.#keeper.settle(message.jobId, message.epoch, message.outcome);
      case "check":
        return this.#checks.asked(message);
      case "drain":
        return this.drain("hub", message.deadlineMs);
      case "error":
        return;
    }
  }
}

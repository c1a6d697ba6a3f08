/**
 * The hub without its sockets: loads what D1 says, dispatches, answers frames, keeps leases. Everything it needs from
 * outside is passed in, so that tests drive it with their own clock, their own peers and a real D1.
 */
import type { AlertView } from "@dataguardian/shared/api";
import type { SourceCheck } from "@dataguardian/shared/domain";
import { LEASE_TIMES } from "@dataguardian/shared/lease";
import { CLOSE, decodeFromAgent, PROTOCOL_VERSION } from "@dataguardian/shared/protocol";
import { BAND_EVERY_MS, plan, Turns } from "@dataguardian/shared/dispatch";
import type { SpanExporter } from "@dataguardian/shared/trace";
import { readAlert, readOpenAlerts } from "../db/ledger/alerts.ts";
import { cancelScanJobs } from "../db/ledger/cancel.ts";
import { type QueueLimits, readFleet, readQueueSettings } from "../db/ledger/fleet.ts";
import { countWaiting, readOpenJobs, readOpenJobsOfScan, type WaitingCount } from "../db/ledger/open-jobs.ts";
import { readFinishedRuns, readTotals, writeSample } from "../db/ledger/samples.ts";
import { openDatabase } from "../db/open.ts";
import { LedgerWriter } from "../db/ledger/writer.ts";
import { nextDue, runDueSchedules, type ScheduleRunner, scopeOf } from "../services/schedule/run-due.ts";
import type { WebhookMessage } from "../webhooks/message.ts";
import { onAgentFrame } from "./agent-frames.ts";
import { openAlertDesk } from "./alert-desk.ts";
import { Board } from "./board.ts";
import type { DispatchState } from "./dispatch-state.ts";
import { dispatchView } from "./dispatch-view.ts";
import { figuresOf } from "./figures.ts";
import { indexResult, readUnindexed } from "./findings-index.ts";
import { greet } from "./greeting.ts";
import { type HubCapacity, hubCapacity } from "./hub-capacity.ts";
import type { HubMetrics, HubStatus } from "./hub-api.ts";
import type { HubContext } from "./hub-context.ts";
import { judge, nextJudgement } from "./judge.ts";
import { makeGrant } from "./lease-desk.ts";
import { MISSED_AFTER_MS, MissingAgents, type MissingStore, storeInMemory } from "./missing-agents.ts";
import { LiveFeed } from "./live-feed.ts";
import { Meter } from "./meter.ts";
import { closePeer, type Peer } from "./peer.ts";
import { PeerBook } from "./peer-book.ts";
import { type HubQueue, queueHead } from "./queue-head.ts";
import { SourceCheckDesk } from "./source-check-desk.ts";
import { Tracer } from "./tracer.ts";
import { nextUpkeep, runUpkeep, staleSearches } from "./upkeep.ts";
import { explainWaits, type Waiting } from "./wait-reasons.ts";

/** Open jobs held in memory; a longer queue is read in parts. */
const BOARD_LIMIT = 5_000;
const BOARD_LOW = 1_000;
/** Of a scan that comes while the board is full: enough for its turns until the next refill. */
const HEAD_OF_SCAN = 50;
const BOARD_HARD_LIMIT = 4 * BOARD_LIMIT;
const COUNT_EVERY_MS = 5_000;
const INDEX_AT_ONCE = 10;
const INDEX_RETRY_MS = 30_000;

export interface EngineDeps {
  tenantId: string;
  DB: D1Database;
  RESULTS: R2Bucket;
  now(): number;
  random(): number;
  nonce(): string;
  wakeAt(time: number): void;
  /** Keeps memory until this time; without it what was counted since the last row may be lost. */
  stayAwake?(time: number): void;
  liveSockets(): readonly WebSocket[];
  /** Deliveries to webhooks; without it alerts stay in the console. */
  webhooks?: Queue<WebhookMessage> | undefined;
  /** Which agents went without a word; without it that is forgotten with the hub's memory. */
  missing?: MissingStore;
  /** Where traces go; without it none are made. */
  spans?: Pick<SpanExporter, "add"> | null;
}

export class HubEngine {
  readonly hub: HubContext;
  readonly #deps: EngineDeps;
  readonly #turns = new Turns();
  readonly #scheduling: ScheduleRunner;
  /** Work that no caller waits for: grants on their way, results being indexed. */
  readonly #underWay = new Set<Promise<void>>();
  #settings: QueueLimits = { paused: false, maxRunning: null, maxScans: null };
  #loaded: Promise<void> | null = null;
  /** When the next scheduled scan is to start; null for none. */
  #schedulesDueAt: number | null = null;
  #moreInD1 = false;
  #counted: { at: number; counts: Promise<WaitingCount[]> } | null = null;
  #dispatching = false;
  #indexing = false;

  constructor(deps: EngineDeps) {
    this.#deps = deps;
    const { tenantId, DB, RESULTS, now, random, nonce, wakeAt } = deps;
    const live = new LiveFeed(deps.liveSockets, (limit) =>
      toLive(explainWaits(this.#dispatchState(), limit)),
    );
    const watch = openAlertDesk({
      tenantId,
      db: DB,
      queue: deps.webhooks,
      now,
      tell: (alert) => live.alertChanged(alert),
      follow: (event, run) => this.#follow(event, run),
    });
    this.#scheduling = {
      tenantId,
      db: openDatabase(DB),
      deps: { now, random: (size) => crypto.getRandomValues(new Uint8Array(size)) },
      hub: { jobsChanged: (scanId) => this.jobsChanged(scanId) },
      onMissed: (id, name, count) => this.hub.watch.happened("schedule_missed", id, name, count),
    };
    const peers = new PeerBook();
    this.hub = {
      tenantId,
      db: DB,
      results: RESULTS,
      ledger: new LedgerWriter(DB, tenantId, now),
      board: new Board(),
      peers,
      checks: new SourceCheckDesk(peers, nonce),
      live,
      meter: new Meter(),
      watch,
      missing: new MissingAgents(deps.missing ?? storeInMemory()),
      tracer: new Tracer(tenantId, deps.spans ?? null),
      fleet: new Map(),
      awakeSince: now(),
      now,
      random,
      nonce,
      wakeAt,
      dispatchSoon: () => this.#dispatchSoon(),
    };
  }

  /** Reads the record once; every later call returns at once. */
  load(): Promise<void> {
    this.#loaded ??= this.#readAll().catch((error: unknown) => {
      this.#loaded = null;
      throw error;
    });
    return this.#loaded;
  }

  async jobsChanged(scanId: string): Promise<void> {
    await this.load();
    const { board, live, now } = this.hub;
    const full = board.size >= BOARD_LIMIT;
    if (full) this.#moreInD1 = true;
    if (board.size < BOARD_HARD_LIMIT) {
      const limit = full ? HEAD_OF_SCAN : -1;
      for (const row of await readOpenJobsOfScan(this.#deps.DB, this.hub.tenantId, scanId, limit))
        board.put(row, now());
    }
    const [queued] = board.ofScan(scanId);
    if (queued !== undefined) this.hub.tracer.enqueued(queued.scan, now());
    live.scanChanged(scanId);
    this.#dispatchSoon();
  }

  async settingsChanged(): Promise<void> {
    await this.load();
    this.#settings = await readQueueSettings(this.#deps.DB, this.hub.tenantId);
    this.#dispatchSoon();
  }

  /** L10. */
  async cancelScan(scanId: string): Promise<void> {
    await this.load();
    const { board, peers, tenantId } = this.hub;
    const now = this.hub.now();
    await cancelScanJobs(this.#deps.DB, tenantId, scanId, now);
    for (const row of board.ofScan(scanId)) board.remove(row.id);
    for (const row of await readOpenJobsOfScan(this.#deps.DB, tenantId, scanId)) {
      board.put(row, now);
      const { lease, epoch } = row.job;
      if (lease === null) continue;
      const frame = { v: PROTOCOL_VERSION, jobId: row.id, epoch } as const;
      peers.of(lease.agentId)?.send({ ...frame, t: "cancel", graceMs: LEASE_TIMES.cancelGraceMs });
      this.hub.wakeAt(lease.expiresAt);
    }
    this.hub.live.scanChanged(scanId);
    this.#dispatchSoon();
  }

  agentRevoked(agentId: string): void {
    for (const peer of this.hub.peers.allOf(agentId)) {
      this.hub.peers.remove(peer);
      closePeer(peer, CLOSE.revoked);
    }
    this.hub.fleet.delete(agentId);
    this.hub.missing.back(agentId);
    this.hub.live.agentChanged(agentId);
  }

  /** Its connection has ended. Whoever is draining, or has said goodbye, is expected to be gone. */
  agentGone({ agentId, draining, left }: Peer["identity"]): void {
    this.hub.live.agentChanged(agentId);
    if (draining || left === true) return;
    this.hub.missing.gone(agentId, this.hub.now());
    this.hub.wakeAt(this.hub.now() + MISSED_AFTER_MS);
  }

  /** L11, asked for from the console. */
  drainAgent(agentId: string, deadlineMs?: number): boolean {
    const peer = this.hub.peers.of(agentId);
    if (peer === undefined) return false;
    peer.identity.draining = true;
    peer.save();
    peer.send({ v: PROTOCOL_VERSION, t: "drain", ...(deadlineMs === undefined ? {} : { deadlineMs }) });
    this.hub.live.agentChanged(agentId);
    return true;
  }

  async checkSource(agentId: string, source: string): Promise<SourceCheck | null> {
    await this.load();
    return this.hub.checks.ask(agentId, source);
  }

  /** Waits are worked out for one scan, if any: that means looking at the whole queue. */
  async status(scanId?: string): Promise<HubStatus> {
    await this.load();
    const { board, peers } = this.hub;
    const now = this.hub.now();
    return {
      agents: peers.current().map((peer) => ({
        agentId: peer.identity.agentId,
        transport: peer.transport,
        draining: peer.identity.draining,
        contactAgeMs: now - peer.contactAt(),
        slots: peer.identity.hello?.slots ?? 0,
        sealKey: peer.identity.hello?.sealKey ?? null,
      })),
      running: board.leased().map((row) => ({
        jobId: row.id,
        scanId: row.scan.id,
        agentId: row.job.lease?.agentId ?? "",
        progress: board.notes(row.id)?.progress ?? null,
      })),
      waiting: this.#waitsOf(scanId),
    };
  }

  async queueHead(limit: number): Promise<HubQueue> {
    await this.load();
    return queueHead(this.#dispatchState(), limit);
  }

  /** `labels` asks for the figures of one label set beside those of the sets that open jobs ask for. */
  async capacity(labels?: readonly string[]): Promise<HubCapacity> {
    await this.load();
    const beyond = this.#moreInD1 ? await this.#countWaiting() : null;
    const state = this.#dispatchState();
    const { meter } = this.hub;
    const most = meter.totals().activeScansMax;
    return hubCapacity(state, { beyond, labels, mostActiveScans: most });
  }

  async metrics(): Promise<HubMetrics> {
    const capacity = await this.capacity();
    const { meter, fleet, peers } = this.hub;
    const agents = peers.current().flatMap(({ identity: { agentId } }) => {
      const health = meter.health.get(agentId);
      return health === undefined ? [] : [{ name: fleet.get(agentId)?.name ?? agentId, health }];
    });
    return { capacity, totals: meter.totals(), agents };
  }

  /** A person has acknowledged it; D1 says so already. */
  async alertAcknowledged(alertId: string): Promise<AlertView | null> {
    await this.load();
    const alert = await readAlert(this.#deps.DB, this.hub.tenantId, alertId);
    if (alert === null) return null;
    const now = this.hub.watch.acknowledged(alert) ?? alert;
    this.hub.live.alertChanged(now);
    return now;
  }

  async schedulesChanged(): Promise<void> {
    await this.load();
    this.#schedulesDueAt = await nextDue(scopeOf(this.#scheduling, "", ""));
    this.#wakeForSchedules();
  }

  async runSchedules(): Promise<void> {
    await this.load();
    this.#schedulesDueAt = await runDueSchedules(this.#scheduling);
    this.#wakeForSchedules();
  }

  /** One frame of an agent. A bad one is answered and logged by its code; the connection lives on where it can. */
  async frame(peer: Peer, data: string | ArrayBuffer): Promise<void> {
    const decoded =
      typeof data === "string" ? decodeFromAgent(data) : ({ ok: false, code: "bad_frame" } as const);
    if (!decoded.ok) {
      peer.send({ v: PROTOCOL_VERSION, t: "error", code: decoded.code });
      console.warn(
        JSON.stringify({ event: "frame_refused", code: decoded.code, agentId: peer.identity.agentId }),
      );
      if (decoded.code === "unsupported_version") closePeer(peer, CLOSE.unsupportedVersion);
      if (decoded.code === "too_large") closePeer(peer, CLOSE.tooLarge);
      return;
    }
    await this.load();
    const { message } = decoded;
    if (message.t === "hello") return greet(this.hub, peer, message);
    if (!this.hub.peers.isCurrent(peer)) {
      peer.send({ v: PROTOCOL_VERSION, t: "error", code: "not_authenticated" });
      return;
    }
    await onAgentFrame(this.hub, peer, message, () => this.#indexSoon());
  }

  /** The alarm's work. */
  async upkeep(): Promise<void> {
    await this.load();
    await runUpkeep(this.hub);
    for (const scanId of staleSearches(this.hub)) await this.cancelScan(scanId);
    await this.#writeSample();
    if (this.#schedulesDueAt !== null && this.#schedulesDueAt <= this.hub.now()) await this.runSchedules();
    this.#wakeForSchedules();
    this.#indexSoon();
    this.#look();
    const next = nextUpkeep(this.hub);
    if (next !== null) this.hub.wakeAt(next);
  }

  /** Resolves when no work is under way that nobody waits for. */
  async idle(): Promise<void> {
    await Promise.resolve();
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  async #readAll(): Promise<void> {
    const { tenantId, board, fleet } = this.hub;
    const { DB } = this.#deps;
    const [rows, agents, settings, runs, totals, alerts, dueAt] = await Promise.all([
      this.#readHead(),
      readFleet(DB, tenantId),
      readQueueSettings(DB, tenantId),
      readFinishedRuns(DB, tenantId),
      readTotals(DB, tenantId),
      readOpenAlerts(DB, tenantId),
      nextDue(scopeOf(this.#scheduling, "", "")),
    ]);
    for (const run of runs) this.hub.meter.runTimes.note(run.kind, run.source, run.runMs);
    this.hub.meter.restore(totals);
    this.hub.watch.restore(alerts);
    this.#schedulesDueAt = dueAt;
    this.#wakeForSchedules();
    for (const row of rows) board.put(row, this.hub.now());
    for (const agent of agents) fleet.set(agent.agentId, agent);
    this.#settings = settings;
    this.#moreInD1 = rows.length === BOARD_LIMIT;
    this.#indexSoon();
    const next = nextUpkeep(this.hub);
    if (next !== null) this.hub.wakeAt(next);
    this.#dispatchSoon();
  }

  #dispatchState(): DispatchState {
    return dispatchView(this.hub, this.#settings, this.#turns);
  }

  #wakeForSchedules(): void {
    if (this.#schedulesDueAt !== null) this.hub.wakeAt(Math.max(this.hub.now() + 1, this.#schedulesDueAt));
  }

  #readHead() {
    return readOpenJobs(this.#deps.DB, this.hub.tenantId, BOARD_LIMIT, BAND_EVERY_MS, this.hub.now());
  }

  /** Reads every open job, so what a whole page of pollers gets is one answer. */
  #countWaiting(): Promise<WaitingCount[]> {
    const { now } = this.hub;
    if (this.#counted !== null && now() - this.#counted.at < COUNT_EVERY_MS) return this.#counted.counts;
    const counts = countWaiting(this.#deps.DB, this.hub.tenantId).catch((error: unknown) => {
      this.#counted = null;
      throw error;
    });
    this.#counted = { at: now(), counts };
    return counts;
  }

  #waitsOf(scanId: string | undefined) {
    const waits =
      scanId !== undefined && this.hub.board.ofScan(scanId).some((row) => row.job.state === "ready");
    return waits
      ? toLive(explainWaits(this.#dispatchState())).filter((entry) => entry.scanId === scanId)
      : [];
  }

  /** Figures and alerts, after every change and every alarm. */
  #look(): void {
    const state = this.#dispatchState();
    const figures = figuresOf(state);
    this.hub.meter.see(figures, state.now);
    judge(this.hub.watch, state, figures);
    const writeAt = this.hub.meter.dueAt();
    if (writeAt !== null) this.#deps.stayAwake?.(writeAt + 1_000);
    for (const time of [writeAt, nextJudgement(this.hub.watch, state)]) {
      if (time !== null) this.hub.wakeAt(Math.max(state.now + 1, time));
    }
  }

  async #writeSample(): Promise<void> {
    const due = this.hub.meter.take(this.hub.now());
    if (due === null) return;
    this.#turns.keepOnly((scanId) => this.hub.board.ofScan(scanId).length > 0);
    await writeSample(this.#deps.DB, this.hub.tenantId, due.sample, due.totals);
  }

  /** Once for all that one event, or one batch of D1, has changed. */
  #dispatchSoon(): void {
    if (this.#dispatching) return;
    this.#dispatching = true;
    this.#follow("dispatch", async () => {
      await Promise.resolve();
      this.#dispatching = false;
      const grants = plan(this.#dispatchState());
      for (const planned of grants) this.#turns.served(planned.row, this.hub.now());
      if (this.#moreInD1 && this.hub.board.size < BOARD_LOW) this.#follow("refill", () => this.#refill());
      await Promise.all(grants.map((planned) => makeGrant(this.hub, planned)));
      this.#look();
    });
  }

  async #refill(): Promise<void> {
    this.#moreInD1 = false;
    const rows = await this.#readHead();
    for (const row of rows) this.hub.board.put(row, this.hub.now());
    this.#moreInD1 = rows.length === BOARD_LIMIT;
    this.#dispatchSoon();
  }

  #indexSoon(): void {
    if (this.#indexing) return;
    this.#indexing = true;
    this.#follow("index", async () => {
      try {
        for (;;) {
          const waiting = await readUnindexed(this.#deps.DB, this.hub.tenantId, INDEX_AT_ONCE);
          if (waiting.length === 0) return;
          for (const result of waiting)
            await indexResult(this.#deps, this.hub.tenantId, result, this.hub.now());
        }
      } catch (error) {
        this.hub.wakeAt(this.hub.now() + INDEX_RETRY_MS);
        throw error;
      } finally {
        this.#indexing = false;
      }
    });
  }

  /** P5: of an error only its name is logged. Messages of D1 may carry values. */
  #follow(event: string, run: () => Promise<void>): void {
    const work: Promise<void> = run()
      .catch((error: unknown) => {
        const name = error instanceof Error ? error.name : "unknown";
        console.error(JSON.stringify({ event: `${event}_failed`, tenantId: this.hub.tenantId, error: name }));
      })
      .finally(() => this.#underWay.delete(work));
    this.#underWay.add(work);
  }
}

const toLive = (waiting: readonly Waiting[]) =>
  waiting.map(({ row, wait }) => ({ jobId: row.id, scanId: row.scan.id, wait }));

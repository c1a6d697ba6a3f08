/**
 * The hub without its sockets: loads what D1 says, dispatches, answers frames, keeps leases. Everything it needs from
 * outside is passed in, so that tests drive it with their own clock, their own peers and a real D1.
 */
import { LEASE_TIMES } from "@dataguardian/shared/lease";
import { CLOSE, decodeFromAgent, PROTOCOL_VERSION } from "@dataguardian/shared/protocol";
import { cancelScanJobs } from "../db/ledger/cancel.ts";
import { readFleet, readQueueSettings } from "../db/ledger/fleet.ts";
import { readOpenJobs, readOpenJobsOfScan } from "../db/ledger/open-jobs.ts";
import { LedgerWriter } from "../db/ledger/writer.ts";
import { onAgentFrame } from "./agent-frames.ts";
import { Board } from "./board.ts";
import { type DispatchAgent, type DispatchState, explainWaits, plan } from "./dispatcher.ts";
import { indexResult, readUnindexed } from "./findings-index.ts";
import { greet } from "./greeting.ts";
import type { HubStatus } from "./hub-api.ts";
import type { HubContext } from "./hub-context.ts";
import { makeGrant } from "./lease-desk.ts";
import { LiveFeed } from "./live-feed.ts";
import { closePeer, type Peer } from "./peer.ts";
import { PeerBook } from "./peer-book.ts";
import { nextUpkeep, runUpkeep } from "./upkeep.ts";

/** Open jobs held in memory; a longer queue is read in parts. */
const BOARD_LIMIT = 5_000;
const BOARD_LOW = 1_000;
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
  liveSockets(): readonly WebSocket[];
}

export class HubEngine {
  readonly hub: HubContext;
  readonly #deps: EngineDeps;
  readonly #lastServed = new Map<string, number>();
  /** Work that no caller waits for: grants on their way, results being indexed. */
  readonly #underWay = new Set<Promise<void>>();
  #served = 0;
  #settings: { paused: boolean; maxRunning: number | null } = { paused: false, maxRunning: null };
  #loaded: Promise<void> | null = null;
  #moreInD1 = false;
  #dispatching = false;
  #indexing = false;

  constructor(deps: EngineDeps) {
    this.#deps = deps;
    const { tenantId, DB, RESULTS, now, random, nonce, wakeAt } = deps;
    this.hub = {
      tenantId,
      db: DB,
      results: RESULTS,
      ledger: new LedgerWriter(DB, tenantId, now),
      board: new Board(),
      peers: new PeerBook(),
      live: new LiveFeed(deps.liveSockets),
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
    if (board.size >= BOARD_LIMIT) this.#moreInD1 = true;
    else
      for (const row of await readOpenJobsOfScan(this.#deps.DB, this.hub.tenantId, scanId))
        board.put(row, now());
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
    this.hub.live.agentChanged(agentId);
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

  async status(): Promise<HubStatus> {
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
      })),
      running: board.leased().map((row) => ({
        jobId: row.id,
        scanId: row.scan.id,
        agentId: row.job.lease?.agentId ?? "",
        progress: board.notes(row.id)?.progress ?? null,
      })),
      waiting: explainWaits(this.#dispatchState()).map(({ row, wait }) => ({
        jobId: row.id,
        scanId: row.scan.id,
        wait,
      })),
    };
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
    this.#indexSoon();
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
    const [rows, agents, settings] = await Promise.all([
      readOpenJobs(this.#deps.DB, tenantId, BOARD_LIMIT),
      readFleet(this.#deps.DB, tenantId),
      readQueueSettings(this.#deps.DB, tenantId),
    ]);
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
    const { board, peers, fleet } = this.hub;
    const now = this.hub.now();
    const busy = board.busyByAgent();
    const agents: DispatchAgent[] = [];
    for (const peer of peers.current()) {
      const { agentId, hello } = peer.identity;
      if (hello === null) continue;
      const known = fleet.get(agentId);
      agents.push({
        ...hello,
        agentId,
        name: known?.name ?? agentId,
        sources: new Set(known?.sources),
        busy: busy.get(agentId) ?? 0,
        available: peers.isAvailable(peer, now),
      });
    }
    return {
      now,
      ready: board.ready(),
      leased: board.leased(),
      agents,
      lastServed: this.#lastServed,
      ...this.#settings,
    };
  }

  /** Once for all that one event, or one batch of D1, has changed. */
  #dispatchSoon(): void {
    if (this.#dispatching) return;
    this.#dispatching = true;
    this.#follow("dispatch", async () => {
      await Promise.resolve();
      this.#dispatching = false;
      const grants = plan(this.#dispatchState());
      for (const planned of grants) this.#lastServed.set(planned.row.scan.memberId, ++this.#served);
      if (this.#moreInD1 && this.hub.board.size < BOARD_LOW) this.#follow("refill", () => this.#refill());
      await Promise.all(grants.map((planned) => makeGrant(this.hub, planned)));
    });
  }

  async #refill(): Promise<void> {
    this.#moreInD1 = false;
    const rows = await readOpenJobs(this.#deps.DB, this.hub.tenantId, BOARD_LIMIT);
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

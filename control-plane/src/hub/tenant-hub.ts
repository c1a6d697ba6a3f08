/**
 * One durable object a tenant: holds the agents' sockets and decides who gets which job. A cache and a lock, never the
 * record: it may be killed at any moment, and D1 rebuilds it.
 */
import { DurableObject } from "cloudflare:workers";
import type { AlertView } from "@dataguardian/shared/api";
import type { SourceCheck } from "@dataguardian/shared/domain";
import { PING, PONG, PROTOCOL_VERSION, pollRequest } from "@dataguardian/shared/protocol";
import { findShard } from "../db/directory.ts";
import { recordLastSeen } from "../db/ledger/fleet.ts";
import { HOME, openShard, shardBinding } from "../db/open.ts";
import type { Env } from "../env.ts";
import { MAX_AGENT_SOCKETS, MAX_LIVE_SOCKETS } from "../platform-limits.ts";
import { HubEngine } from "./engine.ts";
import { randomHex } from "./handshake.ts";
import { type HubApi, HUB_HEADERS, HUB_PATHS, type HubMetrics, type HubStatus } from "./hub-api.ts";
import type { HubCapacity } from "./hub-capacity.ts";
import type { HubQueue } from "./queue-head.ts";
import { type PeerIdentity, WebSocketPeer } from "./peer.ts";
import { HELLO_WITHIN_MS } from "./peer-book.ts";
import { exporterTo } from "./tracer.ts";
import { PollPeer } from "./poll-peer.ts";

const SHARD_KEY = "shard";
const MISSING_KEY = "missing";

export class TenantHub extends DurableObject<Env> implements HubApi {
  #engine!: HubEngine;
  readonly #sockets = new Map<WebSocket, WebSocketPeer>();
  readonly #polls = new Map<string, PollPeer>();
  #alarmAt: number | null = null;
  #awakeTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const tenantId = ctx.id.name ?? ctx.storage.kv.get<string>("tenant") ?? "";
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(PING, PONG));
    const shard = ctx.storage.kv.get<string>(SHARD_KEY);
    if (shard !== undefined) this.#begin(tenantId, shard);
    void ctx.blockConcurrencyWhile(async () => {
      if (shard === undefined) await this.#findShard(tenantId);
      // An alarm set before the hub was evicted must not be put off by a later one.
      const alarmAt = await ctx.storage.getAlarm();
      if (alarmAt !== null && (this.#alarmAt === null || alarmAt < this.#alarmAt)) this.#alarmAt = alarmAt;
    });
    this.#trace("constructed");
  }

  /** Asked once in the life of a hub: a tenant stays where it was made. */
  async #findShard(tenantId: string): Promise<void> {
    const known = await findShard(openShard(this.env, HOME), tenantId);
    if (known !== null) this.ctx.storage.kv.put(SHARD_KEY, known);
    this.#begin(tenantId, known ?? HOME);
  }

  #begin(tenantId: string, shard: string): void {
    this.#engine = new HubEngine({
      tenantId,
      DB: shardBinding(this.env, shard),
      RESULTS: this.env.RESULTS,
      now: () => Date.now(),
      random: () => Math.random(),
      nonce: () => randomHex(16),
      wakeAt: (time) => this.#wakeAt(time),
      stayAwake: (time) => this.#stayAwake(time),
      liveSockets: () => this.ctx.getWebSockets("live"),
      webhooks: this.env.WEBHOOKS,
      missing: {
        read: () => this.ctx.storage.kv.get<Record<string, number>>(MISSING_KEY) ?? {},
        write: (goneAt) => this.ctx.storage.kv.put(MISSING_KEY, goneAt),
      },
      spans: exporterTo(this.env.OTLP_ENDPOINT),
    });
    for (const socket of this.ctx.getWebSockets("agent")) {
      this.#adopt(socket, socket.deserializeAttachment() as PeerIdentity);
    }
  }

  // What the Worker asks.

  jobsChanged(scanId: string): Promise<void> {
    this.#trace("jobs_changed");
    return this.#engine.jobsChanged(scanId);
  }

  settingsChanged(): Promise<void> {
    return this.#engine.settingsChanged();
  }

  cancelScan(scanId: string): Promise<void> {
    return this.#engine.cancelScan(scanId);
  }

  async agentRevoked(agentId: string): Promise<void> {
    this.#engine.agentRevoked(agentId);
  }

  async drainAgent(agentId: string, deadlineMs?: number): Promise<boolean> {
    return this.#engine.drainAgent(agentId, deadlineMs);
  }

  checkSource(agentId: string, source: string): Promise<SourceCheck | null> {
    return this.#engine.checkSource(agentId, source);
  }

  status(scanId?: string): Promise<HubStatus> {
    return this.#engine.status(scanId);
  }

  queueHead(limit: number): Promise<HubQueue> {
    return this.#engine.queueHead(limit);
  }

  capacity(labels?: readonly string[]): Promise<HubCapacity> {
    return this.#engine.capacity(labels);
  }

  metrics(): Promise<HubMetrics> {
    return this.#engine.metrics();
  }

  alertAcknowledged(alertId: string): Promise<AlertView | null> {
    return this.#engine.alertAcknowledged(alertId);
  }

  schedulesChanged(): Promise<void> {
    return this.#engine.schedulesChanged();
  }

  runSchedules(): Promise<void> {
    return this.#engine.runSchedules();
  }

  // Sockets and long polls.

  override async fetch(request: Request): Promise<Response> {
    this.#trace("fetch");
    const path = new URL(request.url).pathname;
    const tenant = request.headers.get(HUB_HEADERS.tenant);
    if (this.ctx.id.name === undefined && tenant !== null) this.ctx.storage.kv.put("tenant", tenant);
    if (path === HUB_PATHS.poll) return this.#poll(request);
    if (path === HUB_PATHS.live) {
      if (this.ctx.getWebSockets("live").length >= MAX_LIVE_SOCKETS) return tooMany();
      return this.#upgrade("live").reply;
    }
    if (this.ctx.getWebSockets("agent").length >= MAX_AGENT_SOCKETS) return tooMany();
    const identity = this.#newIdentity(request);
    if (path === HUB_PATHS.pollOpen) return this.#openPoll(identity);
    const { server, reply } = this.#upgrade("agent");
    const peer = this.#adopt(server, identity);
    peer.save();
    peer.send({ v: PROTOCOL_VERSION, t: "challenge", nonce: identity.nonce });
    this.#wakeAt(identity.connectedAt + HELLO_WITHIN_MS);
    return reply;
  }

  override async webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): Promise<void> {
    this.#trace("message");
    const peer = this.#sockets.get(socket);
    if (peer === undefined) return;
    peer.heard(Date.now());
    await this.#engine.frame(peer, data);
  }

  override async webSocketClose(socket: WebSocket): Promise<void> {
    await this.#gone(socket);
  }

  override async webSocketError(socket: WebSocket): Promise<void> {
    await this.#gone(socket);
  }

  override async alarm(): Promise<void> {
    this.#trace("alarm");
    this.#alarmAt = null;
    await this.#engine.upkeep();
  }

  #upgrade(tag: "agent" | "live"): { server: WebSocket; reply: Response } {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server, [tag]);
    return { server, reply: new Response(null, { status: 101, webSocket: client }) };
  }

  #adopt(socket: WebSocket, identity: PeerIdentity): WebSocketPeer {
    const peer = new WebSocketPeer(socket, this.ctx, identity);
    this.#sockets.set(socket, peer);
    this.#engine.hub.peers.add(peer);
    return peer;
  }

  #newIdentity(request: Request): PeerIdentity {
    return {
      role: "agent",
      agentId: request.headers.get(HUB_HEADERS.agent) ?? "",
      publicKey: request.headers.get(HUB_HEADERS.publicKey) ?? "",
      nonce: randomHex(32),
      connectedAt: Date.now(),
      hello: null,
      draining: false,
    };
  }

  #openPoll(identity: PeerIdentity): Response {
    const peer = new PollPeer(identity, randomHex(32), () => Date.now());
    for (const [secret, old] of this.#polls) if (old.closed !== null) this.#polls.delete(secret);
    this.#polls.set(peer.secret, peer);
    this.#engine.hub.peers.add(peer);
    this.#wakeAt(identity.connectedAt + HELLO_WITHIN_MS);
    const challenge = JSON.stringify({ v: PROTOCOL_VERSION, t: "challenge", nonce: identity.nonce });
    return Response.json({ poll: `${identity.agentId}.${peer.secret}`, frames: [challenge] });
  }

  async #poll(request: Request): Promise<Response> {
    const body = pollRequest.safeParse(await request.json().catch(() => null));
    if (!body.success)
      return refusal(400, "bad_request", "This is no poll request; see the protocol's version.");
    const peer = this.#polls.get(body.data.poll.split(".")[1] ?? "");
    if (peer === undefined) return refusal(410, "gone", "This poll is over; open a new one.");
    peer.asked();
    for (const frame of body.data.frames) await this.#engine.frame(peer, frame);
    const reply = await peer.take(body.data.waitMs);
    if (reply.closed !== undefined) {
      this.#polls.delete(peer.secret);
      this.#engine.hub.peers.remove(peer);
    }
    return Response.json(reply);
  }

  /** A lost connection ends nothing by itself: the lease runs on until it is due (L4). */
  async #gone(socket: WebSocket): Promise<void> {
    this.#trace("socket_gone");
    const peer = this.#sockets.get(socket);
    this.#sockets.delete(socket);
    const { hub } = this.#engine;
    if (peer === undefined || !hub.peers.remove(peer)) return;
    this.#engine.agentGone(peer.identity);
    await recordLastSeen(hub.db, hub.tenantId, peer.identity.agentId, Date.now());
  }

  #wakeAt(time: number): void {
    if (this.#alarmAt !== null && this.#alarmAt <= time) return;
    this.#alarmAt = time;
    void this.ctx.storage.setAlarm(time);
  }

  /** A timer keeps the hub's memory until what it has counted is written; nothing else of it is needed. */
  #stayAwake(time: number): void {
    if (this.#awakeTimer !== null) return;
    this.#awakeTimer = setTimeout(() => (this.#awakeTimer = null), Math.max(0, time - Date.now()));
  }

  /** With HUB_TRACE set, a line each time the hub is woken: that an idle fleet costs nothing is counted, not believed. */
  #trace(cause: string): void {
    if (this.env.HUB_TRACE !== undefined) console.log(JSON.stringify({ event: "hub_woken", cause }));
  }
}

const tooMany = () =>
  refusal(429, "hub_full", "Too many connections of your organisation are open. Close some and try again.");

const refusal = (status: number, code: string, message: string) =>
  Response.json({ error: { code, message } }, { status });

import {
  AGENT_HEADERS,
  AGENT_ROUTES,
  pollOpenReply,
  pollReply,
  type PollReply,
} from "@dataguardian/shared/protocol";
import type { z } from "zod";
import { type Clock, pause } from "./clock.ts";
import { closeCodeOf } from "./http-refusal.ts";
import type { HttpReply, Outbound } from "./outbound.ts";
import type { OpenTransport, Transport, TransportEnd, TransportEvents } from "./transport.ts";

const REQUEST_TIMEOUT_MS = 15_000;
const FIRST_WAIT_MS = 5_000;
const MAX_WAIT_MS = 25_000;
const MAX_FRAMES = 64;
const MAX_BATCH_CHARS = 1_048_576;
/** A server that answers at once with nothing must not be asked in a tight loop. */
const EMPTY_PAUSE_MS = 250;

/**
 * Long polling for networks that block WebSockets (L12): one request waits for the hub's frames, short ones beside it
 * carry the agent's. Every reply is contact from the moment its request was sent, so there are no pings.
 */
export function pollTransport(outbound: Outbound, agentId: string, clock: Clock): OpenTransport {
  const headers = { [AGENT_HEADERS.agent]: agentId, "content-type": "application/json" };
  return (events, signal) => {
    const post: Post = (path, body, waitMs, stop) =>
      outbound.request({
        method: "POST",
        path,
        headers,
        body: JSON.stringify(body),
        timeoutMs: waitMs + REQUEST_TIMEOUT_MS,
        signal: AbortSignal.any([signal, stop]),
      });
    void new PollConnection(post, events, clock).run();
  };
}

type Post = (path: string, body: unknown, waitMs: number, stop: AbortSignal) => Promise<HttpReply>;

/** The control plane answered with something else than 200. */
class Refused extends Error {
  readonly end: TransportEnd;

  constructor(reply: HttpReply) {
    super("refused");
    this.end = { code: closeCodeOf(reply.text), httpStatus: reply.status };
  }
}

class PollConnection implements Transport {
  readonly kind = "poll";
  readonly #post: Post;
  readonly #events: TransportEvents;
  readonly #clock: Clock;
  readonly #stop = new AbortController();
  #poll = "";
  #outgoing: string[] = [];
  #sending: Promise<void> | null = null;
  #sends = 0;
  #waitMs = FIRST_WAIT_MS;
  #ended = false;

  constructor(post: Post, events: TransportEvents, clock: Clock) {
    this.#post = post;
    this.#events = events;
    this.#clock = clock;
  }

  async run(): Promise<void> {
    try {
      const opened = await this.#ask(AGENT_ROUTES.pollOpen, {}, 0, pollOpenReply);
      this.#poll = opened.poll;
      this.#events.onOpen(this);
      for (const frame of opened.frames) this.#receive(frame);
      while (!this.#ended) await this.#listen();
    } catch (error) {
      this.#fail(error);
    }
  }

  send(frame: string): void {
    if (this.#ended) return;
    this.#outgoing.push(frame);
    this.#sending ??= this.#sendQueued();
  }

  ping(): void {}

  setInterval(intervalMs: number): void {
    this.#waitMs = Math.min(MAX_WAIT_MS, intervalMs);
  }

  close(): void {
    void (this.#sending ?? Promise.resolve()).then(() => this.#end({ code: 1000 }));
  }

  terminate(): void {
    this.#end({ code: null });
  }

  async #listen(): Promise<void> {
    const startedAt = this.#clock.now();
    const sends = this.#sends;
    const reply = await this.#talk(this.#waitMs, []);
    // A request of ours that carries frames rightly ends the one that waits.
    const tooEarly =
      this.#clock.now() - startedAt < Math.min(this.#waitMs, EMPTY_PAUSE_MS) && sends === this.#sends;
    if (reply.frames.length === 0 && tooEarly) await pause(this.#clock, EMPTY_PAUSE_MS, this.#stop.signal);
  }

  async #sendQueued(): Promise<void> {
    // Starts on a later turn, so that frames sent together travel together; one request at a time keeps their order.
    await Promise.resolve();
    try {
      while (this.#outgoing.length > 0 && !this.#ended) {
        this.#sends++;
        await this.#talk(0, this.#nextBatch());
      }
    } catch (error) {
      this.#fail(error);
    }
    this.#sending = null;
  }

  /** As many frames as one request may carry, but at least one. */
  #nextBatch(): string[] {
    let count = 0;
    let chars = 0;
    for (const frame of this.#outgoing.slice(0, MAX_FRAMES)) {
      chars += frame.length;
      if (count > 0 && chars > MAX_BATCH_CHARS) break;
      count++;
    }
    return this.#outgoing.splice(0, count);
  }

  async #talk(waitMs: number, frames: string[]): Promise<PollReply> {
    const sentAt = this.#clock.now();
    const reply = await this.#ask(AGENT_ROUTES.poll, { poll: this.#poll, waitMs, frames }, waitMs, pollReply);
    if (!this.#ended) this.#events.onContact(sentAt);
    for (const frame of reply.frames) this.#receive(frame);
    if (reply.closed !== undefined) this.#end({ code: reply.closed });
    return reply;
  }

  async #ask<T>(path: string, body: unknown, waitMs: number, schema: z.ZodType<T>): Promise<T> {
    const reply = await this.#post(path, body, waitMs, this.#stop.signal);
    if (reply.status !== 200) throw new Refused(reply);
    return schema.parse(JSON.parse(reply.text));
  }

  #receive(frame: string): void {
    if (!this.#ended) this.#events.onFrame(frame);
  }

  #fail(error: unknown): void {
    this.#end(error instanceof Refused ? error.end : { code: null, cause: error });
  }

  #end(how: TransportEnd): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#stop.abort();
    this.#events.onClose(how);
  }
}

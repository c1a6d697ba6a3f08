/** The other end for the agent's tests: a hub on a real socket that speaks the protocol and does as it is told. */
import { createHash, createPublicKey, randomBytes, verify } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { createId } from "@dataguardian/shared/domain";
import {
  AGENT_HEADERS,
  AGENT_ROUTES,
  challengeText,
  CLOSE,
  decodeFromAgent,
  enrollRequest,
  type FromAgent,
  type FromHub,
  type Grant,
  type Hello,
  type LeaseRef,
  PING,
  PONG,
  pollRequest,
} from "@dataguardian/shared/protocol";
import { type WebSocket, WebSocketServer } from "ws";

type Frame<T extends FromAgent["t"]> = Extract<FromAgent, { t: T }>;
type Peer = { send(frame: string): void; close(code: number): void; cut(): void };
export const ENROLMENT_TOKEN = "enrol-me";

const newId = (kind: "agent" | "tenant" | "job" | "scan") =>
  createId(kind, Date.now(), (n) => randomBytes(n));

export class FakeHub {
  readonly agentId = newId("agent");
  readonly tenantId = newId("tenant");
  /** Told to the agent in `welcome` and in every grant. */
  times = { ttlMs: 30_000, pingIdleMs: 5_000, pingBusyMs: 1_000 };
  /** False: new WebSockets get a 403 as from a proxy that blocks them. */
  webSockets = true;
  /** True: takes connections and frames, and answers nothing, as behind a cable that was pulled. */
  silent = false;
  /** True: every connection is dropped at once. */
  offline = false;
  chunkStatus = 204;
  resume: (held: Hello["held"]) => LeaseRef[] = (held) =>
    held.map(({ jobId, epoch, nonce }) => ({ jobId, epoch, nonce }));
  /** What to answer to these frames; a test may take it out to answer itself. */
  answers: Partial<{ [T in FromAgent["t"]]: (frame: Frame<T>) => FromHub | null }> = {
    commit: ({ jobId, epoch }) => ({ v: 1, t: "settled", jobId, epoch, outcome: "accepted" }),
    refuse: recorded,
    fail: recorded,
    cancelled: recorded,
    handback: recorded,
  };
  readonly frames: FromAgent[] = [];
  /** `job/epoch/n` → the uploaded gzip. */
  readonly chunks = new Map<string, Buffer>();
  readonly refused: string[] = [];
  welcomes = 0;
  polls = 0;
  pings = 0;
  #publicKey = "";
  #peer: Peer | null = null;
  #waiters: (() => void)[] = [];
  #sockets = new Set<Duplex>();
  #poller: {
    secret: string;
    queue: string[];
    closed: number | null;
    wake: () => void;
    receive: (f: string) => void;
  } | null = null;
  readonly #server: Server = createServer((request, response) => void this.#http(request, response));
  readonly #webSockets = new WebSocketServer({ noServer: true });

  static async start(): Promise<FakeHub> {
    const hub = new FakeHub();
    hub.#server.on("upgrade", (request, socket: Duplex, head) => hub.#upgrade(request, socket, head));
    hub.#server.on("connection", (socket) => {
      if (hub.offline) return socket.destroy();
      hub.#sockets.add(socket);
      socket.once("close", () => hub.#sockets.delete(socket));
    });
    hub.#server.listen(0, "127.0.0.1");
    await once(hub.#server, "listening");
    return hub;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Drops every connection without a word. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#poller = null;
  }

  close(code: number): void {
    this.#peer?.close(code);
  }

  send(message: FromHub | string): void {
    this.#peer?.send(typeof message === "string" ? message : JSON.stringify(message));
  }

  grant(target: string, change: Partial<Grant> = {}): LeaseRef {
    const ref = { jobId: newId("job"), epoch: 1, nonce: randomBytes(16).toString("hex") };
    const grant: Grant = {
      v: 1,
      t: "grant",
      ...ref,
      ttlMs: this.times.ttlMs,
      timeoutMs: 60_000,
      attempt: 1,
      scan: { id: newId("scan"), kind: "code", target, options: {}, shard: { index: 0, count: 1 } },
      ...change,
    };
    this.send(grant);
    return { jobId: grant.jobId, epoch: grant.epoch, nonce: grant.nonce };
  }

  /** Resolves with the first frame of this type from place `from` on, now or later. */
  async frame<T extends FromAgent["t"]>(
    t: T,
    match: (frame: Frame<T>) => boolean = () => true,
    from = 0,
  ): Promise<Frame<T>> {
    const found = () =>
      this.frames.slice(from).find((frame): frame is Frame<T> => frame.t === t && match(frame as Frame<T>));
    await this.until(() => found() !== undefined);
    const frame = found();
    if (frame === undefined) throw new Error("unreachable");
    return frame;
  }

  /** Resolves when the condition holds; it is looked at after everything that happens here. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => this.#waiters.push(resolve));
  }

  async stop(): Promise<void> {
    this.cut();
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, "close");
  }

  #happened(): void {
    for (const wake of this.#waiters.splice(0)) wake();
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (!this.webSockets) {
      this.refused.push("websocket");
      socket.end("HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 7\r\n\r\nblocked");
      return this.#happened();
    }
    if (request.url !== AGENT_ROUTES.connect || request.headers[AGENT_HEADERS.agent] !== this.agentId) {
      const body = JSON.stringify({ error: { code: "agent_unknown", message: "unknown agent" } });
      socket.end(
        `HTTP/1.1 401 Unauthorized\r\nconnection: close\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      );
      return;
    }
    this.#webSockets.handleUpgrade(request, socket, head, (ws) =>
      this.#greet(webSocketPeer(ws), (onText) => {
        ws.on("message", (data: Buffer) => {
          const text = data.toString();
          if (this.silent) return;
          if (text !== PING) return onText(text);
          this.pings++;
          ws.send(PONG);
          this.#happened();
        });
      }),
    );
  }

  #greet(peer: Peer, listen: (onText: (text: string) => void) => void): void {
    const nonce = randomBytes(32).toString("hex");
    listen((text) => {
      const decoded = decodeFromAgent(text);
      if (!decoded.ok) throw new Error(`the agent sent a bad frame: ${decoded.code}`);
      const { message } = decoded;
      if (message.t === "hello") {
        if (!this.#proves(message, nonce)) return peer.close(CLOSE.notAuthenticated);
        this.#peer = peer;
        this.welcomes++;
        const resumed = this.resume(message.held);
        peer.send(JSON.stringify({ v: 1, t: "welcome", tenantId: this.tenantId, ...this.times, resumed }));
      }
      this.frames.push(message);
      const answer = (this.answers[message.t] as ((frame: FromAgent) => FromHub | null) | undefined)?.(
        message,
      );
      if (answer !== undefined && answer !== null) peer.send(JSON.stringify(answer));
      if (message.t === "bye") peer.close(1000);
      this.#happened();
    });
    if (!this.silent) peer.send(JSON.stringify({ v: 1, t: "challenge", nonce }));
  }

  #proves(hello: Hello, nonce: string): boolean {
    const der = Buffer.concat([
      Buffer.from("302a300506032b6570032100", "hex"),
      Buffer.from(this.#publicKey, "base64"),
    ]);
    const key = createPublicKey({ key: der, format: "der", type: "spki" });
    const { agentId, sessionId, signature } = hello;
    const text = challengeText({ tenantId: this.tenantId, agentId, sessionId, nonce });
    return agentId === this.agentId && verify(null, Buffer.from(text), key, Buffer.from(signature, "base64"));
  }

  async #http(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const reply = (status: number, json?: unknown) =>
      response
        .writeHead(status, { "content-type": "application/json" })
        .end(json === undefined ? "" : JSON.stringify(json));
    const chunk = /^\/agent\/v1\/jobs\/(\w+)\/epochs\/(\d+)\/chunks\/(\d+)$/.exec(request.url ?? "");
    if (this.silent) return;
    if (request.url === AGENT_ROUTES.enroll) {
      const { token, publicKey } = enrollRequest.parse(JSON.parse(body.toString()));
      if (token !== ENROLMENT_TOKEN)
        return void reply(401, { error: { code: "enrolment_token_unknown", message: "no" } });
      this.#publicKey = publicKey;
      reply(200, { agentId: this.agentId, tenantId: this.tenantId, tenantName: "Voorbeeld BV" });
    } else if (request.url === "/openapi.json") reply(200, { openapi: "3.1.0" });
    else if (chunk) {
      const whole = createHash("sha256").update(body).digest("hex") === request.headers["x-content-sha256"];
      const named =
        request.headers[AGENT_HEADERS.agent] === this.agentId && request.headers[AGENT_HEADERS.nonce];
      if (this.chunkStatus < 300 && whole && named) this.chunks.set(chunk.slice(1).join("/"), body);
      reply(whole && named ? this.chunkStatus : 400, this.chunkStatus === 204 ? undefined : {});
      if (this.chunkStatus >= 300) this.refused.push("chunk");
    } else if (request.url === AGENT_ROUTES.pollOpen) {
      const opened = this.#openPoll();
      reply(200, { poll: opened.secret, frames: opened.queue.splice(0) });
    } else if (request.url === AGENT_ROUTES.poll)
      await this.#answerPoll(pollRequest.parse(JSON.parse(body.toString())), reply);
    else reply(404);
    this.#happened();
  }

  #openPoll() {
    const poller = {
      secret: randomBytes(8).toString("hex"),
      queue: [] as string[],
      closed: null as number | null,
      wake() {},
      receive(_text: string) {},
    };
    this.#greet(
      {
        send: (frame) => {
          poller.queue.push(frame);
          poller.wake();
        },
        close: (code) => {
          poller.closed = code;
          poller.wake();
        },
        cut: () => {},
      },
      (onText) => {
        poller.receive = onText;
      },
    );
    this.#poller = poller;
    return poller;
  }

  async #answerPoll(
    ask: { poll: string; waitMs: number; frames: string[] },
    reply: (status: number, json: unknown) => unknown,
  ): Promise<void> {
    const poller = this.#poller;
    this.polls++;
    if (poller?.secret !== ask.poll) return void reply(410, {});
    poller.wake();
    for (const frame of ask.frames) poller.receive(frame);
    this.#happened();
    if (poller.queue.length === 0 && poller.closed === null && ask.waitMs > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ask.waitMs);
        poller.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    const frames = poller.queue.splice(0);
    reply(200, poller.closed === null ? { frames } : { frames, closed: poller.closed });
  }
}

function webSocketPeer(ws: WebSocket): Peer {
  return {
    send: (frame) => ws.send(frame, () => {}),
    close: (code) => ws.close(code),
    cut: () => ws.terminate(),
  };
}

function recorded({ jobId, epoch }: LeaseRef): FromHub {
  return { v: 1, t: "settled", jobId, epoch, outcome: "recorded" };
}

/**
 * An agent without a scanner: speaks the whole protocol over a real WebSocket, and answers every grant at once with an
 * empty result. For measuring the control plane.
 */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { type Manifest, rootHashInput } from "@dataguardian/shared/domain";
import {
  AGENT_HEADERS,
  AGENT_ROUTES,
  challengeText,
  decodeFromHub,
  enrollReply,
  type FromAgent,
  type FromHub,
  type Grant,
  type LeaseRef,
  PING,
  PONG,
  PROTOCOL_VERSION,
} from "@dataguardian/shared/protocol";
import { WebSocket } from "ws";

const v: typeof PROTOCOL_VERSION = PROTOCOL_VERSION;
const POLICY_HASH = "0".repeat(16);
const VERSION = "bench";
const PROGRESS_EVERY_MS = 1_000;
const UNITS = 100;

export interface SimulatedIdentity {
  agentId: string;
  tenantId: string;
  privateKey: KeyObject;
}

export interface SimulatedAgentOptions {
  url: string;
  identity: SimulatedIdentity;
  slots: number;
  /** Work takes this long, with progress told every second, as of an agent that scans; 0, the default, is at once. */
  workMs?: number;
  /** The moment a grant is there. */
  onGrant?: (grant: Grant) => void;
  /** The control plane's answer to a commit. */
  onSettled?: (outcome: string, lease: Pick<LeaseRef, "jobId" | "epoch">) => void;
}

/** Makes a key pair and registers it, as `dataguardian agent enroll` does. */
export async function enrollSimulated(url: string, token: string, name: string): Promise<SimulatedIdentity> {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const raw = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url");
  const reply = await fetch(new URL(AGENT_ROUTES.enroll, url), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token, name, labels: [], publicKey: raw.toString("base64") }),
  });
  if (!reply.ok) throw new Error(`enrolment of ${name} answered ${reply.status}: ${await reply.text()}`);
  const { agentId, tenantId } = enrollReply.parse(await reply.json());
  return { agentId, tenantId, privateKey };
}

export class SimulatedAgent {
  /** Pings that were answered. */
  pongs = 0;
  readonly #options: SimulatedAgentOptions;
  readonly #socket: WebSocket;
  readonly #sessionId = randomBytes(16).toString("hex");
  readonly #closed = Promise.withResolvers<number>();
  readonly #welcome = Promise.withResolvers<void>();
  #pings: NodeJS.Timeout | undefined;
  readonly #steps = new Set<NodeJS.Timeout>();
  #stopping = false;

  private constructor(options: SimulatedAgentOptions) {
    this.#options = options;
    const url = new URL(AGENT_ROUTES.connect, options.url);
    url.protocol = "ws:";
    this.#socket = new WebSocket(url, {
      headers: { [AGENT_HEADERS.agent]: options.identity.agentId },
      perMessageDeflate: false,
    });
    this.#socket.on("message", (data: Buffer) => this.#receive(data.toString("utf8")));
    this.#socket.on("error", (error) => this.#welcome.reject(error));
    this.#socket.on("close", (code) => this.#onClose(code));
  }

  /** Resolves when the control plane has said welcome. */
  static async connect(options: SimulatedAgentOptions): Promise<SimulatedAgent> {
    const agent = new SimulatedAgent(options);
    await agent.#welcome.promise;
    return agent;
  }

  /** Takes no new job from here on. Grants that are on their way are handed back. */
  drain(): void {
    this.#stopping = true;
    this.#send({ v, t: "drain" });
  }

  /** Says goodbye and resolves when the connection is gone. */
  async close(): Promise<void> {
    this.#send({ v, t: "bye" });
    await this.#closed.promise;
  }

  #receive(frame: string): void {
    if (frame === PONG) {
      this.pongs++;
      return;
    }
    const decoded = decodeFromHub(frame);
    if (!decoded.ok) throw new Error(`the hub sent a frame that is ${decoded.code}`);
    this.#on(decoded.message);
  }

  #on(message: FromHub): void {
    switch (message.t) {
      case "challenge":
        return this.#sayHello(message.nonce);
      case "welcome":
        this.#pings = setInterval(() => this.#socket.send(PING), message.pingIdleMs);
        return this.#welcome.resolve();
      case "grant":
        return this.#work(message);
      case "settled":
        return this.#options.onSettled?.(message.outcome, message);
      case "error":
        throw new Error(`the hub answered ${message.code}`);
      case "revoke":
      case "cancel":
      case "drain":
        return;
    }
  }

  #sayHello(nonce: string): void {
    const { agentId, tenantId, privateKey } = this.#options.identity;
    const text = challengeText({ tenantId, agentId, sessionId: this.#sessionId, nonce });
    this.#send({
      v,
      t: "hello",
      agentId,
      sessionId: this.#sessionId,
      signature: sign(null, Buffer.from(text), privateKey).toString("base64"),
      engineVersion: VERSION,
      rulesVersion: VERSION,
      policyHash: POLICY_HASH,
      kinds: ["code"],
      labels: [],
      sources: [],
      slots: this.#options.slots,
      draining: false,
      held: [],
    });
  }

  #work(grant: Grant): void {
    const lease = { v, jobId: grant.jobId, epoch: grant.epoch, nonce: grant.nonce } as const;
    if (this.#stopping) {
      this.#send({ ...lease, t: "refuse", code: "draining", reason: "the simulated agent is leaving" });
      return;
    }
    this.#options.onGrant?.(grant);
    this.#send({ ...lease, t: "accept" });
    const { workMs = 0 } = this.#options;
    if (workMs === 0) return this.#send({ ...lease, t: "commit", manifest: EMPTY_RESULT });
    const startedAt = performance.now();
    const step = setInterval(
      () => {
        const elapsedMs = performance.now() - startedAt;
        // A timer may be early by a moment, and a whole step would be lost for it.
        if (elapsedMs >= workMs - 5) {
          this.#steps.delete(step);
          clearInterval(step);
          return this.#send({ ...lease, t: "commit", manifest: EMPTY_RESULT });
        }
        const unitsDone = Math.floor((elapsedMs / workMs) * UNITS);
        const bytesDone = unitsDone * 1_000_000;
        const progress = { stage: "scanning", unitsDone, unitsTotal: UNITS, bytesDone, findings: 0 } as const;
        this.#send({ ...lease, t: "progress", progress });
      },
      Math.min(PROGRESS_EVERY_MS, workMs),
    );
    this.#steps.add(step);
  }

  #send(message: FromAgent): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #onClose(code: number): void {
    clearInterval(this.#pings);
    for (const step of this.#steps) clearInterval(step);
    this.#welcome.reject(new Error(`the hub closed the connection with ${code}`));
    this.#closed.resolve(code);
  }
}

const EMPTY_RESULT: Manifest = emptyResult();

function emptyResult(): Manifest {
  const coverage = { unitsSeen: 0, unitsScanned: 0, bytes: 0, skipped: [] };
  const parts = { chunks: [], coverage, summary: { bySeverity: {}, byEntityType: {}, byRule: {} } };
  const rootHash = createHash("sha256").update(rootHashInput(parts)).digest("hex");
  return { rootHash, ...parts, stats: { durationMs: 0 } };
}

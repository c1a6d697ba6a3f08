/** An agent's connection, over whichever transport it came. */
import { CLOSE, type FromHub, type Hello } from "@dataguardian/shared/protocol";

/** What a peer is known by; survives hibernation in the socket's attachment (16 KiB at most). */
export interface PeerIdentity {
  role: "agent";
  agentId: string;
  publicKey: string;
  nonce: string;
  connectedAt: number;
  hello: PeerHello | null;
  draining: boolean;
  /** It has said goodbye. */
  left?: boolean;
}

/** The part of `hello` that dispatching needs. Sources are in D1: two hundred names would not fit here. */
type PeerHello = Pick<
  Hello,
  "sessionId" | "policyHash" | "kinds" | "labels" | "slots" | "weights" | "sealKey"
>;

export interface Peer {
  readonly transport: "websocket" | "poll";
  readonly identity: PeerIdentity;
  /** Writes the changed identity where it outlives the hub's memory. */
  save(): void;
  send(message: FromHub): void;
  close(code: number, reason: string): void;
  /** When the agent was last heard, by the control plane's clock. */
  contactAt(): number;
}

export class WebSocketPeer implements Peer {
  readonly transport = "websocket";
  readonly identity: PeerIdentity;
  readonly #socket: WebSocket;
  readonly #ctx: DurableObjectState;
  #frameAt = 0;

  constructor(socket: WebSocket, ctx: DurableObjectState, identity: PeerIdentity) {
    this.#socket = socket;
    this.#ctx = ctx;
    this.identity = identity;
  }

  save(): void {
    this.#socket.serializeAttachment(this.identity);
  }

  heard(now: number): void {
    this.#frameAt = now;
  }

  send(message: FromHub): void {
    try {
      this.#socket.send(JSON.stringify(message));
    } catch {
      // The socket closed under our hands; its close event does what is to be done.
    }
  }

  close(code: number, reason: string): void {
    try {
      this.#socket.close(code, reason);
    } catch {
      // Closed already.
    }
  }

  /** Pings are answered by the runtime while the hub sleeps, which keeps their time for us. */
  contactAt(): number {
    const ping = this.#ctx.getWebSocketAutoResponseTimestamp(this.#socket)?.getTime() ?? 0;
    return Math.max(ping, this.#frameAt, this.identity.connectedAt);
  }
}

const CLOSE_REASONS: Record<number, string> = {
  [CLOSE.protocol]: "the frame was not of this protocol",
  [CLOSE.notAuthenticated]: "the agent could not prove its key",
  [CLOSE.revoked]: "the agent has been revoked",
  [CLOSE.helloTimeout]: "no hello in time",
  [CLOSE.replaced]: "a newer connection took over",
  [CLOSE.tooLarge]: "the frame was too large",
  [CLOSE.unsupportedVersion]: "the protocol version is not supported",
};

export function closePeer(peer: Peer, code: number): void {
  peer.close(code, CLOSE_REASONS[code] ?? "");
}

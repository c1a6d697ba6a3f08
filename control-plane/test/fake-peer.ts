import { decodeFromHub, type FromHub } from "@dataguardian/shared/protocol";
import type { Peer, PeerIdentity } from "../src/hub/peer.ts";

/** The hub's side of a connection that ends in the test's own hands, on the test's clock. */
export class FakePeer implements Peer {
  readonly transport = "websocket";
  readonly identity: PeerIdentity;
  closedWith: number | null = null;
  #frames: FromHub[] = [];
  #contactAt: number;

  constructor(agentId: string, publicKey: string, now: number) {
    this.identity = {
      role: "agent",
      agentId,
      publicKey,
      nonce: "0".repeat(64),
      connectedAt: now,
      hello: null,
      draining: false,
    };
    this.#contactAt = now;
  }

  save(): void {}

  send(message: FromHub): void {
    const decoded = decodeFromHub(JSON.stringify(message));
    if (!decoded.ok) throw new Error(`the hub sent a frame that is not of the protocol: ${message.t}`);
    this.#frames.push(decoded.message);
  }

  close(code: number): void {
    this.closedWith = code;
  }

  contactAt(): number {
    return this.#contactAt;
  }

  heard(now: number): void {
    this.#contactAt = now;
  }

  take(): FromHub[] {
    const frames = this.#frames;
    this.#frames = [];
    return frames;
  }
}

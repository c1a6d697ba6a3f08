import { CLOSE } from "@dataguardian/shared/protocol";
import { LEASE_TIMES } from "@dataguardian/shared/lease";
import { closePeer, type Peer } from "./peer.ts";
import { POLL_GONE_MS } from "./poll-peer.ts";

/** A socket that has not said hello after this long is closed. */
export const HELLO_WITHIN_MS = 10_000;

/** An idle agent that missed two pings gets no new job. */
const FRESH_MS = 2.5 * LEASE_TIMES.pingIdleMs;

/** The connections of a tenant's agents: at most one current one an agent, and those still shaking hands. */
export class PeerBook {
  readonly #current = new Map<string, Peer>();
  readonly #greeting = new Set<Peer>();

  /** A connection that has still to prove its key; or, after hibernation, one that has. */
  add(peer: Peer): void {
    if (peer.identity.hello === null) this.#greeting.add(peer);
    else this.#current.set(peer.identity.agentId, peer);
  }

  /** The newest transport of an agent wins (L12). */
  welcome(peer: Peer): void {
    this.#greeting.delete(peer);
    const older = this.#current.get(peer.identity.agentId);
    this.#current.set(peer.identity.agentId, peer);
    if (older !== undefined && older !== peer) closePeer(older, CLOSE.replaced);
  }

  /** True when this was the agent's current connection. */
  remove(peer: Peer): boolean {
    this.#greeting.delete(peer);
    if (this.#current.get(peer.identity.agentId) !== peer) return false;
    return this.#current.delete(peer.identity.agentId);
  }

  of(agentId: string): Peer | undefined {
    return this.#current.get(agentId);
  }

  isCurrent(peer: Peer): boolean {
    return this.#current.get(peer.identity.agentId) === peer;
  }

  current(): Peer[] {
    return [...this.#current.values()];
  }

  /** Every connection of an agent, greeted or not. */
  allOf(agentId: string): Peer[] {
    const all = [...this.#greeting].filter((peer) => peer.identity.agentId === agentId);
    const current = this.#current.get(agentId);
    return current === undefined ? all : [...all, current];
  }

  isAvailable(peer: Peer, now: number): boolean {
    return peer.identity.hello !== null && !peer.identity.draining && now - peer.contactAt() < FRESH_MS;
  }

  /** Closes what never said hello, forgets pollers that stopped asking. Returns the agents that are gone. */
  sweep(now: number): string[] {
    for (const peer of this.#greeting) {
      if (now - peer.identity.connectedAt < HELLO_WITHIN_MS) continue;
      this.#greeting.delete(peer);
      closePeer(peer, CLOSE.helloTimeout);
    }
    const gone = this.current().filter(
      (peer) => peer.transport === "poll" && now - peer.contactAt() > POLL_GONE_MS,
    );
    for (const peer of gone) this.#current.delete(peer.identity.agentId);
    return gone.map((peer) => peer.identity.agentId);
  }

  /** When `sweep` next has something to do, or null. */
  sweepAt(now: number): number | null {
    const times = [...this.#greeting].map((peer) => peer.identity.connectedAt + HELLO_WITHIN_MS);
    if (this.current().some((peer) => peer.transport === "poll")) times.push(now + POLL_GONE_MS);
    return times.length === 0 ? null : Math.min(...times);
  }
}

import { LEASE_TIMES } from "@dataguardian/shared/lease";
import type { Hello, LeaseRef } from "@dataguardian/shared/protocol";
import type { Clock } from "./clock.ts";
import { Lease, type LostHow, type SettleOutcome } from "./lease.ts";

interface Entry {
  lease: Lease;
  /** False after a reconnect that did not resume it. */
  confirmed: boolean;
  cancelFence: () => void;
}

/**
 * Holds this agent's leases and lets go of them in time (L5). A lease lives as long as the hub is known to have heard
 * from the agent during the last 80 % of its ttl. That is counted from when the answered ping was *sent*: the hub's own
 * count started later, so the agent stops before the hub gives the job to somebody else.
 */
export class LeaseKeeper {
  readonly #clock: Clock;
  readonly #onLost: (lease: Lease, how: LostHow) => void;
  readonly #held = new Map<string, Entry>();

  constructor(clock: Clock, onLost: (lease: Lease, how: LostHow) => void) {
    this.#clock = clock;
    this.#onLost = onLost;
  }

  /**
   * Takes a lease in. The contact of a fresh grant is its arrival; the ping that follows at once confirms it, and a
   * grant that was stuck on the way is found out by the hub's answer to `accept`.
   */
  take(ref: LeaseRef, ttlMs: number, state: Lease["state"] = "running"): Lease {
    const lease = new Lease(ref, ttlMs, this.#clock.now(), state);
    const entry: Entry = { lease, confirmed: true, cancelFence: () => {} };
    this.#held.set(ref.jobId, entry);
    this.#arm(entry);
    return lease;
  }

  find(jobId: string, epoch?: number): Lease | undefined {
    const lease = this.#held.get(jobId)?.lease;
    return epoch === undefined || lease?.ref.epoch === epoch ? lease : undefined;
  }

  get leases(): Lease[] {
    return [...this.#held.values()].map((entry) => entry.lease);
  }

  /** For `hello`. */
  get held(): Hello["held"] {
    return this.leases.map(({ ref, state }) => ({ ...ref, state }));
  }

  /** The hub answered what was sent at `sentAt`. */
  contact(sentAt: number): void {
    for (const { lease, confirmed } of this.#held.values()) {
      if (confirmed) lease.contactAt = Math.max(lease.contactAt, sentAt);
    }
  }

  /**
   * After a reconnect: what the hub confirms goes on. Other work stops, except that a result on its way up waits for
   * the frame that tells whether it had arrived; until then contact no longer prolongs its lease.
   */
  resume(resumed: readonly LeaseRef[], sentAt: number): void {
    const good = new Set(resumed.map(keyOf));
    for (const entry of this.#held.values()) {
      entry.confirmed = good.has(keyOf(entry.lease.ref));
      if (!entry.confirmed && entry.lease.state === "running") this.lose(entry.lease, "not_resumed");
    }
    this.contact(sentAt);
  }

  /** The lease is over without the agent's doing: its work stops now. */
  lose(lease: Lease, how: LostHow): void {
    if (!this.release(lease)) return;
    lease.stop({ why: "lost", how });
    lease.answered(null);
    this.#onLost(lease, how);
  }

  /** The hub's answer to a last word. */
  settle(jobId: string, epoch: number, outcome: SettleOutcome): void {
    const lease = this.find(jobId, epoch);
    if (lease === undefined || (lease.lastWord === null && lease.state === "running")) return;
    if (outcome !== "incomplete") {
      this.release(lease);
      lease.stop({ why: "settled", outcome });
    }
    lease.answered(outcome);
  }

  /** Lets go of a lease that is over. False when it was not held. */
  release(lease: Lease): boolean {
    const entry = this.#held.get(lease.ref.jobId);
    if (entry?.lease !== lease) return false;
    entry.cancelFence();
    return this.#held.delete(lease.ref.jobId);
  }

  #arm(entry: Entry): void {
    const { lease } = entry;
    const leftMs = lease.contactAt + lease.ttlMs * LEASE_TIMES.selfFenceShare - this.#clock.now();
    if (leftMs <= 0) return this.lose(lease, "fenced");
    entry.cancelFence = this.#clock.after(leftMs, () => this.#arm(entry));
  }
}

const keyOf = (ref: LeaseRef) => `${ref.jobId}.${ref.epoch}.${ref.nonce}`;

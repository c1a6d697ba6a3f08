import type { COMMIT_OUTCOMES, Hello, LeaseRef } from "@dataguardian/shared/protocol";
import type { Outgoing } from "./handshake.ts";

export type SettleOutcome = (typeof COMMIT_OUTCOMES)[number] | "recorded";

/** Why work under a lease must stop. */
export type StopReason =
  /** The agent has no more say in the job (L5). */
  | { why: "lost"; how: LostHow }
  /** The hub asked for it (L10). */
  | { why: "cancel" }
  /** The drain's deadline has come (L11). */
  | { why: "handback" }
  /** The hub already has the result, from before a lost connection. */
  | { why: "settled"; outcome: SettleOutcome };

/** `fenced`: no contact for too long (L5). `not_resumed`: the hub did not confirm it after a reconnect. */
export type LostHow = "fenced" | "stale" | "expired" | "cancelled" | "not_resumed";

/** The right to work on one job for a while. It owns the signal that stops the work. */
export class Lease {
  readonly ref: LeaseRef;
  readonly ttlMs: number;
  state: Hello["held"][number]["state"];
  /** When the hub was last known to hear from this agent, on the monotonic clock. */
  contactAt: number;
  /** Numbers of the chunks that the control plane has. */
  readonly uploaded = new Set<number>();
  #lastWord: Outgoing | null = null;
  #answer: (outcome: SettleOutcome | null) => void = () => {};
  #over = false;
  readonly #stop = new AbortController();

  constructor(ref: LeaseRef, ttlMs: number, contactAt: number, state: Lease["state"]) {
    this.ref = ref;
    this.ttlMs = ttlMs;
    this.contactAt = contactAt;
    this.state = state;
  }

  /** Aborted when the work must stop; `stopReason` says why. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  get stopReason(): StopReason | null {
    return this.#stop.signal.aborted ? (this.#stop.signal.reason as StopReason) : null;
  }

  /** What ends the lease: said again after every reconnect until the hub has settled it. */
  get lastWord(): Outgoing | null {
    return this.#lastWord;
  }

  /** Asks the work to stop; the first reason stands. */
  stop(reason: StopReason): void {
    this.#stop.abort(reason);
  }

  /** True once the hub has settled it or the agent has lost it: nothing more needs saying. */
  get over(): boolean {
    return this.#over;
  }

  /** Sets the last word. Resolves with the hub's answer to it, or with null when the lease is lost first. */
  conclude(word: Outgoing): Promise<SettleOutcome | null> {
    this.#lastWord = word;
    if (this.#over) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  /** The hub's answer; null when the lease was lost. */
  answered(outcome: SettleOutcome | null): void {
    if (outcome !== "incomplete") this.#over = true;
    this.#answer(outcome);
  }
}

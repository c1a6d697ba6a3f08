/**
 * Agents whose connection ended without a goodbye. One that held a job is missed when its lease runs out; an idle one is missed by nobody,
 * so when it went is kept where the hub's sleep does not reach: a row now and then, and none while all is well.
 */

/** Longer than the widest pause between two tries of an agent that reconnects (L12). */
export const MISSED_AFTER_MS = 180_000;
/** A whole fleet may be cut off at once; the alerts are as many. */
const MAX_MISSING = 500;

export interface MissingStore {
  read(): Record<string, number>;
  write(goneAt: Record<string, number>): void;
}

export function storeInMemory(): MissingStore {
  let kept: Record<string, number> = {};
  return { read: () => kept, write: (goneAt) => (kept = goneAt) };
}

export class MissingAgents {
  readonly #store: MissingStore;
  readonly #goneAt: Map<string, number>;

  constructor(store: MissingStore) {
    this.#store = store;
    this.#goneAt = new Map(Object.entries(store.read()));
  }

  gone(agentId: string, now: number): void {
    if (this.#goneAt.has(agentId) || this.#goneAt.size >= MAX_MISSING) return;
    this.#goneAt.set(agentId, now);
    this.#save();
  }

  /** It is here again, or nobody expects it any more. */
  back(agentId: string): void {
    if (this.#goneAt.delete(agentId)) this.#save();
  }

  /** Those that have been away for too long, each told once. */
  takeMissed(now: number): string[] {
    const missed = [...this.#goneAt].filter(([, at]) => now - at >= MISSED_AFTER_MS).map(([id]) => id);
    for (const agentId of missed) this.#goneAt.delete(agentId);
    if (missed.length > 0) this.#save();
    return missed;
  }

  nextDue(): number | null {
    let next: number | null = null;
    for (const at of this.#goneAt.values()) next = Math.min(next ?? Infinity, at + MISSED_AFTER_MS);
    return next;
  }

  #save(): void {
    this.#store.write(Object.fromEntries(this.#goneAt));
  }
}

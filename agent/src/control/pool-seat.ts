import type { Permit } from "../sources/database/connection-permits.ts";
import type { ConnectionPool } from "../sources/database/connection-pool.ts";
import type { ToJob } from "./ipc.ts";

/** The agent's side of the connections of one job: what its process asks for, and what is taken back when that ends. */
export class PoolSeat {
  readonly #pool: ConnectionPool;
  readonly #send: (message: ToJob) => void;
  readonly #onLeave: () => void;
  /** By the number that the job's process gave them. */
  readonly #held = new Map<number, Permit>();
  readonly #left = new AbortController();
  #told = "";

  constructor(pool: ConnectionPool, send: (message: ToJob) => void, onLeave: () => void) {
    this.#pool = pool;
    this.#send = send;
    this.#onLeave = onLeave;
  }

  async ask(n: number): Promise<void> {
    try {
      const permit = await this.#pool.take(this.#left.signal);
      if (this.#held.has(n)) return permit.release();
      this.#held.set(n, permit);
      this.#send({ t: "connection", n, isGranted: true });
      this.poolChanged();
    } catch {
      if (!this.#left.signal.aborted) this.#send({ t: "connection", n, isGranted: false });
    }
  }

  giveBack(n: number): void {
    const permit = this.#held.get(n);
    this.#held.delete(n);
    permit?.release();
  }

  /** Tells a job that holds a connection how they are shared now. */
  poolChanged(): void {
    if (this.#held.size === 0) return;
    const { isWanted, used } = this.#pool;
    const state = `${isWanted} ${used}`;
    if (state === this.#told) return;
    this.#told = state;
    this.#send({ t: "pool", isWanted, used });
  }

  /** The process has ended, whatever way. */
  leave(): void {
    this.#onLeave();
    this.#left.abort();
    for (const n of this.#held.keys()) this.giveBack(n);
  }
}

import type { ConnectionPermits, Permit } from "./connection-permits.ts";
import { DatabaseError } from "./reader.ts";

export interface PoolFigures {
  used: number;
  size: number;
  /** The most that were in use at once. */
  peak: number;
  /** How often a connection had to be waited for, and how long altogether. */
  waits: number;
  waitMs: number;
  /** How often none came free in time. */
  exhausted: number;
}

export interface PoolDeps {
  size: number;
  /** How long one is waited for. */
  waitMs: number;
  now?: () => number;
  /** What the holders of permits see has changed. */
  onChange?: () => void;
}

interface Waiting {
  grant: (permit: Permit) => void;
}

/** Bounds the connections of one source. Who waits longest is served first. */
export class ConnectionPool implements ConnectionPermits {
  readonly #size: number;
  readonly #waitMs: number;
  readonly #now: () => number;
  readonly #onChange: () => void;
  readonly #queue = new Set<Waiting>();
  #used = 0;
  #peak = 0;
  #waits = 0;
  #waitedMs = 0;
  #exhausted = 0;

  constructor({ size, waitMs, now = () => performance.now(), onChange = () => {} }: PoolDeps) {
    this.#size = size;
    this.#waitMs = waitMs;
    this.#now = now;
    this.#onChange = onChange;
  }

  get used(): number {
    return this.#used;
  }

  get isWanted(): boolean {
    return this.#queue.size > 0;
  }

  get figures(): PoolFigures {
    return {
      used: this.#used,
      size: this.#size,
      peak: this.#peak,
      waits: this.#waits,
      waitMs: Math.round(this.#waitedMs),
      exhausted: this.#exhausted,
    };
  }

  async take(signal?: AbortSignal): Promise<Permit> {
    signal?.throwIfAborted();
    if (this.#used < this.#size && this.#queue.size === 0) return this.#permit();
    return this.#wait(signal);
  }

  #wait(signal: AbortSignal | undefined): Promise<Permit> {
    this.#waits++;
    const since = this.#now();
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(late);
        signal?.removeEventListener("abort", onAbort);
        this.#queue.delete(waiting);
        this.#waitedMs += this.#now() - since;
      };
      const waiting: Waiting = {
        grant: (permit) => {
          end();
          resolve(permit);
        },
      };
      const onAbort = () => {
        end();
        this.#onChange();
        reject(signal?.reason as Error);
      };
      const late = setTimeout(() => {
        end();
        this.#exhausted++;
        this.#onChange();
        reject(new DatabaseError("pool exhausted"));
      }, this.#waitMs);
      signal?.addEventListener("abort", onAbort, { once: true });
      this.#queue.add(waiting);
      this.#onChange();
    });
  }

  #permit(): Permit {
    this.#used++;
    this.#peak = Math.max(this.#peak, this.#used);
    let isHeld = true;
    const isWanted = () => this.isWanted;
    const used = () => this.#used;
    const permit: Permit = {
      get isWanted() {
        return isWanted();
      },
      get sharers() {
        return used();
      },
      release: () => {
        if (!isHeld) return;
        isHeld = false;
        this.#used--;
        const [next] = this.#queue;
        if (next) next.grant(this.#permit());
        this.#onChange();
      },
    };
    this.#onChange();
    return permit;
  }
}

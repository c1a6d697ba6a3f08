import type { AgentHealth } from "@dataguardian/shared/protocol";
import type { SourceConfig } from "../config/schema.ts";
import { sourceLimits } from "../config/source-limits.ts";
import { ConnectionPool, type PoolFigures } from "../sources/database/connection-pool.ts";
import type { ToJob } from "./ipc.ts";
import { PoolSeat } from "./pool-seat.ts";

/** As many as a frame of the protocol takes. */
const MAX_TOLD = 64;

interface Entry {
  pool: ConnectionPool;
  seats: Set<PoolSeat>;
}

/** The connections that this agent may have with each database, for all its jobs together. */
export class PoolRegistry {
  readonly #maxConnections: number;
  readonly #onChange: () => void;
  readonly #entries = new Map<string, Entry>();

  /** `onChange`: some pool is used more or less than before. */
  constructor(maxConnections: number, onChange: () => void) {
    this.#maxConnections = maxConnections;
    this.#onChange = onChange;
  }

  /** Makes a job's place at the pool of its source; null for a file. */
  seatOf(source: SourceConfig): ((send: (message: ToJob) => void) => PoolSeat) | null {
    if (source.dsn === undefined) return null;
    const { pool, seats } = this.#entry(source);
    return (send) => {
      const seat: PoolSeat = new PoolSeat(pool, send, () => seats.delete(seat));
      seats.add(seat);
      return seat;
    };
  }

  /** Of the sources that have been read since the agent started, by name. */
  get figures(): Record<string, PoolFigures> {
    return Object.fromEntries([...this.#entries].map(([name, { pool }]) => [name, pool.figures]));
  }

  get use(): AgentHealth["pools"] {
    return [...this.#entries].slice(0, MAX_TOLD).map(([source, { pool }]) => {
      const { used, size } = pool.figures;
      return { source, used, size };
    });
  }

  #entry({ name, limits }: SourceConfig): Entry {
    const known = this.#entries.get(name);
    if (known) return known;
    const { connections, waitMs } = limits ?? sourceLimits.parse({});
    const seats = new Set<PoolSeat>();
    const onChange = () => {
      for (const seat of seats) seat.poolChanged();
      this.#onChange();
    };
    const size = Math.min(connections, this.#maxConnections);
    const entry = { pool: new ConnectionPool({ size, waitMs, onChange }), seats };
    this.#entries.set(name, entry);
    return entry;
  }
}

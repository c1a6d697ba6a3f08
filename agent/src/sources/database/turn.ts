import type { ConnectionPermits, Permit } from "./connection-permits.ts";

/** A connection that others wait for is given up after so long, between two statements. */
const TURN_MS = 5_000;

/** The permit for a session's one connection. */
export class Turn {
  readonly #permits: ConnectionPermits | undefined;
  #permit: Permit | null = null;
  #heldSince = 0;

  /** Without permits there is nobody to share with. */
  constructor(permits: ConnectionPermits | undefined) {
    this.#permits = permits;
  }

  /** Between two statements. `hangUp` ends the connection, when it is for others now. Throws `DatabaseError`. */
  async take(hangUp: () => Promise<void>, signal: AbortSignal | undefined): Promise<void> {
    if (this.#permits === undefined) return;
    if (this.#permit?.isWanted && performance.now() - this.#heldSince >= TURN_MS) {
      await hangUp();
      this.release();
    }
    if (this.#permit !== null) return;
    this.#permit = await this.#permits.take(signal);
    this.#heldSince = performance.now();
  }

  /** Connections of the source that share what it may take. */
  get sharers(): number {
    return this.#permit?.sharers ?? 1;
  }

  release(): void {
    this.#permit?.release();
    this.#permit = null;
  }
}

import { randomInt } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { DatabaseError } from "./reader.ts";

/** How often a server with a limit on its work is looked at, and how long it is waited for. */
const LOOK_EVERY_MS = 2_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
const MAX_PAUSE_MS = 15 * 60_000;

/** Holds a session back while others keep its server busy. */
export class ServerLoad {
  readonly #limit: number | undefined;
  readonly #onWait: () => void;
  #lookedAt = Number.NEGATIVE_INFINITY;

  /** `limit`: sessions of others that may be at work; none when absent. */
  constructor(limit: number | undefined, onWait: () => void) {
    this.#limit = limit;
    this.#onWait = onWait;
  }

  /** Throws `DatabaseError`, and the signal's reason. Chance spreads the pauses, so that those who wait do not come back together. */
  async whileBusy(sessionsAtWork: () => Promise<number>, signal: AbortSignal | undefined): Promise<void> {
    if (this.#limit === undefined || performance.now() - this.#lookedAt < LOOK_EVERY_MS) return;
    const until = performance.now() + MAX_PAUSE_MS;
    for (let longest = FIRST_PAUSE_MS; (await sessionsAtWork()) > this.#limit; longest *= 2) {
      if (performance.now() > until) throw new DatabaseError("server busy");
      this.#onWait();
      await delay(randomInt(Math.min(longest, LONGEST_PAUSE_MS)), undefined, { signal }).catch(() => {});
      signal?.throwIfAborted();
    }
    this.#lookedAt = performance.now();
  }
}

import { setTimeout as delay } from "node:timers/promises";

interface Rates {
  rowsPerSecond?: number;
  bytesPerSecond?: number;
}

/** What was not taken for a while may be taken at once, up to so much. */
const BURST_SECONDS = 1;
/** A long wait tells now and then that all is well. */
const MAX_SLEEP_MS = 5_000;

/** Says how long to wait after what was taken, so that a source is read no faster than it may be. */
export class Pace {
  readonly #rates: Rates;
  readonly #now: () => number;
  /** When what has been taken so far would have been taken at exactly the rate. */
  #dueAt: number;

  constructor(rates: Rates, now: () => number) {
    this.#rates = rates;
    this.#now = now;
    this.#dueAt = now();
  }

  /** Milliseconds. `sharers` connections have the rates together. */
  waitAfter(rows: number, bytes: number, sharers: number): number {
    const { rowsPerSecond = Infinity, bytesPerSecond = Infinity } = this.#rates;
    const seconds = Math.max(rows / rowsPerSecond, bytes / bytesPerSecond) * sharers;
    const now = this.#now();
    this.#dueAt = Math.max(this.#dueAt, now - BURST_SECONDS * 1_000) + seconds * 1_000;
    return Math.max(0, this.#dueAt - now);
  }
}

/** Sleeps in stretches and calls `onWait` after each. Throws the signal's reason when it is aborted. */
export async function sleepWell(ms: number, signal: AbortSignal, onWait: () => void): Promise<void> {
  for (let left = ms; left > 0; left -= MAX_SLEEP_MS) {
    await delay(Math.min(left, MAX_SLEEP_MS), undefined, { signal }).catch(() => {});
    signal.throwIfAborted();
    onWait();
  }
}

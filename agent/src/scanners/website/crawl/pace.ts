import { setTimeout as wait } from "node:timers/promises";

/** How fast a site is asked for pages: so many a minute, evenly spread. */
export class Pace {
  readonly #now: () => number;
  readonly #wait: (ms: number, signal: AbortSignal) => Promise<unknown>;
  #gapMs: number;
  #nextAt = Number.NEGATIVE_INFINITY;

  /** `perMinute` may be Infinity. */
  constructor(
    perMinute: number,
    now: () => number = () => performance.now(),
    waitFor: (ms: number, signal: AbortSignal) => Promise<unknown> = (ms, signal) =>
      wait(ms, undefined, { signal }),
  ) {
    this.#gapMs = 60_000 / perMinute;
    this.#now = now;
    this.#wait = waitFor;
  }

  /** The site asks for more time between requests. */
  slowTo(seconds: number): void {
    this.#gapMs = Math.max(this.#gapMs, Math.min(seconds, MAX_DELAY_SECONDS) * 1_000);
  }

  /** Resolves when it is time for the next request. */
  async turn(signal: AbortSignal): Promise<void> {
    const now = this.#now();
    const at = Math.max(now, this.#nextAt);
    this.#nextAt = at + this.#gapMs;
    if (at > now) await this.#wait(at - now, signal);
  }
}

/** A site may not hold a scan up for ever. */
const MAX_DELAY_SECONDS = 10;

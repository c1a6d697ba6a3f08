/** `limits.bandwidth`: one bucket for all that this agent sends and receives for its jobs, whichever process asks. */
import { type Clock, pause } from "./clock.ts";

/** What may go out at once after a quiet moment. */
const BURST_MS = 250;

export interface Bandwidth {
  /** Waits until so many bytes may pass. Whoever comes first is first; a large piece makes the next one wait. */
  take(bytes: number, signal?: AbortSignal): Promise<void>;
}

export const UNLIMITED: Bandwidth = { take: () => Promise.resolve() };

export class TokenBucket implements Bandwidth {
  readonly #clock: Clock;
  readonly #bytesPerMs: number;
  /** When what has been taken so far is paid for. */
  #paidAt: number;

  constructor(clock: Clock, mbitPerSecond: number) {
    this.#clock = clock;
    this.#bytesPerMs = (mbitPerSecond * 1_000_000) / 8 / 1_000;
    this.#paidAt = clock.now() - BURST_MS;
  }

  async take(bytes: number, signal?: AbortSignal): Promise<void> {
    const now = this.#clock.now();
    const from = Math.max(this.#paidAt, now - BURST_MS);
    this.#paidAt = from + bytes / this.#bytesPerMs;
    if (this.#paidAt > now) await pause(this.#clock, this.#paidAt - now, signal ?? NEVER);
  }
}

const NEVER = new AbortController().signal;

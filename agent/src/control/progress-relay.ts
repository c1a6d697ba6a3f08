import type { Progress } from "@dataguardian/shared/domain";
import type { Clock } from "./clock.ts";

const EVERY_MS = 1_000;

/** Passes on the latest progress of one job, at most once a second; what came in between is overtaken. */
export class ProgressRelay {
  readonly #clock: Clock;
  readonly #send: (progress: Progress) => void;
  #latest: Progress | null = null;
  #waiting: Progress | null = null;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock, send: (progress: Progress) => void) {
    this.#clock = clock;
    this.#send = send;
  }

  get latest(): Progress | null {
    return this.#latest;
  }

  report(progress: Progress): void {
    this.#latest = progress;
    this.#waiting = progress;
    if (this.#cancel === null) this.#pass();
  }

  end(): void {
    this.#cancel?.();
    this.#cancel = () => {};
  }

  #pass(): void {
    if (this.#waiting === null) {
      this.#cancel = null;
      return;
    }
    this.#send(this.#waiting);
    this.#waiting = null;
    this.#cancel = this.#clock.after(EVERY_MS, () => this.#pass());
  }
}

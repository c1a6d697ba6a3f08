/** How everything that was started is ended again: the last first, once, whatever comes. */
import type { ProcessGroup } from "../stack/process-group.ts";

/** npm passes Ctrl-C on to a child that the terminal has told already; the second of such a pair is no second wish. */
const SAME_WISH_MS = 500;

export class Shutdown {
  readonly #steps: (() => void | Promise<void>)[] = [];
  readonly #groups: ProcessGroup[] = [];
  readonly #wish = new AbortController();
  #wishedAt = 0;
  #ending: Promise<void> | undefined;

  /** Aborted at the first Ctrl-C. */
  get signal(): AbortSignal {
    return this.#wish.signal;
  }

  /** A process to be killed at the second Ctrl-C, and how to end it in order. */
  addProcess(group: ProcessGroup, stop: () => Promise<void>): void {
    this.#groups.push(group);
    this.#steps.push(stop);
  }

  add(step: () => void | Promise<void>): void {
    this.#steps.push(step);
  }

  /** Ctrl-C, or a signal with the same meaning. `onForce` runs last, after everything has been killed. */
  onSignal(now: number, onForce: () => never): void {
    if (!this.#wish.signal.aborted) {
      this.#wishedAt = now;
      this.#wish.abort();
    } else if (now - this.#wishedAt > SAME_WISH_MS) {
      for (const group of this.#groups) group.kill();
      onForce();
    }
  }

  /** Runs the steps, the last one added first. A step that fails does not keep the others from running. */
  end(): Promise<void> {
    this.#ending ??= (async () => {
      for (const step of this.#steps.toReversed()) {
        await Promise.resolve()
          .then(step)
          .catch(() => undefined);
      }
    })();
    return this.#ending;
  }
}

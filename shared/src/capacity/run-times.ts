/** How long jobs take, learnt from the finished ones: the median of the last few, by kind and source. */
import type { ScanKind } from "../domain/index.ts";

/** A median over this many follows a source that grows, and one odd run does not move it. */
const REMEMBERED = 32;
const MAX_KEYS = 500;

/** The middle value; of an even number the mean of the two in the middle. Null for none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

export class RunTimes {
  readonly #byKey = new Map<string, number[]>();
  /** Worked out once between two ends: a queue asks for each of its jobs. */
  readonly #medians = new Map<string, number | null>();

  /** A job that ended with an accepted result after `durationMs`. Failures say nothing about how long a scan takes. */
  note(kind: ScanKind, source: string | null, durationMs: number): void {
    this.#add(kind, durationMs);
    if (source !== null) this.#add(`${kind}/${source}`, durationMs);
  }

  /** Milliseconds that a job of this source, or else of this kind, takes; null when none has finished yet. */
  expected(kind: ScanKind, source: string | null): number | null {
    const ofSource = `${kind}/${source}`;
    return this.#median(source !== null && this.#byKey.has(ofSource) ? ofSource : kind);
  }

  #median(key: string): number | null {
    let value = this.#medians.get(key);
    if (value === undefined) this.#medians.set(key, (value = median(this.#byKey.get(key) ?? [])));
    return value;
  }

  #add(key: string, durationMs: number): void {
    this.#medians.delete(key);
    const known = this.#byKey.get(key);
    if (known === undefined) {
      if (this.#byKey.size < MAX_KEYS) this.#byKey.set(key, [durationMs]);
      return;
    }
    known.push(durationMs);
    if (known.length > REMEMBERED) known.shift();
  }
}

/** What a job that has run for `elapsedMs` still needs. One that is over its time is given a quarter of it again. */
export function remainingMs(expectedMs: number, elapsedMs: number): number {
  return Math.max(expectedMs - elapsedMs, expectedMs / 4);
}

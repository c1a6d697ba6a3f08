import { createHmac } from "node:crypto";
import type { Checkpoint, Position } from "@dataguardian/shared/domain";
import { ENGINE_VERSION, RULES_VERSION } from "../detection/version.ts";
import type { CoverageCounter } from "./coverage.ts";
import type { ProgressMeter } from "./progress.ts";
import type { SummaryCounter } from "./summary.ts";

/** How far a scan has come. The chunks that go with it are the business of whoever takes the findings. */
export type ScanState = Omit<Checkpoint, "chunks">;

/** Lets a scan go on where one under an earlier lease stood (L15). */
export interface Resuming {
  /** What the earlier one had done. */
  earlier: ScanState | undefined;
  /** The scan goes on from `earlier`: nothing that it has emitted until now counts. */
  onResumed(): void;
  /** Awaited: what has been emitted until now is the findings of these units, no more and no less. */
  onCheckpoint(state: ScanState): Promise<void>;
  everyMs: number;
}

const REST_WITHIN_MS = 10_000;

interface Counters {
  coverage: CoverageCounter;
  summary: SummaryCounter;
  progress: ProgressMeter;
}

/**
 * Knows which units are done. A scan asks it where to begin, and, when a checkpoint is due, comes to rest after some unit: the units
 * before it are then all done, in the order of the list, and those behind it not begun.
 */
export class UnitJournal {
  readonly #resuming: Resuming;
  readonly #counters: Counters;
  readonly #digest: (units: readonly string[]) => string;
  readonly #now: () => number;
  #madeAt: number;
  #askedAt: number | null = null;

  /** `sameness`: all that must be equal, beside the units, for findings of one run to stand beside those of another. */
  constructor(
    resuming: Resuming,
    counters: Counters,
    { key, sameness, now }: { key: Uint8Array; sameness: unknown; now: () => number },
  ) {
    this.#resuming = resuming;
    this.#counters = counters;
    this.#now = now;
    this.#madeAt = now();
    const head = JSON.stringify(["dataguardian-position/1", ENGINE_VERSION, RULES_VERSION, sameness]);
    this.#digest = (units) => {
      const hmac = createHmac("sha256", key).update(head);
      for (const unit of units) hmac.update(`\n${unit}`);
      return hmac.digest("hex");
    };
  }

  /** Whether an earlier run left anything: without it nothing has to be listed for `resume`. */
  get hasEarlier(): boolean {
    return this.#resuming.earlier !== undefined;
  }

  /** How many of these units need not be scanned again. Their counts are taken over from the earlier run. */
  resume(units: readonly string[]): number {
    const { earlier } = this.#resuming;
    if (earlier === undefined || !this.#isAt(units, earlier.position)) return 0;
    this.#counters.coverage.takeOver(earlier.coverage);
    this.#counters.summary.takeOver(earlier.summary);
    this.#counters.progress.takeOver(earlier.position.units, earlier.coverage, earlier.summary);
    this.#resuming.onResumed();
    return earlier.position.units;
  }

  /** Whether the scan should come to rest now. One that cannot within a while, because of one large unit, is let go on. */
  due(): boolean {
    const now = this.#now();
    if (now - this.#madeAt < this.#resuming.everyMs) return false;
    this.#askedAt ??= now;
    if (now - this.#askedAt < REST_WITHIN_MS) return true;
    this.#madeAt = now;
    this.#askedAt = null;
    return false;
  }

  /** `done`: all units from the first, in the order of the list, that have come to an end. */
  async record(done: readonly string[]): Promise<void> {
    await this.#resuming.onCheckpoint({
      position: { units: done.length, digest: this.#digest(done) },
      coverage: this.#counters.coverage.result(),
      summary: this.#counters.summary.result(),
    });
    this.#madeAt = this.#now();
    this.#askedAt = null;
  }

  #isAt(units: readonly string[], position: Position): boolean {
    return position.units <= units.length && this.#digest(units.slice(0, position.units)) === position.digest;
  }
}

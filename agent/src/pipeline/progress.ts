import type { Coverage, Progress, Summary } from "@dataguardian/shared/domain";

const REPORT_EVERY_MS = 200;

/** Keeps the numbers of a running scan and reports them, not more than about five times a second. */
export class ProgressMeter {
  readonly #report: (progress: Progress) => void;
  readonly #now: () => number;
  #state: Progress = { stage: "starting", unitsDone: 0, bytesDone: 0, findings: 0 };
  #reportedAt = -Infinity;

  constructor(report: (progress: Progress) => void, now: () => number) {
    this.#report = report;
    this.#now = now;
    this.#changed(true);
  }

  stage(stage: Progress["stage"]): void {
    this.#state = { ...this.#state, stage };
    this.#changed(true);
  }

  /** `bytesTotal` where it is known before the bytes have been read. */
  total(unitsTotal: number, bytesTotal?: number): void {
    this.#state = { ...this.#state, unitsTotal, ...(bytesTotal === undefined ? {} : { bytesTotal }) };
    this.#changed(true);
  }

  /** Goes on from what an earlier run had done. */
  takeOver(unitsDone: number, { bytes }: Coverage, { bySeverity }: Summary): void {
    const findings = Object.values(bySeverity).reduce((sum, count) => sum + count, 0);
    this.#state = { ...this.#state, unitsDone, bytesDone: bytes, findings };
    this.#changed(true);
  }

  bytes(count: number): void {
    this.#state = { ...this.#state, bytesDone: this.#state.bytesDone + count };
    this.#changed(false);
  }

  unitDone(): void {
    this.#state = { ...this.#state, unitsDone: this.#state.unitsDone + 1 };
    this.#changed(false);
  }

  foundOne(): void {
    this.#state = { ...this.#state, findings: this.#state.findings + 1 };
    this.#changed(false);
  }

  end(): void {
    this.#changed(true);
  }

  #changed(now: boolean): void {
    const at = this.#now();
    if (!now && at - this.#reportedAt < REPORT_EVERY_MS) return;
    this.#reportedAt = at;
    this.#report(this.#state);
  }
}

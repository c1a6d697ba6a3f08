/** Counts what the hub sees, minute by minute. Memory only; `upkeep` writes it to D1 while there is something to write. */
import type { CapacitySample } from "@dataguardian/shared/api";
import {
  addDuration,
  emptyHistogram,
  emptySample,
  highest,
  mergeSamples,
  MINUTE_MS,
  RunTimes,
} from "@dataguardian/shared/capacity";
import type { AgentHealth } from "@dataguardian/shared/protocol";
import { failureCode } from "@dataguardian/shared/protocol";
import type { JobRow } from "../db/ledger/open-jobs.ts";
import type { LeaseOutcome } from "../db/schema/work.ts";
import { type Figures, waitingSince } from "./figures.ts";

/** Series of run times by source; more sources than this are counted as `other` of their kind. */
const MAX_RUN_SERIES = 50;
const FAILURES_COUNT_FOR_MS = 600_000;
/** A short scan after a quiet time is one row, from its start to its end. */
const SETTLE_MS = 5_000;

export class Meter {
  readonly runTimes = new RunTimes();
  /** Of agents that reported since the hub woke: shown live, forgotten when they leave. */
  readonly health = new Map<string, AgentHealth>();
  readonly #failures = new Map<string, number[]>();
  #sample = emptySample(0);
  #totals = emptySample(0);
  /** Since when there is something to write; null while there is nothing. */
  #dirtySince: number | null = null;
  #writtenAt = 0;

  /** What D1 had counted before this hub came to life. */
  restore(totals: CapacitySample | null): void {
    if (totals !== null) this.#totals = mergeSamples(totals, this.#totals);
  }

  /** Everything ever counted, the present minute included. */
  totals(): CapacitySample {
    return mergeSamples(this.#totals, this.#sample);
  }

  started(row: JobRow, now: number): void {
    this.#touch(now);
    this.#sample.started++;
    const wait = (this.#sample.wait[row.scan.kind] ??= emptyHistogram());
    addDuration(wait, Math.max(0, now - waitingSince(row)));
  }

  /** A lease ended. A refused or handed-back job has neither run nor failed. */
  ended(row: JobRow, agentId: string, outcome: LeaseOutcome, failure: string | null, now: number): void {
    this.#touch(now);
    if (outcome === "committed") {
      this.#sample.completed++;
      const runMs = Math.max(0, now - (row.grantedAt ?? now));
      const { kind, source } = row.scan;
      this.runTimes.note(kind, source, runMs);
      addDuration((this.#sample.run[this.#runKey(kind, source)] ??= emptyHistogram()), runMs);
    } else if (outcome === "failed" || outcome === "lost") {
      if (outcome === "lost") this.#sample.lostAgents++;
      else this.#sample.failed++;
      const name = outcome === "lost" ? "lost" : errorClass(failure);
      this.#sample.errorsByClass[name] = (this.#sample.errorsByClass[name] ?? 0) + 1;
      this.#failures.set(agentId, [...this.#recent(agentId, now), now]);
    }
  }

  jobDied(): void {
    this.#sample.deadJobs++;
  }

  staleRefused(now: number): void {
    this.#touch(now);
    this.#sample.staleRefused++;
  }

  reported(agentId: string, health: AgentHealth): void {
    this.health.set(agentId, health);
    const { agents } = this.#sample;
    agents.memoryPercent = highest(agents.memoryPercent, health.memoryPercent);
    agents.cpuPercent = highest(agents.cpuPercent, health.cpuPercent);
    agents.eventLoopDelayMs = highest(agents.eventLoopDelayMs, health.eventLoopDelayMs);
    for (const pool of health.pools) {
      agents.poolPercent = highest(agents.poolPercent, (100 * pool.used) / pool.size);
    }
  }

  recentFailures(agentId: string, now: number): number {
    return this.#recent(agentId, now).length;
  }

  /** Keeps the highest values. A queue that only waits writes nothing: an idle tenant costs nothing. */
  see(figures: Figures, now: number): void {
    const sample = this.#sample;
    if (figures.running > 0) this.#touch(now);
    sample.activeScansMax = Math.max(sample.activeScansMax, figures.activeScans);
    sample.busySlotsMax = Math.max(sample.busySlotsMax, figures.busySlots);
    sample.totalSlotsMax = Math.max(sample.totalSlotsMax, figures.totalSlots);
    sample.agentsOnlineMax = Math.max(sample.agentsOnlineMax, figures.agentsOnline);
    sample.waitingMax = Math.max(sample.waitingMax, figures.waiting);
    sample.oldestWaitMsMax = Math.max(sample.oldestWaitMsMax, figures.oldestWaitMs);
    for (const [name, { waiting, oldestWaitMs }] of Object.entries(figures.byKind)) {
      if (waiting === 0) continue;
      const kind = name as keyof Figures["byKind"];
      sample.waitingByKind[kind] = Math.max(sample.waitingByKind[kind] ?? 0, waiting);
      sample.oldestWaitMsByKind[kind] = Math.max(sample.oldestWaitMsByKind[kind] ?? 0, oldestWaitMs);
    }
  }

  /** When the next row is due: soon after a quiet time, never two in a minute. Null when there is nothing to write. */
  dueAt(): number | null {
    if (this.#dirtySince === null) return null;
    return Math.max(this.#writtenAt + MINUTE_MS, this.#dirtySince + SETTLE_MS);
  }

  /** The row to write now, or null. The next minute starts empty. */
  take(now: number): { sample: CapacitySample; totals: CapacitySample } | null {
    const due = this.dueAt();
    if (due === null || now < due) return null;
    const sample = { ...this.#sample, at: Math.floor(now / MINUTE_MS) * MINUTE_MS };
    this.#totals = { ...mergeSamples(this.#totals, sample), at: sample.at };
    this.#sample = emptySample(0);
    this.#dirtySince = null;
    this.#writtenAt = now;
    return { sample, totals: this.#totals };
  }

  #touch(now: number): void {
    this.#dirtySince ??= now;
  }

  #recent(agentId: string, now: number): number[] {
    return (this.#failures.get(agentId) ?? []).filter((at) => now - at < FAILURES_COUNT_FOR_MS);
  }

  #runKey(kind: string, source: string | null): string {
    if (source === null) return kind;
    const key = `${kind}/${source}`;
    const known = key in this.#totals.run || key in this.#sample.run;
    const series = Object.keys(this.#totals.run).length + Object.keys(this.#sample.run).length;
    return known || series < MAX_RUN_SERIES ? key : `${kind}/other`;
  }
}

/** `code: reason` as the agent wrote it; the code is from a closed list, so the number of classes is bounded. */
function errorClass(failure: string | null): string {
  const code = failureCode.safeParse(failure?.split(":")[0]);
  return code.success ? code.data : "internal";
}

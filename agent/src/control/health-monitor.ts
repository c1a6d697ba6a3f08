/** Reads how the agent is doing while jobs run, tells it with progress, and by itself when a threshold is crossed. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { AgentHealth, HealthCrossing } from "@dataguardian/shared/protocol";
import { HealthJudge } from "./health.ts";

const NS_PER_MS = 1_000_000;

/** What a job and everything below it take. */
export interface JobLoad {
  rssBytes: number;
  /** Processor time since it started, of the processes that still run. */
  cpuMs: number;
}

interface Known extends JobLoad {
  maxBytes: number;
  cpuPercent: number;
  atMs: number;
  peakBytes: number;
}

export interface HealthMonitorDeps {
  now: () => number;
  /** How the pools of the databases are used now. */
  pools: () => AgentHealth["pools"];
  onCrossing: (health: AgentHealth, crossings: HealthCrossing[]) => void;
}

export class HealthMonitor {
  readonly #deps: HealthMonitorDeps;
  readonly #judge = new HealthJudge();
  readonly #jobs = new Map<string, Known>();
  #delay: ReturnType<typeof monitorEventLoopDelay> | null = null;
  /** The highest memory that a job of each kind took. */
  readonly peakBytes = new Map<string, number>();

  constructor(deps: HealthMonitorDeps) {
    this.#deps = deps;
  }

  /** The reading of one job, four times a second while it runs. */
  note(jobId: string, kind: string, load: JobLoad, maxBytes: number): void {
    const atMs = this.#deps.now();
    const before = this.#jobs.get(jobId);
    // A child that ended takes its time along, so the sum may fall.
    const cpuPercent =
      before === undefined || atMs <= before.atMs
        ? 0
        : Math.max(0, ((load.cpuMs - before.cpuMs) / (atMs - before.atMs)) * 100);
    const peakBytes = Math.max(load.rssBytes, before?.peakBytes ?? 0);
    this.#jobs.set(jobId, { ...load, maxBytes, cpuPercent, atMs, peakBytes });
    this.peakBytes.set(kind, Math.max(this.peakBytes.get(kind) ?? 0, load.rssBytes));
    if (this.#delay === null) {
      this.#delay = monitorEventLoopDelay({ resolution: 20 });
      this.#delay.enable();
    }
    this.#tell();
  }

  /** The job has ended, whatever way. With the last one the agent is idle and measures nothing. */
  forget(jobId: string): void {
    if (!this.#jobs.delete(jobId)) return;
    this.#tell();
    if (this.#jobs.size > 0) return;
    this.#delay?.disable();
    this.#delay = null;
  }

  /** A connection with a database was taken, given back or waited for. */
  poolsChanged(): void {
    this.#tell();
  }

  /** Memory is that of the job nearest to its own cap, for it is that job which would be ended. */
  get health(): AgentHealth {
    const jobs = [...this.#jobs.values()];
    const round = (value: number) => Math.round(value * 10) / 10;
    const memory = Math.max(0, ...jobs.map(({ rssBytes, maxBytes }) => (rssBytes / maxBytes) * 100));
    return {
      memoryPercent: round(Math.min(1_000, memory)),
      cpuPercent: round(jobs.reduce((sum, { cpuPercent }) => sum + cpuPercent, 0)),
      eventLoopDelayMs: round((this.#delay?.percentile(99) ?? 0) / NS_PER_MS),
      pools: this.#deps.pools(),
    };
  }

  #tell(): void {
    const { health } = this;
    const crossings = this.#judge.judge(health);
    if (crossings.length > 0) this.#deps.onCrossing(health, crossings);
  }
}

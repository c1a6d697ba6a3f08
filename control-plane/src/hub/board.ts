/** What the hub remembers of the open jobs: a cache of D1, rebuilt from it whenever memory is lost. */
import type { Progress, ScanKind } from "@dataguardian/shared/domain";
import type { JobRow } from "../db/ledger/open-jobs.ts";

/** What only memory knows of a leased job. Lost with the hub, and nothing rests on it. */
export interface RunningNotes {
  /** False until the agent has answered the grant; a hub that woke up does not know and assumes true. */
  accepted: boolean;
  grantedAt: number;
  progress: Progress | null;
  progressAt: number;
}

export class Board {
  readonly #rows = new Map<string, JobRow>();
  /** The same rows again by state: the dispatcher asks after every event, and a queue is long where few jobs run. */
  readonly #ready = new Map<string, JobRow>();
  readonly #leased = new Map<string, JobRow>();
  readonly #notes = new Map<string, RunningNotes>();
  /** Job → agent, while its grant is on the way to D1. */
  readonly granting = new Map<string, string>();

  get(jobId: string): JobRow | undefined {
    return this.#rows.get(jobId);
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Takes over what D1 says of a job, unless the board knows something newer; an ended job is forgotten. */
  put(row: JobRow, now: number): void {
    const known = this.#rows.get(row.id);
    if (known !== undefined && age(known) > age(row)) return;
    const { state } = row.job;
    if (state !== "ready" && state !== "leased") return this.remove(row.id);
    this.#rows.set(row.id, row);
    (state === "ready" ? this.#leased : this.#ready).delete(row.id);
    (state === "ready" ? this.#ready : this.#leased).set(row.id, row);
    if (state === "ready") this.#notes.delete(row.id);
    else if (!this.#notes.has(row.id)) {
      this.#notes.set(row.id, { accepted: true, grantedAt: now, progress: null, progressAt: now });
    }
  }

  remove(jobId: string): void {
    this.#rows.delete(jobId);
    this.#ready.delete(jobId);
    this.#leased.delete(jobId);
    this.#notes.delete(jobId);
  }

  notes(jobId: string): RunningNotes | undefined {
    return this.#notes.get(jobId);
  }

  noteGrant(jobId: string, now: number): void {
    this.#notes.set(jobId, { accepted: false, grantedAt: now, progress: null, progressAt: now });
  }

  ready(): JobRow[] {
    const rows = [...this.#ready.values()];
    return this.granting.size === 0 ? rows : rows.filter((row) => !this.granting.has(row.id));
  }

  leased(): JobRow[] {
    return [...this.#leased.values()];
  }

  ofScan(scanId: string): JobRow[] {
    return [...this.#rows.values()].filter((row) => row.scan.id === scanId);
  }

  /** The kinds of the jobs leased by, or on their way to, each agent. */
  kindsByAgent(): Map<string, ScanKind[]> {
    const held = new Map<string, ScanKind[]>();
    const add = (agentId: string, row: JobRow | undefined) => {
      if (row === undefined) return;
      const kinds = held.get(agentId);
      if (kinds === undefined) held.set(agentId, [row.scan.kind]);
      else kinds.push(row.scan.kind);
    };
    for (const row of this.#leased.values()) if (row.job.lease !== null) add(row.job.lease.agentId, row);
    for (const [jobId, agentId] of this.granting) add(agentId, this.#rows.get(jobId));
    return held;
  }
}

/** Within one epoch a job is leased first and ready, for the next grant, afterwards. Reads from D1 may overtake each other. */
const age = ({ job }: JobRow) => job.epoch * 2 + (job.state === "leased" ? 0 : 1);

/**
 * The life of a job, as pure functions. D1 runs the same rules as conditional statements; this file is their model,
 * and a property test holds the two together.
 *
 *   ready --grant--> leased --commit--> done
 *     ^                |  |--refuse, hand back, lost, failed (attempts left)--> ready
 *     |                |  |--lost by two agents, or out of attempts--> dead --redrive--> ready
 *     '----------------'  '--cancelled--> cancelled
 */
import type { JobState } from "../domain/index.ts";

/** Durations in milliseconds (L3). Times are the control plane's own clock, also milliseconds. */
export const LEASE_TIMES = {
  ttlMs: 30_000,
  /** The agent stops work on a lease after this share of the ttl without contact (L5). */
  selfFenceShare: 0.8,
  pingIdleMs: 25_000,
  pingBusyMs: 5_000,
  /** How often the alarm extends the leases of agents that are in contact (L4). */
  extendEveryMs: 10_000,
  /** A lease whose job reports no progress for this long is not extended (L4). */
  stallMs: 120_000,
  /** How long a cancelled job may take to stop before its epoch is raised (L10). */
  cancelGraceMs: 10_000,
  retryBaseMs: 1_000,
  retryCapMs: 300_000,
} as const;

/** Lost by this many different agents, a job is dead: it probably kills them (L8). */
export const LOST_AGENT_LIMIT = 2;

export interface Lease {
  agentId: string;
  nonce: string;
  expiresAt: number;
}

export interface Job {
  state: JobState;
  epoch: number;
  lease: Lease | null;
  notBefore: number;
  attempts: number;
  maxAttempts: number;
  lostAgents: readonly string[];
  /** `agentId/policyHash` of every refusal: a changed policy gets asked again (L2). */
  excluded: readonly string[];
  cancelRequested: boolean;
  result: { epoch: number; rootHash: string } | null;
}

/** Names one grant; every message about a lease carries it. */
export interface LeaseKey {
  agentId: string;
  epoch: number;
  nonce: string;
}

export const NEW_JOB: Omit<Job, "maxAttempts"> = {
  state: "ready",
  epoch: 0,
  lease: null,
  notBefore: 0,
  attempts: 0,
  lostAgents: [],
  excluded: [],
  cancelRequested: false,
  result: null,
};

/** The fence (L7): this very grant, still live. */
export function isHeld(job: Job, key: LeaseKey, now: number): boolean {
  return (
    job.state === "leased" &&
    job.epoch === key.epoch &&
    job.lease !== null &&
    job.lease.nonce === key.nonce &&
    job.lease.agentId === key.agentId &&
    now < job.lease.expiresAt
  );
}

/** Exponential backoff with full jitter (L8). `random` is in [0, 1). */
export function retryDelayMs(attempts: number, random: number): number {
  const window = Math.min(LEASE_TIMES.retryCapMs, LEASE_TIMES.retryBaseMs * 2 ** Math.max(0, attempts - 1));
  return Math.floor(window * random);
}

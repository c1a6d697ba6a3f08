import { isHeld, type Job, LEASE_TIMES, type LeaseKey, LOST_AGENT_LIMIT, retryDelayMs } from "./state.ts";

/** What a transition says: the job after it, or null when its condition does not hold and nothing changes. */
export type Transition = Job | null;

const released = { state: "ready", lease: null } as const;

/** L1. The job must be ready and due, and the agent not excluded. */
export function grant(
  job: Job,
  agent: { agentId: string; policyHash: string },
  nonce: string,
  now: number,
  ttlMs: number,
): Transition {
  if (job.state !== "ready" || job.notBefore > now || job.cancelRequested) return null;
  if (job.excluded.includes(`${agent.agentId}/${agent.policyHash}`)) return null;
  return {
    ...job,
    state: "leased",
    epoch: job.epoch + 1,
    lease: { agentId: agent.agentId, nonce, expiresAt: now + ttlMs },
  };
}

/** L4. `contactAt` is when the agent was last heard; a lease never shrinks and is never brought back to life. */
export function extend(job: Job, key: LeaseKey, contactAt: number, now: number, ttlMs: number): Transition {
  if (!isHeld(job, key, now) || job.lease === null || job.cancelRequested) return null;
  return { ...job, lease: { ...job.lease, expiresAt: Math.max(job.lease.expiresAt, contactAt + ttlMs) } };
}

/** L2. A refusal costs no attempt. */
export function refuse(job: Job, key: LeaseKey, policyHash: string, now: number): Transition {
  if (!isHeld(job, key, now)) return null;
  if (job.cancelRequested) return cancelled(job);
  return { ...job, ...released, excluded: [...new Set([...job.excluded, `${key.agentId}/${policyHash}`])] };
}

/** L11. Handing back costs no attempt and excludes nobody. */
export function handBack(job: Job, key: LeaseKey, now: number): Transition {
  if (!isHeld(job, key, now)) return null;
  return job.cancelRequested ? cancelled(job) : { ...job, ...released };
}

/** L6, L7. */
export function commit(
  job: Job,
  key: LeaseKey,
  rootHash: string,
  now: number,
): { outcome: CommitOutcome; job: Job } {
  if (job.state === "done" && job.result !== null && job.result.epoch === key.epoch) {
    return { outcome: job.result.rootHash === rootHash ? "duplicate" : "conflict", job };
  }
  if (!isHeld(job, key, now)) return { outcome: "gone", job };
  return {
    outcome: "accepted",
    job: { ...job, state: "done", lease: null, result: { epoch: key.epoch, rootHash } },
  };
}
export type CommitOutcome = "accepted" | "duplicate" | "conflict" | "gone";

/** L8. A failure the agent reports itself. */
export function fail(job: Job, key: LeaseKey, retryable: boolean, now: number, random: number): Transition {
  if (!isHeld(job, key, now)) return null;
  if (job.cancelRequested) return cancelled(job);
  return retryOrDie({ ...job, attempts: job.attempts + 1 }, !retryable, now, random);
}

/**
 * L8. The lease ran out. `attended` is false when the control plane itself was away at that moment: then nobody
 * can say that the agent was lost, and no attempt is counted.
 */
export function expire(job: Job, now: number, random: number, attended = true): Transition {
  if (job.state !== "leased" || job.lease === null || now < job.lease.expiresAt) return null;
  if (job.cancelRequested) return cancelled(job);
  return attended ? lose(job, job.lease.agentId, now, random) : { ...job, ...released };
}

/** L8. The agent is back, in a new process, and no longer knows of the job: it died with the old one. */
export function abandon(job: Job, key: LeaseKey, now: number, random: number): Transition {
  if (!isHeld(job, key, now)) return null;
  return job.cancelRequested ? cancelled(job) : lose(job, key.agentId, now, random);
}

function lose(job: Job, agentId: string, now: number, random: number): Job {
  const lostAgents = [...new Set([...job.lostAgents, agentId])];
  const lost = { ...job, attempts: job.attempts + 1, lostAgents };
  return retryOrDie(lost, lostAgents.length >= LOST_AGENT_LIMIT, now, random);
}

/** L10. A waiting job is cancelled at once; a running one is asked to stop and gets the grace period. */
export function requestCancel(job: Job, now: number): Transition {
  if (job.state === "ready") return cancelled(job);
  if (job.state !== "leased" || job.lease === null || job.cancelRequested) return null;
  const expiresAt = Math.min(job.lease.expiresAt, now + LEASE_TIMES.cancelGraceMs);
  return { ...job, cancelRequested: true, lease: { ...job.lease, expiresAt } };
}

/** L10. The agent says that the job has stopped. */
export function confirmCancel(job: Job, key: LeaseKey, now: number): Transition {
  return job.cancelRequested && isHeld(job, key, now) ? cancelled(job) : null;
}

/** L8. A person sends a dead job round again. */
export function redrive(job: Job, now: number): Transition {
  return job.state === "dead"
    ? { ...job, state: "ready", attempts: 0, lostAgents: [], excluded: [], notBefore: now }
    : null;
}

/** The raised epoch fences whatever still runs. */
function cancelled(job: Job): Job {
  return { ...job, state: "cancelled", epoch: job.epoch + 1, lease: null, cancelRequested: true };
}

function retryOrDie(job: Job, fatal: boolean, now: number, random: number): Job {
  if (fatal || job.attempts >= job.maxAttempts) return { ...job, state: "dead", lease: null };
  return { ...job, ...released, notBefore: now + retryDelayMs(job.attempts, random) };
}

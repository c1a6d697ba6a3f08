/** Carries the pure transitions of `shared/lease` over to D1, and the board after it. */
import {
  grant,
  handBack,
  LEASE_TIMES,
  type Job,
  type LeaseKey,
  type Transition,
} from "@dataguardian/shared/lease";
import { CLOSE, PROTOCOL_VERSION, type LeaseRef } from "@dataguardian/shared/protocol";
import type { Progress, ScanOptions } from "@dataguardian/shared/domain";
import { policyKey } from "@dataguardian/shared/dispatch";
import { formatTraceparent, parseTraceparent, spanIdOf } from "@dataguardian/shared/trace";
import { type JobRow, readJobs } from "../db/ledger/open-jobs.ts";
import type { LeaseOutcome } from "../db/schema/work.ts";
import type { PlannedGrant } from "./dispatch-state.ts";
import type { HubContext } from "./hub-context.ts";
import { closePeer } from "./peer.ts";

/** An agent that has not answered a grant by then did not get it. */
export const ACCEPT_WITHIN_MS = 10_000;
const RETRY_UNEXPLAINED_MS = 1_000;

export interface SettleNote {
  when?: "live" | "expired";
  outcome: LeaseOutcome;
  /** Shown to people as the reason of a retry or a dead letter; a code, never a message with values. */
  lastFailure?: string;
  refusal?: { policyKey: string; reason: string };
}

/** Ends a lease. False when the lease that `key` names is no longer held, whoever says so. */
export async function settle(
  hub: HubContext,
  jobId: string,
  key: LeaseKey,
  step: (job: Job) => Transition,
  note: SettleNote,
): Promise<boolean> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const row = hub.board.get(jobId) ?? (await refresh(hub, jobId));
    const next = row === undefined ? null : step(row.job);
    if (row === undefined || next === null) return false;
    const refusals =
      note.refusal === undefined
        ? row.refusals
        : { ...row.refusals, [note.refusal.policyKey]: note.refusal.reason };
    const lastFailure = note.lastFailure ?? row.lastFailure;
    const { state, epoch, notBefore, attempts, lostAgents, cancelRequested } = next;
    const applied = await hub.ledger.apply("settle", {
      jobId,
      epoch: key.epoch,
      nonce: key.nonce,
      agentId: key.agentId,
      when: note.when ?? "live",
      cancelSeen: row.job.cancelRequested,
      outcome: state === "cancelled" ? "cancelled" : note.outcome,
      next: { state, epoch, notBefore, attempts, lostAgents, refusals, cancelRequested, lastFailure },
    });
    if (applied) {
      hub.board.put({ ...row, job: next, refusals, lastFailure }, hub.now());
      hub.tracer.leaseEnded(row, key.agentId, state === "cancelled" ? "cancelled" : note.outcome, hub.now());
      logLeaseEnd(hub, row, key, state === "cancelled" ? "cancelled" : note.outcome);
      if (state !== "cancelled") noteEnd(hub, row, key.agentId, note, state);
      hub.live.scanChanged(row.scan.id);
      hub.live.agentChanged(key.agentId);
      if (next.notBefore > hub.now()) hub.wakeAt(next.notBefore);
      hub.dispatchSoon();
      return true;
    }
    await refresh(hub, jobId);
  }
  return false;
}

/** One line for each lease, by its end (P5: ids and names of a list). With the trace's id, as the agent's lines have it. */
export function logLeaseEnd(hub: HubContext, row: JobRow, key: LeaseKey, outcome: LeaseOutcome): void {
  const { id, scan, grantedAt } = row;
  const ms = grantedAt === undefined ? null : hub.now() - grantedAt;
  const traceId = parseTraceparent(scan.traceparent)?.traceId;
  const ids = { tenantId: hub.tenantId, scanId: scan.id, jobId: id, epoch: key.epoch, agentId: key.agentId };
  console.log(JSON.stringify({ event: "lease_ended", ...ids, outcome, ms, traceId }));
}

/** For the figures and the alerts; a cancelled job is neither a failure nor a loss. */
function noteEnd(hub: HubContext, row: JobRow, agentId: string, note: SettleNote, state: Job["state"]): void {
  hub.meter.ended(row, agentId, note.outcome, note.lastFailure ?? null, hub.now());
  if (note.outcome === "lost") {
    hub.watch.happened("agent_lost", agentId, hub.fleet.get(agentId)?.name ?? agentId);
  }
  if (state !== "dead") return;
  hub.meter.jobDied();
  hub.watch.happened("dead_letter", "", "");
}

/** Reads a job anew when D1 and the board disagree: D1 is right. */
export async function refresh(hub: HubContext, jobId: string): Promise<JobRow | undefined> {
  const [row] = await readJobs(hub.db, hub.tenantId, [jobId]);
  if (row === undefined) hub.board.remove(jobId);
  else hub.board.put(row, hub.now());
  return row;
}

/** L1: durable first, then sent. */
export async function makeGrant(hub: HubContext, { row, agent }: PlannedGrant): Promise<void> {
  const nonce = hub.nonce();
  const session = hub.peers.of(agent.agentId)?.identity.hello?.sessionId;
  const now = hub.now();
  const next = grant(row.job, agent, nonce, now, LEASE_TIMES.ttlMs);
  if (next === null || next.lease === null) return;
  hub.board.granting.set(row.id, agent.agentId);
  let granted = false;
  try {
    const item = {
      jobId: row.id,
      epoch: row.job.epoch,
      agentId: agent.agentId,
      policyKey: policyKey(agent),
      nonce,
    };
    granted = await hub.ledger.apply("grant", { ...item, expiresAt: next.lease.expiresAt });
    if (granted) hub.board.put({ ...row, job: next, grantedAt: now }, now);
    else granted = (await refresh(hub, row.id))?.job.lease?.nonce === nonce;
  } finally {
    hub.board.granting.delete(row.id);
  }
  if (!granted) return explainFailedGrant(hub, row.id, agent.agentId);
  hub.board.noteGrant(row.id, hub.now());
  hub.meter.started(row, hub.now());
  hub.live.scanChanged(row.scan.id);
  hub.live.agentChanged(agent.agentId);
  const peer = hub.peers.of(agent.agentId);
  const key = { agentId: agent.agentId, epoch: next.epoch, nonce };
  if (peer === undefined || peer.identity.hello?.sessionId !== session) return undelivered(hub, row.id, key);
  peer.send({
    v: PROTOCOL_VERSION,
    t: "grant",
    jobId: row.id,
    epoch: next.epoch,
    nonce,
    ttlMs: LEASE_TIMES.ttlMs,
    timeoutMs: row.scan.timeoutMs,
    attempt: next.attempts + 1,
    ...traced(row, next.epoch),
    scan: {
      id: row.scan.id,
      kind: row.scan.kind,
      ...(row.scan.source === null ? {} : { source: row.scan.source }),
      ...(row.scan.target === null ? {} : { target: row.scan.target }),
      options: optionsFor(agent.agentId, row.scan.options),
      shard: { index: row.shardIndex, count: row.scan.shards },
    },
  });
  hub.wakeAt(hub.now() + ACCEPT_WITHIN_MS);
}

/** Of sealed search terms, the agent's own box (P9). */
function optionsFor(agentId: string, options: ScanOptions): ScanOptions {
  if (options.subject === undefined) return options;
  return { ...options, subject: { sealed: options.subject.sealed.filter((one) => one.agentId === agentId) } };
}

function traced({ id, scan }: JobRow, epoch: number): { traceparent?: string } {
  const trace = parseTraceparent(scan.traceparent);
  return trace === null
    ? {}
    : { traceparent: formatTraceparent({ ...trace, parentId: spanIdOf.lease(id, epoch) }) };
}

/** The agent never had the job, so it costs no attempt. Should it have it all the same, the next epoch fences it. */
export async function undelivered(hub: HubContext, jobId: string, key: LeaseKey): Promise<void> {
  await settle(hub, jobId, key, (job) => handBack(job, key, hub.now()), { outcome: "handed_back" });
}

/** D1 refused a grant although the job is still ready: a revoked agent, or a moment's trouble. */
async function explainFailedGrant(hub: HubContext, jobId: string, agentId: string): Promise<void> {
  const row = hub.board.get(jobId);
  const agent = await hub.db
    .prepare("select revoked_at from agents where tenant_id = ?1 and id = ?2")
    .bind(hub.tenantId, agentId)
    .first<{ revoked_at: number | null }>();
  if (agent === null || agent.revoked_at !== null) {
    for (const peer of hub.peers.allOf(agentId)) {
      hub.peers.remove(peer);
      closePeer(peer, CLOSE.revoked);
    }
  } else if (row?.job.state === "ready") {
    const notBefore = hub.now() + RETRY_UNEXPLAINED_MS;
    hub.board.put({ ...row, job: { ...row.job, notBefore } }, hub.now());
    hub.wakeAt(notBefore);
  }
  hub.dispatchSoon();
}

/** A progress report, if it comes from the holder. */
export function noteProgress(hub: HubContext, ref: LeaseRef, agentId: string, progress: Progress): boolean {
  const row = hub.board.get(ref.jobId);
  const notes = hub.board.notes(ref.jobId);
  const lease = row?.job.lease;
  if (row === undefined || notes === undefined || row.job.epoch !== ref.epoch || lease?.nonce !== ref.nonce)
    return false;
  if (lease.agentId !== agentId) return false;
  notes.accepted = true;
  notes.progress = progress;
  notes.progressAt = hub.now();
  hub.live.progress({ jobId: ref.jobId, scanId: row.scan.id, agentId, progress });
  return true;
}

/**
 * The lease transitions as conditional statements. Each takes a JSON array of items and applies to all of them at once;
 * the first statement of a verb returns the jobs it changed, and only for those do the others find anything to do.
 * The fence (state, epoch, nonce, agent, expiry, tenant) stands in every `where`, so correctness does not rest on the
 * hub being alone (L7). Binds: ?1 tenant, ?2 now in milliseconds, ?3 the items.
 */
import type { LeaseOutcome } from "../schema/work.ts";
import type { JobState, Manifest } from "@dataguardian/shared/domain";

interface GrantItem {
  jobId: string;
  /** The epoch before the grant, as the hub saw it. */
  epoch: number;
  agentId: string;
  policyKey: string;
  nonce: string;
  expiresAt: number;
}

interface ExtendItem {
  jobId: string;
  epoch: number;
  nonce: string;
  agentId: string;
  expiresAt: number;
}

interface CommitItem {
  jobId: string;
  epoch: number;
  nonce: string;
  agentId: string;
  manifest: Manifest;
}

/** The end of a lease other than by a commit: what the pure transition said that the row must become. */
interface SettleItem {
  jobId: string;
  epoch: number;
  nonce: string;
  agentId: string;
  /** `live` needs an unexpired lease, `expired` an expired one. */
  when: "live" | "expired";
  /** As the hub saw it; if a cancel came in between, the transition is worked out again. */
  cancelSeen: boolean;
  outcome: LeaseOutcome;
  next: {
    state: JobState;
    epoch: number;
    notBefore: number;
    attempts: number;
    lostAgents: readonly string[];
    refusals: Record<string, string>;
    cancelRequested: boolean;
    lastFailure: string | null;
  };
}

const field = (name: string) => `item.value ->> '$.${name}'`;
const ITEMS = "json_each(?3) item";

const FENCE = `jobs.id = ${field("jobId")} and jobs.tenant_id = ?1 and jobs.state = 'leased'
  and jobs.epoch = ${field("epoch")} and jobs.nonce = ${field("nonce")} and jobs.agent_id = ${field("agentId")}`;

const NOT_REVOKED = `exists (select 1 from agents where agents.id = ${field("agentId")} and agents.tenant_id = ?1 and agents.revoked_at is null)`;

/** Closes the scans of these items whose last open job has just ended. */
const CLOSE_SCANS = `update scans set ended_at = ?2, state = case
    when exists (select 1 from jobs where jobs.scan_id = scans.id and jobs.state = 'dead') then 'failed'
    when exists (select 1 from jobs where jobs.scan_id = scans.id and jobs.state = 'cancelled') then 'cancelled'
    else 'done' end
  where tenant_id = ?1 and state in ('queued', 'running')
    and id in (select jobs.scan_id from ${ITEMS} join jobs on jobs.id = ${field("jobId")})
    and not exists (select 1 from jobs where jobs.tenant_id = ?1 and jobs.scan_id = scans.id and jobs.state in ('ready', 'leased'))`;

const GRANT = [
  `update jobs set state = 'leased', epoch = jobs.epoch + 1, nonce = ${field("nonce")}, agent_id = ${field("agentId")}, expires_at = ${field("expiresAt")}
   from ${ITEMS}
   where jobs.id = ${field("jobId")} and jobs.tenant_id = ?1 and jobs.state = 'ready' and jobs.epoch = ${field("epoch")}
     and jobs.not_before <= ?2 and jobs.cancel_requested = 0
     and not exists (select 1 from json_each(jobs.refusals) refusal where refusal.key = ${field("policyKey")})
     and ${NOT_REVOKED}
   returning jobs.id`,
  `insert into leases (job_id, epoch, tenant_id, agent_id, granted_at)
   select jobs.id, jobs.epoch, ?1, jobs.agent_id, ?2 from ${ITEMS}
   join jobs on jobs.id = ${field("jobId")} and jobs.tenant_id = ?1 and jobs.state = 'leased' and jobs.nonce = ${field("nonce")}
   where true on conflict do nothing`,
  `update scans set state = 'running', started_at = ?2
   where tenant_id = ?1 and state = 'queued' and id in (select jobs.scan_id from ${ITEMS} join jobs on jobs.id = ${field("jobId")} and jobs.state = 'leased')`,
];

const EXTEND = [
  `update jobs set expires_at = max(jobs.expires_at, ${field("expiresAt")})
   from ${ITEMS} where ${FENCE} and jobs.expires_at > ?2 and jobs.cancel_requested = 0 and ${NOT_REVOKED}
   returning jobs.id`,
];

const COMMIT = [
  `update jobs set state = 'done', agent_id = null, nonce = null, expires_at = null, ended_at = ?2,
     result_epoch = jobs.epoch, result_root = ${field("manifest.rootHash")}
   from ${ITEMS} where ${FENCE} and jobs.expires_at > ?2 and ${NOT_REVOKED}
   returning jobs.id`,
  `insert into results (job_id, tenant_id, scan_id, epoch, agent_id, root_hash, chunks, coverage, summary, stats, accepted_at, indexed_at)
   select jobs.id, ?1, jobs.scan_id, jobs.result_epoch, ${field("agentId")}, jobs.result_root,
     item.value -> '$.manifest.chunks', item.value -> '$.manifest.coverage', item.value -> '$.manifest.summary',
     item.value -> '$.manifest.stats', ?2, case when json_array_length(item.value, '$.manifest.chunks') = 0 then ?2 end
   from ${ITEMS} join jobs on jobs.id = ${field("jobId")} and jobs.tenant_id = ?1 and jobs.state = 'done'
     and jobs.result_epoch = ${field("epoch")} and jobs.result_root = ${field("manifest.rootHash")}
   where true on conflict do nothing`,
  `update leases set ended_at = ?2, outcome = 'committed'
   from ${ITEMS} join jobs on jobs.id = ${field("jobId")} and jobs.state = 'done' and jobs.result_epoch = ${field("epoch")}
   where leases.job_id = ${field("jobId")} and leases.epoch = ${field("epoch")} and leases.tenant_id = ?1 and leases.ended_at is null`,
  CLOSE_SCANS,
];

const SETTLE = [
  `update jobs set state = ${field("next.state")}, epoch = ${field("next.epoch")}, agent_id = null, nonce = null, expires_at = null,
     not_before = ${field("next.notBefore")}, attempts = ${field("next.attempts")},
     lost_agents = item.value -> '$.next.lostAgents', refusals = item.value -> '$.next.refusals',
     cancel_requested = ${field("next.cancelRequested")}, last_failure = ${field("next.lastFailure")},
     ended_at = case when ${field("next.state")} in ('dead', 'cancelled') then ?2 end
   from ${ITEMS} where ${FENCE} and jobs.cancel_requested = ${field("cancelSeen")}
     and case ${field("when")} when 'live' then jobs.expires_at > ?2 else jobs.expires_at <= ?2 end
   returning jobs.id`,
  `update leases set ended_at = ?2, outcome = ${field("outcome")}
   from ${ITEMS} join jobs on jobs.id = ${field("jobId")} and (jobs.state <> 'leased' or jobs.epoch <> ${field("epoch")})
   where leases.job_id = ${field("jobId")} and leases.epoch = ${field("epoch")} and leases.tenant_id = ?1 and leases.ended_at is null`,
  CLOSE_SCANS,
];

export const VERBS = { grant: GRANT, extend: EXTEND, commit: COMMIT, settle: SETTLE } as const;
export type Verb = keyof typeof VERBS;
export interface VerbItems {
  grant: GrantItem;
  extend: ExtendItem;
  commit: CommitItem;
  settle: SettleItem;
}

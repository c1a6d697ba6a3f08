/**
 * The lease transitions as conditional statements. Each takes a JSON array of items and applies to all of them at once;
 * the first statement of a verb returns the jobs it changed, and only for those do the others find anything to do.
 * The fence (state, epoch, nonce, agent, expiry, tenant) stands in every `where`, so correctness does not rest on the
 * hub being alone (L7). Binds: ?1 tenant, ?2 now in milliseconds, ?3 the items.
 */
import { ERASE_SEALED, OF_SCAN } from "../scan-jobs.ts";
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

/** ?1, bound to the item: SQLite then looks up the job of each item, where otherwise it may walk all jobs of the tenant. */
const TENANT = "iif(item.key is null, null, ?1)";

const FENCE = `jobs.id = ${field("jobId")} and jobs.tenant_id = ${TENANT} and jobs.state = 'leased'
  and jobs.epoch = ${field("epoch")} and jobs.nonce = ${field("nonce")} and jobs.agent_id = ${field("agentId")}`;

const NOT_REVOKED = `exists (select 1 from agents where agents.id = ${field("agentId")} and agents.tenant_id = ?1 and agents.revoked_at is null)`;

/** Closes the scans of these items whose last open job has just ended. */
const CLOSE_SCANS = `update scans set open = 0, ended_at = ?2, started_at = (select min(jobs.started_at) from jobs where ${OF_SCAN}), state = case
    when exists (select 1 from jobs where ${OF_SCAN} and jobs.state = 'dead') then 'failed'
    when exists (select 1 from jobs where ${OF_SCAN} and jobs.state = 'cancelled') then 'cancelled'
    else 'done' end, ${ERASE_SEALED}
  where tenant_id = ?1 and open = 1
    and id in (select jobs.scan_id from ${ITEMS} cross join jobs on jobs.tenant_id = ?1 and jobs.id = ${field("jobId")})
    and not exists (select 1 from jobs where ${OF_SCAN} and jobs.state in ('ready', 'leased'))`;

const GRANT = [
  `update jobs set state = 'leased', epoch = jobs.epoch + 1, nonce = ${field("nonce")}, agent_id = ${field("agentId")}, expires_at = ${field("expiresAt")},
     granted_at = ?2, started_at = coalesce(jobs.started_at, ?2)
   from ${ITEMS}
   where jobs.id = ${field("jobId")} and jobs.tenant_id = ${TENANT} and jobs.state = 'ready' and jobs.epoch = ${field("epoch")}
     and jobs.not_before <= ?2 and jobs.cancel_requested = 0
     and not exists (select 1 from json_each(jobs.refusals) refusal where refusal.key = ${field("policyKey")})
     and ${NOT_REVOKED}
   returning jobs.id`,
  `insert into leases (job_id, epoch, tenant_id, agent_id, granted_at)
   select jobs.id, jobs.epoch, ?1, jobs.agent_id, ?2 from ${ITEMS}
   cross join jobs on jobs.id = ${field("jobId")} and jobs.tenant_id = ?1 and jobs.state = 'leased' and jobs.nonce = ${field("nonce")}
   where true on conflict do nothing`,
];

const EXTEND = [
  `update jobs set expires_at = max(jobs.expires_at, ${field("expiresAt")})
   from ${ITEMS} where ${FENCE} and jobs.expires_at > ?2 and jobs.cancel_requested = 0 and ${NOT_REVOKED}
   returning jobs.id`,
];

/** The result is part of the job's row, and the lease's row is left as it is: each would be one more to pay for. */
const COMMIT = [
  `update jobs set state = 'done', agent_id = null, nonce = null, expires_at = null, ended_at = ?2,
     result_epoch = jobs.epoch, result_root = ${field("manifest.rootHash")}, result_agent_id = jobs.agent_id,
     chunks = item.value -> '$.manifest.chunks', coverage = item.value -> '$.manifest.coverage', summary = item.value -> '$.manifest.summary',
     stats = item.value -> '$.manifest.stats', accepted_at = ?2,
     indexed_at = case when json_array_length(item.value, '$.manifest.chunks') = 0 then ?2 end
   from ${ITEMS} where ${FENCE} and jobs.expires_at > ?2 and ${NOT_REVOKED}
   returning jobs.id`,
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
   from ${ITEMS} join jobs on jobs.tenant_id = ?1 and jobs.id = ${field("jobId")} and (jobs.state <> 'leased' or jobs.epoch <> ${field("epoch")})
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

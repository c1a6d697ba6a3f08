/** Reads for the hub: the open jobs of a tenant with what their scans say. */
import type { Job } from "@dataguardian/shared/lease";
import type { ScanKind, ScanOptions } from "@dataguardian/shared/domain";
import { IN_SCANS, OF_SCAN } from "../scan-jobs.ts";

/** A scan, as far as dispatching its jobs needs it. */
export interface OpenScan {
  id: string;
  memberId: string;
  kind: ScanKind;
  source: string | null;
  target: string | null;
  options: ScanOptions;
  labels: string[];
  priority: number;
  shards: number;
  concurrencyKey: string | null;
  timeoutMs: number;
  createdAt: number;
  /** W3C trace context, as it was asked for. */
  traceparent: string | null;
}

export interface JobRow {
  id: string;
  scan: OpenScan;
  shardIndex: number;
  job: Job;
  refusals: Record<string, string>;
  lastFailure: string | null;
  createdAt: number;
  /** When its present lease was given; absent while it waits. */
  grantedAt?: number;
}

type Raw = Record<string, string | number | null>;

const COLUMNS = `jobs.id, jobs.scan_id, jobs.shard_index, jobs.state, jobs.epoch, jobs.agent_id, jobs.nonce, jobs.expires_at, jobs.not_before,
  jobs.attempts, jobs.max_attempts, jobs.lost_agents, jobs.refusals, jobs.cancel_requested, jobs.last_failure, jobs.result_epoch, jobs.result_root,
  jobs.created_at, jobs.granted_at, scans.member_id, scans.kind, scans.source, scans.target, scans.options, scans.labels, scans.priority,
  scans.shards, scans.concurrency_key, scans.timeout_ms, scans.traceparent, scans.created_at as scan_created_at`;

/** From the open scans to their jobs, and in that order, which the planner is not left to choose. */
const OPEN = `from scans cross join jobs on ${OF_SCAN}
  where scans.tenant_id = ?1 and scans.open = 1 and jobs.state in ('ready', 'leased')`;

/** In turns, as the dispatcher orders them: members, then the scans of a member by band, then the jobs of a scan. ?2 limit, ?3 band's length, ?4 now. */
const HEAD = `select id from (
    select id, ready, row_number() over (partition by member_id order by ready, band, in_scan, created_at) as turn from (
      select jobs.id, jobs.created_at, scans.member_id, jobs.state = 'ready' as ready,
        max(0, scans.priority - (?4 - jobs.created_at) / ?3) as band,
        row_number() over (partition by jobs.scan_id order by jobs.shard_index) as in_scan
      ${OPEN}))
  order by ready, turn limit ?2`;

/**
 * The queue's head: leased jobs first, then so that neither a member's flood nor one giant scan fills the hub's memory and leaves
 * others outside. `limit` bounds that memory; `bandMs` is how long a job waits for the next band.
 */
export async function readOpenJobs(
  db: D1Database,
  tenantId: string,
  limit: number,
  bandMs: number,
  now: number,
): Promise<JobRow[]> {
  return read(
    db.prepare(`select ${COLUMNS} ${OPEN} and jobs.id in (${HEAD})`).bind(tenantId, limit, bandMs, now),
  );
}

export async function readOpenJobsOfScan(
  db: D1Database,
  tenantId: string,
  scanId: string,
  limit = -1,
): Promise<JobRow[]> {
  return read(
    db
      .prepare(`select ${COLUMNS} ${OPEN} and scans.id = ?2 order by jobs.shard_index limit ?3`)
      .bind(tenantId, scanId, limit),
  );
}

export interface WaitingCount {
  kind: ScanKind;
  waiting: number;
  since: number;
}

/** Of all waiting jobs, for a queue longer than the hub's memory. */
export async function countWaiting(db: D1Database, tenantId: string): Promise<WaitingCount[]> {
  const { results } = await db
    .prepare(
      `select scans.kind, count(*) as waiting, min(max(jobs.created_at, jobs.not_before)) as since
       ${OPEN} and jobs.state = 'ready' group by scans.kind`,
    )
    .bind(tenantId)
    .all<WaitingCount>();
  return results;
}

/** Whatever state they are in. */
export async function readJobs(
  db: D1Database,
  tenantId: string,
  jobIds: readonly string[],
): Promise<JobRow[]> {
  if (jobIds.length === 0) return [];
  const text = `select ${COLUMNS} from jobs join scans on scans.tenant_id = ?1 and ${IN_SCANS} and scans.id = jobs.scan_id
    where jobs.tenant_id = ?1 and jobs.id in (select value from json_each(?2))`;
  return read(db.prepare(text).bind(tenantId, JSON.stringify(jobIds)));
}

async function read(statement: D1PreparedStatement): Promise<JobRow[]> {
  const { results } = await statement.all<Raw>();
  const scans = new Map<string, OpenScan>();
  return results.map((raw) => toRow(raw, scans));
}

function toRow(raw: Raw, scans: Map<string, OpenScan>): JobRow {
  const scanId = String(raw["scan_id"]);
  let scan = scans.get(scanId);
  if (scan === undefined) scans.set(scanId, (scan = toScan(scanId, raw)));
  const refusals = JSON.parse(String(raw["refusals"])) as Record<string, string>;
  const leased = raw["state"] === "leased";
  return {
    id: String(raw["id"]),
    scan,
    shardIndex: Number(raw["shard_index"]),
    refusals,
    lastFailure: textOrNull(raw["last_failure"]),
    createdAt: Number(raw["created_at"]),
    ...(raw["granted_at"] === null || !leased ? {} : { grantedAt: Number(raw["granted_at"]) }),
    job: {
      state: raw["state"] as Job["state"],
      epoch: Number(raw["epoch"]),
      lease: leased
        ? {
            agentId: String(raw["agent_id"]),
            nonce: String(raw["nonce"]),
            expiresAt: Number(raw["expires_at"]),
          }
        : null,
      notBefore: Number(raw["not_before"]),
      attempts: Number(raw["attempts"]),
      maxAttempts: Number(raw["max_attempts"]),
      lostAgents: JSON.parse(String(raw["lost_agents"])) as string[],
      excluded: Object.keys(refusals),
      cancelRequested: raw["cancel_requested"] === 1,
      result:
        raw["result_root"] === null
          ? null
          : { epoch: Number(raw["result_epoch"]), rootHash: String(raw["result_root"]) },
    },
  };
}

function toScan(id: string, raw: Raw): OpenScan {
  return {
    id,
    memberId: String(raw["member_id"]),
    kind: raw["kind"] as ScanKind,
    source: textOrNull(raw["source"]),
    target: textOrNull(raw["target"]),
    options: JSON.parse(String(raw["options"])) as ScanOptions,
    labels: JSON.parse(String(raw["labels"])) as string[],
    priority: Number(raw["priority"]),
    shards: Number(raw["shards"]),
    concurrencyKey: textOrNull(raw["concurrency_key"]),
    timeoutMs: Number(raw["timeout_ms"]),
    createdAt: Number(raw["scan_created_at"]),
    traceparent: textOrNull(raw["traceparent"]),
  };
}

const textOrNull = (value: string | number | null | undefined) =>
  value === null || value === undefined ? null : String(value);

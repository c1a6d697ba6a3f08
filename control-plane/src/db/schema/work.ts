/** What is asked for and what came of it. Times are milliseconds since 1970; every row belongs to one tenant. */
import { sql } from "drizzle-orm";
import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type {
  ChunkEntry,
  Coverage,
  JobState,
  Location,
  RunStats,
  ScanKind,
  ScanOptions,
  ScanState,
  Severity,
  Summary,
} from "@dataguardian/shared/domain";

/**
 * WITHOUT ROWID, like the other tables here, which Drizzle cannot say and the migrations do. `open` leads the key behind the tenant, so
 * that the scans to dispatch lie together; changing it is billed as one row, where an index would be a row at every scan. Ids sort
 * by age, so neither needs age one.
 */
export const scans = sqliteTable(
  "scans",
  {
    id: text().notNull(),
    tenantId: text("tenant_id").notNull(),
    /** It has jobs that wait or run, or is about to. */
    open: integer({ mode: "boolean" }).notNull(),
    /** What the ids of its jobs begin with (`jobPrefixOf`); of scans from before there was one, what all ids of jobs begin with. */
    jobPrefix: text("job_prefix").notNull(),
    /** Who asked; round robin is over these (L9). A user id or an API token id. */
    memberId: text("member_id").notNull(),
    kind: text().$type<ScanKind>().notNull(),
    source: text(),
    target: text(),
    options: text({ mode: "json" }).$type<ScanOptions>().notNull(),
    labels: text({ mode: "json" }).$type<string[]>().notNull(),
    /** 0 is the most urgent band. */
    priority: integer().notNull(),
    shards: integer().notNull(),
    concurrencyKey: text("concurrency_key"),
    maxAttempts: integer("max_attempts").notNull(),
    timeoutMs: integer("timeout_ms").notNull(),
    /** `queued` until the end: whether an open scan runs is told by its jobs. */
    state: text().$type<ScanState>().notNull(),
    createdAt: integer("created_at").notNull(),
    /** Written at the end; until then the jobs tell. */
    startedAt: integer("started_at"),
    endedAt: integer("ended_at"),
    /** W3C trace context of the request, or one of our own: joins enqueue, lease, run and commit. */
    traceparent: text(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.open, t.id] })],
);

/** With the accepted result of each: the findings themselves are chunks in R2, under `resultKey(...)`. */
export const jobs = sqliteTable(
  "jobs",
  {
    id: text().notNull(),
    tenantId: text("tenant_id").notNull(),
    scanId: text("scan_id").notNull(),
    shardIndex: integer("shard_index").notNull(),
    state: text().$type<JobState>().notNull(),
    epoch: integer().notNull(),
    agentId: text("agent_id"),
    nonce: text(),
    expiresAt: integer("expires_at"),
    notBefore: integer("not_before").notNull(),
    attempts: integer().notNull(),
    maxAttempts: integer("max_attempts").notNull(),
    lostAgents: text("lost_agents", { mode: "json" }).$type<string[]>().notNull(),
    /** `agentId/policyHash` → the reason given (L2, L14). */
    refusals: text({ mode: "json" }).$type<Record<string, string>>().notNull(),
    cancelRequested: integer("cancel_requested", { mode: "boolean" }).notNull(),
    lastFailure: text("last_failure"),
    /** When its first lease was given, and when the last one was. */
    startedAt: integer("started_at"),
    grantedAt: integer("granted_at"),
    resultEpoch: integer("result_epoch"),
    resultRoot: text("result_root"),
    resultAgentId: text("result_agent_id"),
    chunks: text({ mode: "json" }).$type<ChunkEntry[]>(),
    coverage: text({ mode: "json" }).$type<Coverage>(),
    summary: text({ mode: "json" }).$type<Summary>(),
    stats: text({ mode: "json" }).$type<RunStats>(),
    acceptedAt: integer("accepted_at"),
    /** Null until the chunks have gone into `findings`, which can be rebuilt from them at any time. */
    indexedAt: integer("indexed_at"),
    createdAt: integer("created_at").notNull(),
    endedAt: integer("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("jobs_to_index")
      .on(t.tenantId)
      .where(sql`accepted_at is not null and indexed_at is null`),
  ],
);

/**
 * One row a grant: the history that the fence is checked against by people. The lease that delivered the result stays as it was given:
 * its end and outcome are those of the job, whose `result_epoch` names it.
 */
export const leases = sqliteTable(
  "leases",
  {
    jobId: text("job_id").notNull(),
    epoch: integer().notNull(),
    tenantId: text("tenant_id").notNull(),
    agentId: text("agent_id").notNull(),
    grantedAt: integer("granted_at").notNull(),
    endedAt: integer("ended_at"),
    outcome: text().$type<LeaseOutcome>(),
  },
  (t) => [primaryKey({ columns: [t.jobId, t.epoch] })],
);
export type LeaseOutcome = "committed" | "refused" | "failed" | "lost" | "handed_back" | "cancelled";

/** One row for each distinct value a rule found in a source: what is new and what changed. */
export const findings = sqliteTable(
  "findings",
  {
    tenantId: text("tenant_id").notNull(),
    /** The source's name, or the target of a scan without a source. */
    scope: text().notNull(),
    rule: text().notNull(),
    fingerprint: text().notNull(),
    entityType: text("entity_type").notNull(),
    severity: text().$type<Severity>().notNull(),
    confidence: real().notNull(),
    preview: text().notNull(),
    location: text({ mode: "json" }).$type<Location>().notNull(),
    firstScanId: text("first_scan_id").notNull(),
    firstSeenAt: integer("first_seen_at").notNull(),
    /** Written again only when severity or confidence change: rows written are what D1 costs. */
    changedScanId: text("changed_scan_id").notNull(),
    changedAt: integer("changed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.scope, t.rule, t.fingerprint] })],
);

export const auditLog = sqliteTable(
  "audit_log",
  {
    id: text().notNull(),
    tenantId: text("tenant_id").notNull(),
    at: integer().notNull(),
    /** `user:usr_…`, `token:tok_…`, `agent:agt_…` or `operator`. */
    actor: text().notNull(),
    action: text().notNull(),
    subject: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.at, t.id] })],
);

/** What the tenant's people set for the whole queue. No row means: not paused, no limit. */
export const queueSettings = sqliteTable("queue_settings", {
  tenantId: text("tenant_id").primaryKey(),
  paused: integer({ mode: "boolean" }).notNull(),
  /** Jobs that may run at once; null is no limit. */
  maxRunning: integer("max_running"),
});

/** `Idempotency-Key` of a scan request: a repeat gets the scan that the first one made. */
export const idempotencyKeys = sqliteTable(
  "idempotency_keys",
  {
    tenantId: text("tenant_id").notNull(),
    key: text().notNull(),
    /** SHA-256 of the request, so that the same key with another request is refused. */
    requestHash: text("request_hash").notNull(),
    scanId: text("scan_id").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.key] })],
);

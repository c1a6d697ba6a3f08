/** What the API returns. Routes and console both build on these schemas. */
import { z } from "zod";
import {
  coverage,
  finding,
  JOB_STATES,
  labels,
  priority,
  progress,
  SCAN_STATES,
  scanKind,
  scanOptions,
  summary,
} from "../domain/index.ts";

const timeMs = z.int().describe("milliseconds since 1970, UTC");

export const errorReply = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
export type ErrorReply = z.infer<typeof errorReply>;

export const me = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable(),
  tenant: z.object({ id: z.string(), name: z.string() }),
  role: z.enum(["owner", "admin", "member"]),
});
export type Me = z.infer<typeof me>;

/** L14: why a job waits. The console turns it into a sentence in the reader's language. */
export const waitReason = z.discriminatedUnion("why", [
  z.object({ why: z.literal("position"), position: z.int(), startEstimateMs: z.number().nullable() }),
  z.object({ why: z.literal("backoff"), untilMs: timeMs, lastFailure: z.string() }),
  z.object({ why: z.literal("no_agent_online") }),
  z.object({
    why: z.literal("no_eligible_agent"),
    missing: z.array(z.string()).describe("kind:…, label:… or source:… that no connected agent has"),
  }),
  z.object({ why: z.literal("concurrency_key"), key: z.string(), heldByScan: z.string() }),
  z.object({
    why: z.literal("tenant_limit"),
    limit: z.int(),
    /** `plan`: scans at once, as the tenant's plan has it; otherwise jobs at once, as its people set it. */
    of: z.literal("plan").optional(),
  }),
  z.object({ why: z.literal("paused") }),
  z.object({
    why: z.literal("refused"),
    refusals: z.array(z.object({ agentId: z.string(), agentName: z.string(), reason: z.string() })),
  }),
]);
export type WaitReason = z.infer<typeof waitReason>;

export const jobView = z.object({
  id: z.string(),
  shard: z.object({ index: z.int(), count: z.int() }),
  state: z.enum(JOB_STATES),
  epoch: z.int(),
  attempts: z.int(),
  maxAttempts: z.int(),
  agent: z.object({ id: z.string(), name: z.string() }).nullable(),
  progress: progress.nullable(),
  wait: waitReason.nullable(),
  lastFailure: z.string().nullable(),
});
export type JobView = z.infer<typeof jobView>;

export const scanListItem = z.object({
  id: z.string(),
  kind: scanKind,
  source: z.string().nullable(),
  target: z.string().nullable(),
  state: z.enum(SCAN_STATES),
  priority,
  createdAt: timeMs,
  startedAt: timeMs.nullable(),
  endedAt: timeMs.nullable(),
  jobs: z.object({
    total: z.int(),
    ready: z.int(),
    leased: z.int(),
    done: z.int(),
    dead: z.int(),
    cancelled: z.int(),
  }),
  summary: summary.nullable().describe("of the results accepted so far"),
  requestedBy: z.string().nullable(),
});
export type ScanListItem = z.infer<typeof scanListItem>;

export const scanDetail = scanListItem.extend({
  options: scanOptions,
  labels,
  concurrencyKey: z.string().nullable(),
  coverage: coverage.nullable(),
  jobList: z.array(jobView),
});
export type ScanDetail = z.infer<typeof scanDetail>;

export const findingPage = z.object({ findings: z.array(finding), next: z.string().nullable() });
export type FindingPage = z.infer<typeof findingPage>;

export const agentView = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(["idle", "busy", "draining", "stale", "offline", "revoked"]),
  labels,
  kinds: z.array(scanKind),
  sources: z.array(z.string()),
  databases: z.array(z.string()).describe("those of the sources that are databases"),
  slots: z.int(),
  running: z.array(z.object({ jobId: z.string(), scanId: z.string(), progress: progress.nullable() })),
  transport: z.enum(["websocket", "poll"]).nullable(),
  /** To which search terms are sealed (P9); null where it is not connected, or its policy allows no search for a person. */
  sealKey: z.string().nullable(),
  engineVersion: z.string().nullable(),
  lastSeenAt: timeMs.nullable(),
  createdAt: timeMs,
});
export type AgentView = z.infer<typeof agentView>;

export const queueItem = z.object({
  jobId: z.string(),
  scanId: z.string(),
  kind: scanKind,
  source: z.string().nullable(),
  target: z.string().nullable(),
  priority,
  shard: z.object({ index: z.int(), count: z.int() }),
  waitingSinceMs: timeMs,
  wait: waitReason,
});
export type QueueItem = z.infer<typeof queueItem>;
export const queueReply = z.object({ running: z.int(), waiting: z.int(), items: z.array(queueItem) });
export type QueueReply = z.infer<typeof queueReply>;

export const sourceView = z.object({ name: z.string(), kind: scanKind, labels, agents: z.array(z.string()) });

export const tokenView = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: timeMs,
  expiresAt: timeMs,
  lastUsedAt: timeMs.nullable(),
  revokedAt: timeMs.nullable(),
});
/** The only time the token itself is shown. */
export const tokenCreated = tokenView.extend({ token: z.string() });

export const auditEntry = z.object({
  id: z.string(),
  at: timeMs,
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
});

export const setupRequest = z.strictObject({
  tenantName: z.string().min(1).max(80),
  ownerName: z.string().min(1).max(80),
  ownerEmail: z.email(),
  /** The D1 binding that is to hold the tenant's work; the first one when absent. */
  shard: z.string().max(16).optional(),
});
export const setupReply = z.object({
  tenantId: z.string(),
  ownerId: z.string(),
  password: z.string(),
  apiToken: z.string(),
  enrolmentToken: z.string(),
});
export type SetupReply = z.infer<typeof setupReply>;

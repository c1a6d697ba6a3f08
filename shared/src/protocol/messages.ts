import { z } from "zod";
import {
  labels,
  manifest,
  progress,
  scanKind,
  scanOptions,
  shortName,
  sourceCheck,
} from "../domain/index.ts";
import { SEAL_KEY } from "../seal/box.ts";

export const PROTOCOL_VERSION = 1;
/** A larger frame closes the connection with `CLOSE.tooLarge`. Findings travel as chunks over HTTP, never in frames. */
export const MAX_FRAME_BYTES = 1_048_576;

const id = z.string().max(64);
const durationMs = z.int().nonnegative();
const epoch = z.int().positive();
/** Tells the answers to two checks apart. */
const checkId = z.string().regex(/^[0-9a-f]{32}$/);

/** A lease as the agent holds it. The nonce proves that this agent was given this grant. */
export const leaseRef = z.strictObject({ jobId: id, epoch, nonce: z.string().regex(/^[0-9a-f]{32}$/) });
export type LeaseRef = z.infer<typeof leaseRef>;

const v = z.literal(PROTOCOL_VERSION);
const leased = leaseRef.extend({ v });

export const REFUSAL_CODES = [
  "kind",
  "path",
  "host",
  "source",
  "limit",
  "draining",
  "busy",
  "unsupported",
  "subject",
] as const;
export const FAILURE_CODES = [
  "permission",
  "connection",
  "not_found",
  "timeout",
  "memory",
  "crash",
  "policy",
  "invalid",
  "disk",
  "internal",
] as const;
export const failureCode = z.enum(FAILURE_CODES);
export type FailureCode = z.infer<typeof failureCode>;

export const sourceAdvert = z.strictObject({ name: shortName, kind: scanKind, labels });
export type SourceAdvert = z.infer<typeof sourceAdvert>;

/** Slots that a job of a kind takes on this agent, so that a small one never works on two heavy jobs. Absent: 1 each. */
export const slotWeights = z.partialRecord(scanKind, z.int().min(1).max(16));

/**
 * How the agent is doing: shares in percent of what it may use, by its own limits. It travels with progress, and by itself
 * only when a signal crosses a threshold, which the agent judges: an idle agent sends nothing.
 */
export const agentHealth = z.strictObject({
  memoryPercent: z.number().min(0).max(1_000),
  cpuPercent: z.number().min(0).max(100_000).describe("of one core"),
  eventLoopDelayMs: z.number().min(0).describe("99th percentile"),
  /** Connections in use of each database source that has a pool. */
  pools: z
    .array(z.strictObject({ source: shortName, used: z.int().nonnegative(), size: z.int().positive() }))
    .max(64),
});
export type AgentHealth = z.infer<typeof agentHealth>;

export const HEALTH_SIGNALS = ["memory", "pool"] as const;
export const healthCrossing = z.strictObject({
  signal: z.enum(HEALTH_SIGNALS),
  /** The source, for `pool`. */
  source: shortName.optional(),
  level: z.enum(["ok", "warning", "critical"]),
  percent: z.number().min(0).max(1_000),
});
export type HealthCrossing = z.infer<typeof healthCrossing>;

export const hello = z.strictObject({
  v,
  t: z.literal("hello"),
  agentId: id,
  /** Chosen anew by each agent process; the newest transport of a session wins (L12). */
  sessionId: z.string().regex(/^[0-9a-f]{32}$/),
  /** Ed25519 over `challengeText(...)`, base64. */
  signature: z.string().max(128),
  engineVersion: z.string().max(32),
  rulesVersion: z.string().max(32),
  policyHash: z.string().regex(/^[0-9a-f]{16}$/),
  kinds: z.array(scanKind),
  labels,
  sources: z.array(sourceAdvert).max(200),
  slots: z.int().min(0).max(256),
  draining: z.boolean(),
  weights: slotWeights.optional(),
  /** X25519, raw, base64 (P9): only where the agent's policy allows searches for a person. */
  sealKey: z.string().regex(SEAL_KEY).optional(),
  /** Leases this agent still works on, or holds a finished result for in its spool. */
  held: z.array(leaseRef.extend({ state: z.enum(["running", "uploading"]) })).max(256),
});

export const fromAgent = z.discriminatedUnion("t", [
  hello,
  leased.extend({ t: z.literal("accept") }),
  leased.extend({ t: z.literal("refuse"), code: z.enum(REFUSAL_CODES), reason: z.string().max(300) }),
  leased.extend({ t: z.literal("progress"), progress, health: agentHealth.optional() }),
  z.strictObject({
    v,
    t: z.literal("health"),
    health: agentHealth,
    crossings: z.array(healthCrossing).max(64),
  }),
  leased.extend({ t: z.literal("commit"), manifest }),
  leased.extend({
    t: z.literal("fail"),
    code: failureCode,
    retryable: z.boolean(),
    reason: z.string().max(300),
  }),
  leased.extend({ t: z.literal("cancelled") }),
  leased.extend({ t: z.literal("handback") }),
  z.strictObject({ v, t: z.literal("drain"), deadlineMs: durationMs.optional() }),
  z.strictObject({ v, t: z.literal("checked"), id: checkId, check: sourceCheck }),
  z.strictObject({ v, t: z.literal("bye") }),
]);
export type FromAgent = z.infer<typeof fromAgent>;
export type Hello = z.infer<typeof hello>;

export const grant = z.strictObject({
  v,
  t: z.literal("grant"),
  ...leaseRef.shape,
  ttlMs: durationMs,
  timeoutMs: durationMs,
  attempt: z.int().positive(),
  /** W3C trace context: the lease's span, under which the agent's own stands. */
  traceparent: z.string().max(55).optional(),
  scan: z.strictObject({
    id,
    kind: scanKind,
    source: shortName.optional(),
    target: z.string().max(2048).optional(),
    options: scanOptions,
    /** The job takes the units whose hash falls into shard `index` of `count`; index from 0. */
    shard: z.strictObject({ index: z.int().nonnegative(), count: z.int().positive() }),
  }),
});
export type Grant = z.infer<typeof grant>;

/** `incomplete`: chunks of the manifest have not arrived; upload them again, then commit again. */
export const COMMIT_OUTCOMES = ["accepted", "duplicate", "conflict", "gone", "incomplete"] as const;
export const REVOKE_REASONS = ["stale", "expired", "cancelled"] as const;
export const ERROR_CODES = [
  "bad_frame",
  "too_large",
  "unsupported_version",
  "unknown_type",
  "not_authenticated",
  "revoked",
  "hello_timeout",
  "unavailable",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export const fromHub = z.discriminatedUnion("t", [
  z.strictObject({ v, t: z.literal("challenge"), nonce: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.strictObject({
    v,
    t: z.literal("welcome"),
    tenantId: id,
    ttlMs: durationMs,
    pingIdleMs: durationMs,
    pingBusyMs: durationMs,
    /** The leases of `held` that are still good. All others are revoked in frames of their own. */
    resumed: z.array(leaseRef),
  }),
  grant,
  z.strictObject({ v, t: z.literal("revoke"), jobId: id, epoch, reason: z.enum(REVOKE_REASONS) }),
  z.strictObject({ v, t: z.literal("cancel"), jobId: id, epoch, graceMs: durationMs }),
  z.strictObject({
    v,
    t: z.literal("settled"),
    jobId: id,
    epoch,
    outcome: z.enum([...COMMIT_OUTCOMES, "recorded"]),
  }),
  z.strictObject({ v, t: z.literal("drain"), deadlineMs: durationMs.optional() }),
  z.strictObject({ v, t: z.literal("check"), id: checkId, source: shortName }),
  z.strictObject({ v, t: z.literal("error"), code: z.enum(ERROR_CODES), jobId: id.optional() }),
]);
export type FromHub = z.infer<typeof fromHub>;

/** WebSocket close codes of this protocol. */
export const CLOSE = {
  protocol: 4400,
  notAuthenticated: 4401,
  revoked: 4403,
  helloTimeout: 4408,
  replaced: 4409,
  tooLarge: 1009,
  unsupportedVersion: 4426,
  restarting: 1012,
} as const;

/** A close with one of these ends the agent instead of starting a reconnect. */
export const FINAL_CLOSES: readonly number[] = [
  CLOSE.notAuthenticated,
  CLOSE.revoked,
  CLOSE.unsupportedVersion,
];

/** Raw text frames, answered by the runtime without waking the hub (L4). */
export const PING = "ping";
export const PONG = "pong";

/** What an agent signs to prove its key. It names its session and tenant, so a signature serves one connection only. */
export function challengeText(parts: {
  tenantId: string;
  agentId: string;
  sessionId: string;
  nonce: string;
}): string {
  return ["dataguardian-connect/1", parts.tenantId, parts.agentId, parts.sessionId, parts.nonce].join("\n");
}

/** What there is room for, what waits, and how it went: live, as history, and over all tenants for the operator. */
import { z } from "zod";
import { scanKind } from "../domain/index.ts";

const timeMs = z.int().describe("milliseconds since 1970, UTC");
const count = z.int().nonnegative();
const durationMs = z.int().nonnegative();

/**
 * Slots and queue of one label set. `wantedSlots` is what autoscaling should read: jobs that run, and jobs that would run if
 * an agent with these labels had a slot. It leaves out what more agents cannot help: a pause, a limit, a held key, a backoff.
 */
const labelSetCapacity = z.object({
  /** The labels, sorted and joined by `+`; `any` for jobs that ask for none. */
  key: z.string(),
  labels: z.array(z.string()),
  wantedSlots: count,
  busySlots: count.describe("by jobs that asked for exactly these labels"),
  freeSlots: count.describe("on agents that take new jobs and carry all of these labels"),
  waiting: count,
  oldestWaitMs: durationMs,
});

const kindCapacity = z.object({
  kind: scanKind,
  running: count,
  waiting: count,
  oldestWaitMs: durationMs,
  /** Of finished leases; null while none is known. */
  medianRunMs: z.number().nullable(),
});

const figures = {
  wantedSlots: count,
  busySlots: count,
  freeSlots: count,
  totalSlots: count.describe("of connected agents that take new jobs"),
  running: count.describe("jobs"),
  waiting: count.describe("jobs"),
  oldestWaitMs: durationMs.describe("of the job that has waited longest; 0 when none waits"),
  activeScans: count.describe("scans with at least one running job"),
  agentsOnline: count,
};

/** What the load bench has shown to work; alerts refer to it. */
const testedCapacity = z.object({ concurrentScans: count, measuredOn: z.string() });

/**
 * `GET /v1/capacity`. With `?labels=a,b` the figures at the top are those of that label set alone, so that KEDA's metrics-api scaler
 * needs no more than `valueLocation: wantedSlots`; without, `byLabels.#(key=="a+b").wantedSlots` gives the same number.
 */
export const capacityReply = z.object({
  at: timeMs,
  ...figures,
  maxActiveScans: count.describe("the most scans that were ever active at once"),
  testedCapacity,
  targetWaitMs: durationMs.describe("above this wait the queue raises an alert"),
  limits: z.object({ maxRunning: count.nullable(), concurrentScans: count.nullable() }),
  byLabels: z.array(labelSetCapacity),
  byKind: z.array(kindCapacity),
});
export type CapacityReply = z.infer<typeof capacityReply>;

/** `GET /v1/operator/capacity`, with the operator's token. Tenants without open jobs are in the totals only. */
export const operatorCapacityReply = z.object({
  at: timeMs,
  ...figures,
  tenants: count.describe("all of them"),
  testedCapacity,
  byKind: z.array(
    z
      .object({ kind: scanKind, running: count, waiting: count, oldestWaitMs: timeMs })
      .describe("of tenants with open scans"),
  ),
  byTenant: z.array(z.object({ tenantId: z.string(), name: z.string(), shard: z.string(), ...figures })),
});
export type OperatorCapacityReply = z.infer<typeof operatorCapacityReply>;

/** Upper bounds in milliseconds of the wait and run-time histograms; a last bucket takes what is longer. */
export const DURATION_BUCKETS_MS = [
  100, 500, 1_000, 5_000, 15_000, 60_000, 300_000, 900_000, 1_800_000, 3_600_000, 14_400_000,
] as const;

/** Counts a bucket, not cumulative: one more than there are bounds. */
export const histogram = z.object({
  buckets: z.array(count).length(DURATION_BUCKETS_MS.length + 1),
  count,
  sumMs: z.number().nonnegative(),
});
export type Histogram = z.infer<typeof histogram>;

/** The worst that any agent reported, in percent or milliseconds; null when none reported. */
const agentLoad = z.object({
  memoryPercent: z.number().nullable(),
  cpuPercent: z.number().nullable(),
  eventLoopDelayMs: z.number().nullable(),
  poolPercent: z.number().nullable(),
});

/** What happened in one minute, or one hour; highest values of the time, and sums over it. */
export const capacitySample = z.object({
  at: timeMs.describe("start of the minute or hour"),
  activeScansMax: count,
  busySlotsMax: count,
  totalSlotsMax: count,
  agentsOnlineMax: count,
  waitingMax: count,
  oldestWaitMsMax: durationMs,
  waitingByKind: z.partialRecord(scanKind, count).describe("highest"),
  oldestWaitMsByKind: z.partialRecord(scanKind, durationMs).describe("highest"),
  started: count,
  completed: count,
  failed: count,
  lostAgents: count,
  deadJobs: count,
  staleRefused: count,
  errorsByClass: z.record(z.string(), count),
  /** By kind. */
  wait: z.partialRecord(scanKind, histogram),
  /** By `kind` or `kind/source`; sources beyond a bound are counted under `kind/other`. */
  run: z.record(z.string(), histogram),
  agents: agentLoad,
});
export type CapacitySample = z.infer<typeof capacitySample>;

export const HISTORY_SPANS = ["day", "month"] as const;

/**
 * `GET /v1/capacity/history?span=day|month`: by minute for a day, by hour for a month, oldest first. Minutes in which nothing ran or
 * waited have no sample: read a gap as zero.
 */
export const capacityHistory = z.object({
  span: z.enum(HISTORY_SPANS),
  stepMs: durationMs,
  fromMs: timeMs,
  toMs: timeMs,
  testedCapacity,
  targetWaitMs: durationMs,
  samples: z.array(capacitySample),
});
export type CapacityHistory = z.infer<typeof capacityHistory>;

/** `GET /v1/usage`: what the tenant's plan allows and what is used of it; a limit of null is none. */
const metered = z.object({ used: count, limit: count.nullable() });
export const usageReply = z.object({
  month: z.object({ fromMs: timeMs, toMs: timeMs }),
  agents: metered,
  concurrentScans: metered,
  scansThisMonth: metered,
});
export type UsageReply = z.infer<typeof usageReply>;

/** `PUT /v1/operator/tenants/{id}/limits`. */
export const planLimits = z.strictObject({
  agents: z.int().min(0).max(100_000).nullable(),
  concurrentScans: z.int().min(1).max(100_000).nullable(),
  scansPerMonth: z.int().min(0).max(100_000_000).nullable(),
});
export type PlanLimits = z.infer<typeof planLimits>;

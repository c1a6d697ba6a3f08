/** A minute or an hour of a tenant's work, as counts, highest values and histograms; and how such samples add up. */
import { type CapacitySample, DURATION_BUCKETS_MS, type Histogram } from "../api/capacity.ts";
import type { ScanKind } from "../domain/index.ts";

export function emptyHistogram(): Histogram {
  return { buckets: Array.from({ length: DURATION_BUCKETS_MS.length + 1 }, () => 0), count: 0, sumMs: 0 };
}

export function addDuration(histogram: Histogram, durationMs: number): void {
  const at = DURATION_BUCKETS_MS.findIndex((bound) => durationMs <= bound);
  const bucket = at === -1 ? DURATION_BUCKETS_MS.length : at;
  histogram.buckets[bucket] = (histogram.buckets[bucket] ?? 0) + 1;
  histogram.count++;
  histogram.sumMs += durationMs;
}

/** The value below which a share (0 to 1) of the durations lies, straight within its bucket; null for none. */
export function quantileMs(histogram: Histogram, share: number): number | null {
  if (histogram.count === 0) return null;
  let rest = share * histogram.count;
  for (const [index, inBucket] of histogram.buckets.entries()) {
    if (inBucket > 0 && rest <= inBucket) {
      const low = DURATION_BUCKETS_MS[index - 1] ?? 0;
      // The last bucket has no upper bound; its lower one is all that can be said.
      const high = DURATION_BUCKETS_MS[index] ?? low;
      return low + (high - low) * (rest / inBucket);
    }
    rest -= inBucket;
  }
  return DURATION_BUCKETS_MS.at(-1) ?? null;
}

export function emptySample(at: number): CapacitySample {
  return {
    at,
    activeScansMax: 0,
    busySlotsMax: 0,
    totalSlotsMax: 0,
    agentsOnlineMax: 0,
    waitingMax: 0,
    oldestWaitMsMax: 0,
    waitingByKind: {},
    oldestWaitMsByKind: {},
    started: 0,
    completed: 0,
    failed: 0,
    lostAgents: 0,
    deadJobs: 0,
    staleRefused: 0,
    errorsByClass: {},
    wait: {},
    run: {},
    agents: { memoryPercent: null, cpuPercent: null, eventLoopDelayMs: null, poolPercent: null },
  };
}

/** Two samples of one span as one: counts add up, highest values stay the highest. `at` is the first one's. */
export function mergeSamples(a: CapacitySample, b: CapacitySample): CapacitySample {
  const most = (key: HighestKey) => Math.max(a[key], b[key]);
  const sum = (key: SumKey) => a[key] + b[key];
  return {
    at: a.at,
    activeScansMax: most("activeScansMax"),
    busySlotsMax: most("busySlotsMax"),
    totalSlotsMax: most("totalSlotsMax"),
    agentsOnlineMax: most("agentsOnlineMax"),
    waitingMax: most("waitingMax"),
    oldestWaitMsMax: most("oldestWaitMsMax"),
    waitingByKind: join<ScanKind, number>(a.waitingByKind, b.waitingByKind, Math.max),
    oldestWaitMsByKind: join<ScanKind, number>(a.oldestWaitMsByKind, b.oldestWaitMsByKind, Math.max),
    started: sum("started"),
    completed: sum("completed"),
    failed: sum("failed"),
    lostAgents: sum("lostAgents"),
    deadJobs: sum("deadJobs"),
    staleRefused: sum("staleRefused"),
    errorsByClass: join(a.errorsByClass, b.errorsByClass, (x, y) => x + y) as Record<string, number>,
    wait: join<ScanKind, Histogram>(a.wait, b.wait, mergeHistograms),
    run: join(a.run, b.run, mergeHistograms) as Record<string, Histogram>,
    agents: {
      memoryPercent: highest(a.agents.memoryPercent, b.agents.memoryPercent),
      cpuPercent: highest(a.agents.cpuPercent, b.agents.cpuPercent),
      eventLoopDelayMs: highest(a.agents.eventLoopDelayMs, b.agents.eventLoopDelayMs),
      poolPercent: highest(a.agents.poolPercent, b.agents.poolPercent),
    },
  };
}

type HighestKey =
  | "activeScansMax"
  | "busySlotsMax"
  | "totalSlotsMax"
  | "agentsOnlineMax"
  | "waitingMax"
  | "oldestWaitMsMax";
type SumKey = "started" | "completed" | "failed" | "lostAgents" | "deadJobs" | "staleRefused";

/** The minutes of each hour as one sample, by the hour's start. */
export function byHour(minutes: readonly CapacitySample[]): CapacitySample[] {
  const hours = new Map<number, CapacitySample>();
  for (const minute of minutes) {
    const at = Math.floor(minute.at / HOUR_MS) * HOUR_MS;
    hours.set(at, mergeSamples(hours.get(at) ?? emptySample(at), minute));
  }
  return [...hours.values()].sort((a, b) => a.at - b.at);
}

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;

export function mergeHistograms(a: Histogram, b: Histogram): Histogram {
  return {
    buckets: a.buckets.map((value, index) => value + (b.buckets[index] ?? 0)),
    count: a.count + b.count,
    sumMs: a.sumMs + b.sumMs,
  };
}

export const highest = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b);

function join<K extends string, V>(
  a: Partial<Record<K, V>>,
  b: Partial<Record<K, V>>,
  both: (x: V, y: V) => V,
): Partial<Record<K, V>> {
  const joined: Partial<Record<K, V>> = { ...a };
  for (const key of Object.keys(b) as K[]) {
    const [x, y] = [joined[key], b[key]];
    if (y !== undefined) joined[key] = x === undefined ? y : both(x, y);
  }
  return joined;
}

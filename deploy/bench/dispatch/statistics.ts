/** The smallest sample that is at least as large as `share` of all samples (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export interface Latency {
  samples: number;
  p50Ms: number;
  p99Ms: number;
}

export function latencyOf(samples: readonly number[]): Latency {
  return { samples: samples.length, p50Ms: percentile(samples, 0.5), p99Ms: percentile(samples, 0.99) };
}

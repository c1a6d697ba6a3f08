/** When each waiting job will start: the queue played forward over the slots that there are. */

export interface EstimateInput {
  /** By agent: milliseconds until each of its slots is free; 0 is free now, `Infinity` is not known. */
  slots: readonly (readonly number[])[];
  /** In the order in which they start. `agents` are indexes into `slots`; `runMs` is null when nobody knows. */
  waiting: readonly { agents: readonly number[]; runMs: number | null }[];
  /** Jobs that may run at once, over all agents; null is no limit. */
  maxRunning: number | null;
}

/** Milliseconds from now for each waiting job; null where a run time on which it depends is not known, or no agent can take it. */
export function estimateStarts(input: EstimateInput): (number | null)[] {
  const slots = input.slots.map((agent) => agent.toSorted((a, b) => a - b));
  /** When the jobs that run, or are to run before the next one, end. */
  const ends = slots.flat().filter((free) => free > 0);
  ends.sort((a, b) => a - b);
  return input.waiting.map(({ agents, runMs }) => {
    let best: number[] | null = null;
    for (const index of agents) {
      const agent = slots[index];
      if (agent === undefined || agent.length === 0) continue;
      if (best === null || (agent[0] ?? Infinity) < (best[0] ?? Infinity)) best = agent;
    }
    if (best === null) return null;
    const start = Math.max(best[0] ?? Infinity, underLimit(ends, input.maxRunning));
    const end = runMs === null ? Infinity : start + runMs;
    best.shift();
    insert(best, end);
    insert(ends, end);
    return Number.isFinite(start) ? start : null;
  });
}

/** The earliest time at which fewer jobs than the limit run. Jobs start in order, so ends that lie behind stay behind. */
function underLimit(ends: readonly number[], maxRunning: number | null): number {
  if (maxRunning === null || ends.length < maxRunning) return 0;
  return ends[ends.length - maxRunning] ?? Infinity;
}

function insert(sorted: number[], value: number): void {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  sorted.splice(low, 0, value);
}

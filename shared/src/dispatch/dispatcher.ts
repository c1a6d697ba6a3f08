/** Who gets which job: pure functions over what the hub knows, and what the planner plays with. Why the others wait is `wait-reasons.ts` of the hub. */
import {
  type DispatchAgent,
  type DispatchJob,
  type DispatchState,
  hasRefused,
  heldKeys,
  keyHolder,
  missing,
  weightOn,
} from "./dispatch-state.ts";
import { inOrder } from "./queue-order.ts";

export interface PlannedGrant<Row extends DispatchJob> {
  row: Row;
  agent: DispatchAgent;
}

/** The grants to make now. Every job and slot is used at most once. */
export function plan<Row extends DispatchJob>(state: DispatchState<Row>): PlannedGrant<Row>[] {
  if (state.paused) return [];
  const free = new Map<string, number>();
  let slots = 0;
  for (const agent of state.agents) {
    const left = agent.available ? Math.max(0, agent.slots - agent.busy) : 0;
    free.set(agent.agentId, left);
    slots += left;
  }
  if (state.maxRunning !== null) slots = Math.min(slots, state.maxRunning - state.leased.length);
  if (slots <= 0) return [];
  const keys = heldKeys(state.leased);
  const running = new Set(state.leased.map((row) => row.scan.id));
  const maxScans = state.maxScans ?? null;
  const grants: PlannedGrant<Row>[] = [];
  for (const row of inOrder(state)) {
    if (slots <= 0) break;
    if (row.job.notBefore > state.now || keyHolder(keys, row) !== null) continue;
    if (maxScans !== null && running.size >= maxScans && !running.has(row.scan.id)) continue;
    const agent = choose(row, state.agents, free);
    if (agent === null) continue;
    free.set(agent.agentId, (free.get(agent.agentId) ?? 0) - weightOn(agent, row.scan.kind));
    slots--;
    running.add(row.scan.id);
    if (row.scan.concurrencyKey !== null) keys.set(row.scan.concurrencyKey, row.scan.id);
    grants.push({ row, agent });
  }
  return grants;
}

/** Each failure of the last minutes makes an agent look this much fuller, up to half of it. */
const FAILURE_COSTS = 0.125;

/**
 * The emptiest eligible agent; one where jobs failed lately looks fuller than it is, and one that has already lost this
 * job is taken only when no other is free (L8). An agent without a free slot is never waited for, however well it fits.
 */
function choose(
  row: DispatchJob,
  agents: readonly DispatchAgent[],
  free: ReadonlyMap<string, number>,
): DispatchAgent | null {
  let best: DispatchAgent | null = null;
  let bestScore = -Infinity;
  for (const agent of agents) {
    const left = free.get(agent.agentId) ?? 0;
    if (left < weightOn(agent, row.scan.kind)) continue;
    if (missing(row, agent).length > 0 || hasRefused(row, agent)) continue;
    const failing = Math.min(0.5, (agent.recentFailures ?? 0) * FAILURE_COSTS);
    const score = left / agent.slots - failing + (row.job.lostAgents.includes(agent.agentId) ? 0 : 1);
    if (score > bestScore) [best, bestScore] = [agent, score];
  }
  return best;
}

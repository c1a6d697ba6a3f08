/** Who gets which job, and why a job waits: pure functions over what the hub knows. */
import type { ScanKind } from "@dataguardian/shared/domain";
import type { WaitReason } from "@dataguardian/shared/api";
import type { JobRow } from "../db/ledger/open-jobs.ts";

/** A connected agent that has said hello. */
export interface DispatchAgent {
  agentId: string;
  name: string;
  policyHash: string;
  kinds: readonly ScanKind[];
  labels: readonly string[];
  sources: ReadonlySet<string>;
  slots: number;
  busy: number;
  /** False while it drains, or has not been heard of for too long. */
  available: boolean;
}

export interface DispatchState {
  now: number;
  /** Ready jobs in any order. */
  ready: readonly JobRow[];
  leased: readonly JobRow[];
  agents: readonly DispatchAgent[];
  /** Member → when it was last given a job, as a counter: round robin goes to who waited longest (L9). */
  lastServed: ReadonlyMap<string, number>;
  paused: boolean;
  maxRunning: number | null;
}

export interface PlannedGrant {
  row: JobRow;
  agent: DispatchAgent;
}

/** The grants to make now. Every job and slot is used at most once. */
export function plan(state: DispatchState): PlannedGrant[] {
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
  const grants: PlannedGrant[] = [];
  for (const row of inOrder(state)) {
    if (slots === 0) break;
    if (row.job.notBefore > state.now || keyHolder(keys, row) !== null) continue;
    const agent = choose(row, state.agents, free);
    if (agent === null) continue;
    free.set(agent.agentId, (free.get(agent.agentId) ?? 0) - 1);
    slots--;
    if (row.scan.concurrencyKey !== null) keys.set(row.scan.concurrencyKey, row.scan.id);
    grants.push({ row, agent });
  }
  return grants;
}

/**
 * L9: priority band, then round robin over members, then age. A generator, because with few free slots only the head
 * of a long queue is looked at.
 */
function* inOrder(state: DispatchState): Generator<JobRow> {
  const bands = new Map<number, Map<string, JobRow[]>>();
  for (const row of state.ready) {
    let members = bands.get(row.scan.priority);
    if (members === undefined) bands.set(row.scan.priority, (members = new Map()));
    const queue = members.get(row.scan.memberId);
    if (queue === undefined) members.set(row.scan.memberId, [row]);
    else queue.push(row);
  }
  for (const band of [...bands.keys()].sort((a, b) => a - b)) {
    const members = [...(bands.get(band) ?? [])];
    for (const [, queue] of members) queue.sort(byAge);
    members.sort((a, b) => (state.lastServed.get(a[0]) ?? 0) - (state.lastServed.get(b[0]) ?? 0));
    const longest = Math.max(...members.map(([, queue]) => queue.length));
    for (let turn = 0; turn < longest; turn++) {
      for (const [, queue] of members) {
        const row = queue[turn];
        if (row !== undefined) yield row;
      }
    }
  }
}

const byAge = (a: JobRow, b: JobRow) =>
  a.createdAt - b.createdAt || a.shardIndex - b.shardIndex || (a.id < b.id ? -1 : 1);

/** The emptiest eligible agent; one that has already lost this job only when no other is free (L8). */
function choose(
  row: JobRow,
  agents: readonly DispatchAgent[],
  free: ReadonlyMap<string, number>,
): DispatchAgent | null {
  let best: DispatchAgent | null = null;
  let bestScore = -1;
  for (const agent of agents) {
    const left = free.get(agent.agentId) ?? 0;
    if (left === 0 || missing(row, agent).length > 0 || hasRefused(row, agent)) continue;
    const score = left / agent.slots + (row.job.lostAgents.includes(agent.agentId) ? 0 : 1);
    if (score > bestScore) [best, bestScore] = [agent, score];
  }
  return best;
}

/** What the agent lacks for this job, as `kind:…`, `label:…` or `source:…`. */
function missing(row: JobRow, agent: DispatchAgent): string[] {
  const lacks: string[] = [];
  if (!agent.kinds.includes(row.scan.kind)) lacks.push(`kind:${row.scan.kind}`);
  for (const label of row.scan.labels) if (!agent.labels.includes(label)) lacks.push(`label:${label}`);
  if (row.scan.source !== null && !agent.sources.has(row.scan.source))
    lacks.push(`source:${row.scan.source}`);
  return lacks;
}

/** How an agent under its present policy is named in `refusals`. */
export const policyKey = (agent: { agentId: string; policyHash: string }): string =>
  `${agent.agentId}/${agent.policyHash}`;

const hasRefused = (row: JobRow, agent: DispatchAgent) => row.job.excluded.includes(policyKey(agent));

function heldKeys(leased: readonly JobRow[]): Map<string, string> {
  const keys = new Map<string, string>();
  for (const { scan } of leased) if (scan.concurrencyKey !== null) keys.set(scan.concurrencyKey, scan.id);
  return keys;
}

/** The other scan that holds this job's key. Jobs of one scan share its key, or sharding would be pointless. */
function keyHolder(keys: ReadonlyMap<string, string>, row: JobRow): string | null {
  if (row.scan.concurrencyKey === null) return null;
  const holder = keys.get(row.scan.concurrencyKey);
  return holder === undefined || holder === row.scan.id ? null : holder;
}

/** L14: every waiting job in the order in which it would start, with its reason. */
export function explainWaits(state: DispatchState): { row: JobRow; wait: WaitReason }[] {
  const keys = heldKeys(state.leased);
  let position = 0;
  return [...inOrder(state)].map((row) => {
    const blocked = blockedBy(row, state, keys);
    return { row, wait: blocked ?? { why: "position", position: ++position, startEstimateMs: null } };
  });
}

function blockedBy(row: JobRow, state: DispatchState, keys: ReadonlyMap<string, string>): WaitReason | null {
  if (state.paused) return { why: "paused" };
  if (row.job.notBefore > state.now) {
    return { why: "backoff", untilMs: row.job.notBefore, lastFailure: row.lastFailure ?? "lost" };
  }
  if (state.agents.length === 0) return { why: "no_agent_online" };
  const able = state.agents.filter((agent) => missing(row, agent).length === 0);
  if (able.length === 0) {
    const lacks = state.agents.map((agent) => missing(row, agent));
    // What nobody has; when each lacks something else, what the closest agent lacks.
    const nobodyHas = (lacks[0] ?? []).filter((lack) => lacks.every((other) => other.includes(lack)));
    const closest = lacks.reduce((least, other) => (other.length < least.length ? other : least));
    return { why: "no_eligible_agent", missing: nobodyHas.length > 0 ? nobodyHas : closest };
  }
  if (able.every((agent) => hasRefused(row, agent))) {
    const refusals = able.map((agent) => ({
      agentId: agent.agentId,
      agentName: agent.name,
      reason: row.refusals[policyKey(agent)] ?? "",
    }));
    return { why: "refused", refusals };
  }
  const heldByScan = keyHolder(keys, row);
  if (heldByScan !== null) return { why: "concurrency_key", key: row.scan.concurrencyKey ?? "", heldByScan };
  if (state.maxRunning !== null && state.leased.length >= state.maxRunning) {
    return { why: "tenant_limit", limit: state.maxRunning };
  }
  return null;
}

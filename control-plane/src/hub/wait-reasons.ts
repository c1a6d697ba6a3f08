/** L14: why each waiting job waits, and when it will start. */
import type { WaitReason } from "@dataguardian/shared/api";
import { estimateStarts, remainingMs } from "@dataguardian/shared/capacity";
import {
  type DispatchAgent,
  hasRefused,
  heldKeys,
  inOrder,
  keyHolder,
  missing,
  policyKey,
} from "@dataguardian/shared/dispatch";
import type { JobRow } from "../db/ledger/open-jobs.ts";
import type { DispatchState } from "./dispatch-state.ts";

export interface Waiting {
  row: JobRow;
  wait: WaitReason;
}

/**
 * The waiting jobs in the order in which they would start, the first `limit` of them. Positions count those that wait for a slot and
 * nothing else.
 */
export function explainWaits(state: DispatchState, limit = Infinity): Waiting[] {
  const facts = factsOf(state);
  const waiting = reasons(state, facts, limit);
  const inLine = waiting.filter((entry) => entry.blocked === null).map((entry) => entry.row);
  const starts = estimates(inLine, facts);
  let position = 0;
  return waiting.map(({ row, blocked }) => {
    if (blocked !== null) return { row, wait: blocked };
    const startEstimateMs = starts[position] ?? null;
    return { row, wait: { why: "position", position: ++position, startEstimateMs } };
  });
}

/** Only why, in the same order: the estimates are what takes time in a long queue. */
export function whyWaiting(state: DispatchState): { row: JobRow; why: WaitReason["why"] }[] {
  const waiting = reasons(state, factsOf(state), Infinity);
  return waiting.map(({ row, blocked }) => ({ row, why: blocked?.why ?? "position" }));
}

function reasons(state: DispatchState, facts: Facts, limit: number) {
  const waiting: { row: JobRow; blocked: WaitReason | null }[] = [];
  for (const row of inOrder(state)) {
    if (waiting.length >= limit) break;
    waiting.push({ row, blocked: blockedBy(row, facts) });
  }
  return waiting;
}

const factsOf = (state: DispatchState): Facts => ({
  state,
  keys: heldKeys(state.leased),
  running: new Set(state.leased.map((row) => row.scan.id)),
  able: new Map(),
});

interface Facts {
  state: DispatchState;
  keys: ReadonlyMap<string, string>;
  /** Scans with a running job. */
  running: ReadonlySet<string>;
  /** Agents that have what a job needs, by what it needs: a thousand jobs of one scan ask once. */
  able: Map<string, readonly DispatchAgent[]>;
}

function ableFor(row: JobRow, { state, able }: Facts): readonly DispatchAgent[] {
  const { id, kind, source, options } = row.scan;
  // To whom search terms are sealed is of one scan alone.
  const sealedFor = options.subject === undefined ? null : id;
  const needs = JSON.stringify([kind, source, row.scan.labels, sealedFor]);
  let agents = able.get(needs);
  if (agents === undefined) {
    agents = state.agents.filter((agent) => missing(row, agent).length === 0);
    able.set(needs, agents);
  }
  return agents;
}

function blockedBy(row: JobRow, facts: Facts): WaitReason | null {
  const { state, keys, running } = facts;
  if (state.paused) return { why: "paused" };
  if (row.job.notBefore > state.now) {
    return { why: "backoff", untilMs: row.job.notBefore, lastFailure: row.lastFailure ?? "lost" };
  }
  if (state.agents.length === 0) return { why: "no_agent_online" };
  const able = ableFor(row, facts);
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
  const maxScans = state.maxScans ?? null;
  if (maxScans !== null && running.size >= maxScans && !running.has(row.scan.id)) {
    return { why: "tenant_limit", limit: maxScans, of: "plan" };
  }
  return null;
}

/** The line played forward over the slots of the agents that take new jobs. */
function estimates(line: readonly JobRow[], facts: Facts): (number | null)[] {
  const { state } = facts;
  const expected = state.expectedRunMs;
  if (expected === undefined || line.length === 0) return [];
  const index = new Map<DispatchAgent, number>();
  const slots = state.agents.map((agent, n) => {
    index.set(agent, n);
    return agent.available ? slotTimes(agent, state) : [];
  });
  const waiting = line.map((row) => ({
    agents: ableFor(row, facts).flatMap((agent) => (hasRefused(row, agent) ? [] : (index.get(agent) ?? []))),
    runMs: expected(row.scan.kind, row.scan.source),
  }));
  return estimateStarts({ slots, waiting, maxRunning: state.maxRunning });
}

/** Milliseconds until each slot of the agent is free. */
function slotTimes(agent: DispatchAgent, state: DispatchState): number[] {
  const times: number[] = [];
  for (const row of state.leased) {
    if (row.job.lease?.agentId !== agent.agentId) continue;
    const runMs = state.expectedRunMs?.(row.scan.kind, row.scan.source) ?? null;
    const elapsed = state.now - (row.grantedAt ?? state.now);
    times.push(runMs === null ? Infinity : remainingMs(runMs, elapsed));
  }
  while (times.length < agent.slots) times.push(0);
  return times.slice(0, Math.max(agent.slots, times.length));
}

/** Slots and queue in numbers: pure functions over what the hub knows. */
import type { CapacityReply } from "@dataguardian/shared/api";
import { SCAN_KINDS, type ScanKind } from "@dataguardian/shared/domain";
import { type DispatchAgent, weightOn } from "@dataguardian/shared/dispatch";
import type { JobRow } from "../db/ledger/open-jobs.ts";
import type { DispatchState } from "./dispatch-state.ts";
import type { whyWaiting } from "./wait-reasons.ts";

/** Cheap enough for every event: no reasons, no estimates. */
export interface Figures {
  activeScans: number;
  busySlots: number;
  totalSlots: number;
  agentsOnline: number;
  running: number;
  waiting: number;
  oldestWaitMs: number;
  byKind: Record<ScanKind, { running: number; waiting: number; oldestWaitMs: number }>;
}

/** Since when a job waits; a job in backoff does not wait for a slot yet. */
export const waitingSince = (row: JobRow): number => Math.max(row.createdAt, row.job.notBefore);

export function figuresOf(state: DispatchState): Figures {
  const byKind = {} as Figures["byKind"];
  for (const kind of SCAN_KINDS) byKind[kind] = { running: 0, waiting: 0, oldestWaitMs: 0 };
  for (const row of state.leased) byKind[row.scan.kind].running++;
  let oldestWaitMs = 0;
  for (const row of state.ready) {
    const kind = byKind[row.scan.kind];
    const waitMs = Math.max(0, state.now - waitingSince(row));
    kind.waiting++;
    kind.oldestWaitMs = Math.max(kind.oldestWaitMs, waitMs);
    oldestWaitMs = Math.max(oldestWaitMs, waitMs);
  }
  const available = state.agents.filter((agent) => agent.available);
  return {
    activeScans: new Set(state.leased.map((row) => row.scan.id)).size,
    busySlots: state.agents.reduce((all, agent) => all + agent.busy, 0),
    totalSlots: available.reduce((all, agent) => all + agent.slots, 0),
    agentsOnline: state.agents.length,
    running: state.leased.length,
    waiting: state.ready.length,
    oldestWaitMs,
    byKind,
  };
}

/** More agents would help these; for the others it takes time, a person, or another scan's end. */
const HELPED_BY_SLOTS: ReadonlySet<string> = new Set(["position", "no_agent_online", "no_eligible_agent"]);

type LabelSet = CapacityReply["byLabels"][number];

export const labelKey = (labels: readonly string[]): string =>
  labels.length === 0 ? "any" : [...new Set(labels)].sort().join("+");

/**
 * One entry for each set of labels that open jobs ask for, `any` always among them, and one for `asked` if given. An agent with more
 * labels than a job asks for counts for that job too, so free slots of several sets may be the same ones.
 */
export function byLabels(
  state: DispatchState,
  waits: ReturnType<typeof whyWaiting>,
  asked?: readonly string[],
): LabelSet[] {
  const sets = new Map<string, LabelSet>();
  const agents = new Map(state.agents.map((agent) => [agent.agentId, agent]));
  const setOf = (labels: readonly string[]): LabelSet => {
    const key = labelKey(labels);
    let set = sets.get(key);
    if (set === undefined) {
      const sorted = [...new Set(labels)].sort();
      const freeSlots = state.agents.reduce((all, agent) => all + freeFor(agent, sorted), 0);
      set = { key, labels: sorted, wantedSlots: 0, busySlots: 0, freeSlots, waiting: 0, oldestWaitMs: 0 };
      sets.set(key, set);
    }
    return set;
  };
  setOf([]);
  if (asked !== undefined) setOf(asked);
  for (const row of state.leased) {
    const holder = agents.get(row.job.lease?.agentId ?? "");
    const slots = holder === undefined ? 1 : weightOn(holder, row.scan.kind);
    const set = setOf(row.scan.labels);
    set.busySlots += slots;
    set.wantedSlots += slots;
  }
  // What the limit of jobs at once leaves room for, in the order in which they start.
  let room = state.maxRunning === null ? Infinity : Math.max(0, state.maxRunning - state.leased.length);
  for (const { row, why } of waits) {
    const set = setOf(row.scan.labels);
    set.waiting++;
    set.oldestWaitMs = Math.max(set.oldestWaitMs, state.now - waitingSince(row));
    if (!HELPED_BY_SLOTS.has(why) || room <= 0) continue;
    set.wantedSlots++;
    room--;
  }
  return [...sets.values()];
}

function freeFor(agent: DispatchAgent, labels: readonly string[]): number {
  if (!agent.available || !labels.every((label) => agent.labels.includes(label))) return 0;
  return Math.max(0, agent.slots - agent.busy);
}

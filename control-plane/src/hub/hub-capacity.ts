import type { CapacityReply } from "@dataguardian/shared/api";
import { SCAN_KINDS } from "@dataguardian/shared/domain";
import type { WaitingCount } from "../db/ledger/open-jobs.ts";
import type { DispatchState } from "./dispatch-state.ts";
import { byLabels, figuresOf, labelKey } from "./figures.ts";
import { whyWaiting } from "./wait-reasons.ts";

/** The live part of `GET /v1/capacity`. */
export type HubCapacity = Omit<CapacityReply, "testedCapacity" | "targetWaitMs">;

export interface CapacityFacts {
  /** Counts from D1 when the queue is longer than the hub's memory. */
  beyond: readonly WaitingCount[] | null;
  labels?: readonly string[] | undefined;
  mostActiveScans: number;
}

/** With `labels`, the figures at the top are those of that label set. */
export function hubCapacity(
  state: DispatchState,
  { beyond, labels, mostActiveScans }: CapacityFacts,
): HubCapacity {
  const figures = figuresOf(state);
  if (beyond !== null) {
    figures.waiting = beyond.reduce((all, entry) => all + entry.waiting, 0);
    for (const { kind, waiting, since } of beyond) {
      const oldestWaitMs = Math.max(0, state.now - since);
      Object.assign(figures.byKind[kind], { waiting, oldestWaitMs });
      figures.oldestWaitMs = Math.max(figures.oldestWaitMs, oldestWaitMs);
    }
  }
  const sets = byLabels(state, whyWaiting(state), labels);
  const asked = labels === undefined ? undefined : sets.find((set) => set.key === labelKey(labels));
  const unseen = Math.max(0, figures.waiting - state.ready.length);
  const available = state.agents.filter((agent) => agent.available);
  return {
    at: state.now,
    wantedSlots: sets.reduce((all, set) => all + set.wantedSlots, unseen),
    busySlots: figures.busySlots,
    freeSlots: available.reduce((all, agent) => all + Math.max(0, agent.slots - agent.busy), 0),
    totalSlots: figures.totalSlots,
    running: figures.running,
    waiting: figures.waiting,
    oldestWaitMs: figures.oldestWaitMs,
    activeScans: figures.activeScans,
    agentsOnline: figures.agentsOnline,
    ...(asked === undefined
      ? {}
      : {
          wantedSlots: asked.wantedSlots,
          busySlots: asked.busySlots,
          freeSlots: asked.freeSlots,
          waiting: asked.waiting,
          oldestWaitMs: asked.oldestWaitMs,
        }),
    maxActiveScans: Math.max(mostActiveScans, figures.activeScans),
    limits: { maxRunning: state.maxRunning, concurrentScans: state.maxScans ?? null },
    byLabels: sets,
    byKind: SCAN_KINDS.map((kind) => ({
      kind,
      ...figures.byKind[kind],
      medianRunMs: state.expectedRunMs?.(kind, null) ?? null,
    })),
  };
}

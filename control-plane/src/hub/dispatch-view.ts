import { type DispatchAgent, type Turns, weightOn } from "@dataguardian/shared/dispatch";
import type { QueueLimits } from "../db/ledger/fleet.ts";
import type { DispatchState } from "./dispatch-state.ts";
import type { HubContext } from "./hub-context.ts";

/** What the hub knows at this moment, as the dispatcher wants it. */
export function dispatchView(hub: HubContext, limits: QueueLimits, turns: Turns): DispatchState {
  const { board, peers, fleet, meter } = hub;
  const now = hub.now();
  const holding = board.kindsByAgent();
  const agents: DispatchAgent[] = [];
  for (const peer of peers.current()) {
    const { agentId, hello } = peer.identity;
    if (hello === null) continue;
    const known = fleet.get(agentId);
    agents.push({
      ...hello,
      agentId,
      name: known?.name ?? agentId,
      sources: new Set(known?.sources),
      busy: (holding.get(agentId) ?? []).reduce((slots, kind) => slots + weightOn(hello, kind), 0),
      available: peers.isAvailable(peer, now),
      recentFailures: meter.recentFailures(agentId, now),
    });
  }
  return {
    now,
    ready: board.ready(),
    leased: board.leased(),
    agents,
    lastServed: turns.lastServed,
    scanServedAt: turns.scanServedAt,
    expectedRunMs: (kind, source) => meter.runTimes.expected(kind, source),
    ...limits,
  };
}

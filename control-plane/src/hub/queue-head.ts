import type { QueueReply } from "@dataguardian/shared/api";
import type { DispatchState } from "./dispatch-state.ts";
import { waitingSince } from "./figures.ts";
import { explainWaits } from "./wait-reasons.ts";

export interface HubQueue {
  running: number;
  waiting: number;
  /** In the order in which they would start. */
  head: (Omit<QueueReply["items"][number], "priority"> & { band: number })[];
}

/** The first `limit` waiting jobs as a page shows them, and how many there are. */
export function queueHead(state: DispatchState, limit: number): HubQueue {
  const head = explainWaits(state, limit).map(({ row, wait }) => ({
    jobId: row.id,
    scanId: row.scan.id,
    kind: row.scan.kind,
    source: row.scan.source,
    target: row.scan.target,
    band: row.scan.priority,
    shard: { index: row.shardIndex, count: row.scan.shards },
    waitingSinceMs: waitingSince(row),
    wait,
  }));
  return { running: state.leased.length, waiting: state.ready.length, head };
}

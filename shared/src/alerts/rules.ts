/** The thresholds, one place for hub, agents, charts and documentation. */
import type { AlertKind } from "../api/alerts.ts";
import { TARGET_WAIT_MS } from "../capacity/tested.ts";
import type { AlertRule } from "./machine.ts";

const SOON_MS = 30_000;

/**
 * Units: percent for memory, pool and concurrent scans (of the tested capacity); percent of the usual run time; milliseconds of wait;
 * counts for the others. Memory and pools are judged by the agent, which holds `AGENT_HOLD_MS`; the hub takes its word at once.
 */
export const ALERT_RULES = {
  agent_memory: { warnAt: 85, criticalAt: 95, clearBelow: 75, forMs: 0 },
  pool_use: { warnAt: 80, criticalAt: 100, clearBelow: 70, forMs: 0 },
  concurrent_scans: { warnAt: 80, criticalAt: 100, clearBelow: 70, forMs: SOON_MS },
  run_time: { warnAt: 200, clearBelow: 200, forMs: 0 },
  queue_wait: {
    warnAt: TARGET_WAIT_MS,
    criticalAt: 4 * TARGET_WAIT_MS,
    clearBelow: TARGET_WAIT_MS / 2,
    forMs: 0,
  },
  agent_lost: { warnAt: 1, clearBelow: 1, forMs: 0 },
  dead_letter: { warnAt: 1, clearBelow: 1, forMs: 0 },
  schedule_missed: { warnAt: 1, clearBelow: 1, forMs: 0 },
} as const satisfies Record<AlertKind, AlertRule>;

/** How long an agent sees a signal over its threshold before it says so. */
export const AGENT_HOLD_MS = SOON_MS;

/** These say that something happened. They have no end of their own: whoever acknowledges one ends it. */
export const ENDED_BY_ACKNOWLEDGING: readonly AlertKind[] = ["dead_letter", "schedule_missed"];

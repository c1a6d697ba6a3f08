/**
 * When a value becomes an alert and when it stops being one. Pure: the time is passed in, so that agents, hub and tests
 * run the same rules on their own clocks.
 *
 * Two things keep it from flapping: a value must stay over its threshold for a while, and the alert ends only under a lower
 * level, held for as long. Its level rises from warning to critical and never falls: it is open, or it is over.
 */
import type { ALERT_LEVELS } from "../api/alerts.ts";

export type AlertLevel = (typeof ALERT_LEVELS)[number];

export interface AlertRule {
  warnAt: number;
  criticalAt?: number;
  /** Below this the alert ends; less than `warnAt`. */
  clearBelow: number;
  /** How long a value must hold, for raising as for clearing. */
  forMs: number;
}

export interface AlertState {
  level: AlertLevel | null;
  /** What the value has been asking for, and since when, while it is not so yet. */
  pending: { level: AlertLevel | null; since: number } | null;
  /** The highest value while open. */
  worst: number;
}

export const QUIET: AlertState = { level: null, pending: null, worst: 0 };

export type AlertEvent = "raised" | "worse" | "cleared";

export function observe(
  state: AlertState,
  rule: AlertRule,
  value: number,
  now: number,
): { state: AlertState; event: AlertEvent | null } {
  const worst = state.level === null ? value : Math.max(state.worst, value);
  const wanted = wantedLevel(state.level, rule, value);
  if (wanted === state.level) return { state: { level: state.level, pending: null, worst }, event: null };
  const since = sinceOf(state, wanted, now);
  if (now - since < rule.forMs) {
    return { state: { level: state.level, pending: { level: wanted, since }, worst }, event: null };
  }
  const event = wanted === null ? "cleared" : state.level === null ? "raised" : "worse";
  return { state: { level: wanted, pending: null, worst: wanted === null ? 0 : worst }, event };
}

/** When a pending change is due if the value stays as it is; null when none is pending. */
export const dueAt = (state: AlertState, rule: AlertRule): number | null =>
  state.pending === null ? null : state.pending.since + rule.forMs;

function wantedLevel(level: AlertLevel | null, rule: AlertRule, value: number): AlertLevel | null {
  if (rule.criticalAt !== undefined && value >= rule.criticalAt) return "critical";
  if (level === "critical") return value < rule.clearBelow ? null : "critical";
  if (value >= rule.warnAt) return "warning";
  return level !== null && value >= rule.clearBelow ? level : null;
}

/** Both levels are over the lower threshold: going on from one to the other does not start the time anew. */
function sinceOf(state: AlertState, wanted: AlertLevel | null, now: number): number {
  if (state.pending === null) return now;
  return (state.pending.level === null) === (wanted === null) ? state.pending.since : now;
}

/** What the hub's figures say to the alerts, and when time alone will say more. */
import { ALERT_RULES } from "@dataguardian/shared/alerts";
import { TESTED_CAPACITY } from "@dataguardian/shared/capacity";
import type { DispatchState } from "./dispatch-state.ts";
import { type Figures, waitingSince } from "./figures.ts";
import type { Watch } from "./watch.ts";

/** Twice a second is two seconds: nobody wants to hear of it. */
const SHORTEST_RUN_MS = 60_000;

export function judge(watch: Watch, state: DispatchState, figures: Figures): void {
  const share = (100 * figures.activeScans) / TESTED_CAPACITY.concurrentScans;
  watch.see("concurrent_scans", "", "", share);
  watch.see("queue_wait", "", "", state.paused ? 0 : oldestReadyWait(state));
  const slow = new Map<string, { name: string; percent: number }>();
  for (const row of state.leased) {
    const over = overNormal(row, state);
    if (over === null) continue;
    const { kind, source } = row.scan;
    const subject = source === null ? kind : `${kind}/${source}`;
    slow.set(subject, { name: subject, percent: Math.max(over.percent, slow.get(subject)?.percent ?? 0) });
  }
  for (const [subject, { name, percent }] of slow) watch.see("run_time", subject, name, percent);
  const over = [...slow].filter(([, { percent }]) => percent >= ALERT_RULES.run_time.warnAt);
  watch.keepOnly("run_time", new Set(over.map(([subject]) => subject)));
}

/** The earliest moment at which a wait or a run passes a threshold with nothing else happening; null for never. */
export function nextJudgement(watch: Watch, state: DispatchState): number | null {
  const times: number[] = [];
  const pending = watch.nextDue();
  if (pending !== null) times.push(pending);
  if (!state.paused) {
    const since = state.ready.map(waitingSince).filter((at) => at <= state.now);
    if (since.length > 0) {
      const oldest = since.reduce((least, at) => Math.min(least, at));
      for (const threshold of [ALERT_RULES.queue_wait.warnAt, ALERT_RULES.queue_wait.criticalAt]) {
        if (oldest + threshold > state.now) times.push(oldest + threshold);
      }
    }
  }
  return times.length === 0 ? null : times.reduce((least, at) => Math.min(least, at));
}

function oldestReadyWait(state: DispatchState): number {
  return state.ready.reduce((most, row) => Math.max(most, state.now - waitingSince(row)), 0);
}

/** Percent of its usual time that a running job has taken; null while that is unknown or it is short. */
function overNormal(row: DispatchState["leased"][number], state: DispatchState): { percent: number } | null {
  const usual = state.expectedRunMs?.(row.scan.kind, row.scan.source) ?? null;
  const elapsed = state.now - (row.grantedAt ?? state.now);
  if (usual === null || usual <= 0 || elapsed < SHORTEST_RUN_MS) return null;
  return { percent: (100 * elapsed) / usual };
}

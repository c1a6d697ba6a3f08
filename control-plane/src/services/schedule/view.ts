import type { ScheduleView } from "@dataguardian/shared/api";
import { jitterOf, nextRun, type Timing, timingFault } from "@dataguardian/shared/schedule";
import type { schedules } from "../../db/schema/index.ts";
import { refuse } from "../fault.ts";

type Row = typeof schedules.$inferSelect;

export const view = (row: Row): ScheduleView => ({
  id: row.id,
  name: row.name,
  cron: row.cron,
  timeZone: row.timeZone,
  blackouts: row.blackouts,
  jitterMs: row.jitterMs,
  catchUp: row.catchUp,
  enabled: row.enabled,
  scan: row.scan,
  createdAt: row.createdAt,
  nextRunAt: row.dueAt,
  lastRunAt: row.lastRunAt,
  lastScanId: row.lastScanId,
  missed: row.missed,
});

/** The columns that say when it runs next, from now on. Refuses an expression or a zone that is none. */
export function timingColumns(id: string, timing: Timing & { enabled: boolean }, now: number) {
  const sentence = timingFault(timing);
  if (sentence !== null) throw refuse({ tag: "timing", sentence });
  const nextAt = timing.enabled ? nextRun(timing, now) : null;
  return { nextAt, dueAt: nextAt === null ? null : nextAt + jitterOf(id, nextAt, timing.jitterMs) };
}

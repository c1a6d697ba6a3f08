/** Starts the scans of the schedules that are due. Run by the hub's alarm; run twice at once, it starts nothing twice. */
import { and, eq, lte, sql } from "drizzle-orm";
import { dueRuns } from "@dataguardian/shared/schedule";
import { schedules } from "../../db/schema/index.ts";
import { TenantScope } from "../../db/tenant-scope.ts";
import type { Database } from "../../db/open.ts";
import type { Deps } from "../../deps.ts";
import type { HubApi } from "../../hub/hub-api.ts";
import { Refused } from "../fault.ts";
import { createScan } from "../scan/create.ts";

export interface ScheduleRunner {
  tenantId: string;
  db: Database;
  deps: Deps;
  hub: Pick<HubApi, "jobsChanged">;
  /** Runs of a schedule were left out. */
  onMissed(scheduleId: string, name: string, count: number): void;
}

type Row = typeof schedules.$inferSelect;

/** Returns when the next one is due; null when none is. */
export async function runDueSchedules(runner: ScheduleRunner): Promise<number | null> {
  const now = runner.deps.now();
  const scope = scopeOf(runner, "", "");
  for (const row of await scope.rows(schedules, { where: lte(schedules.dueAt, now) }))
    await run(runner, row, now);
  return nextDue(scope);
}

export async function nextDue(scope: TenantScope): Promise<number | null> {
  const [row] = await scope.pick(schedules, { dueAt: sql<number | null>`min(${schedules.dueAt})` });
  return row?.dueAt ?? null;
}

async function run(runner: ScheduleRunner, row: Row, now: number): Promise<void> {
  if (row.nextAt === null) return;
  const due = dueRuns(row.id, row, row.nextAt, now);
  const scope = scopeOf(runner, row.id, row.memberId);
  let { missed } = due;
  let scanId: string | null = null;
  if (due.run !== null) {
    scanId = await start(runner, scope, row, due.run);
    if (scanId === null) missed++;
  }
  const [changed] = await scope.commit({ action: "schedule.run", subject: row.id }, [
    scope.update(
      schedules,
      {
        nextAt: due.next?.at ?? null,
        dueAt: due.next?.dueAt ?? null,
        missed: sql`${schedules.missed} + ${missed}`,
        ...(scanId === null ? {} : { lastRunAt: now, lastScanId: scanId }),
      },
      // Whoever else has run it meanwhile, or a person who has changed it, has set another time.
      and(eq(schedules.id, row.id), eq(schedules.nextAt, row.nextAt)),
    ),
  ]);
  if (changed === 1 && missed > 0) runner.onMissed(row.id, row.name, missed);
}

/** The schedule and the named time are the key: the same run a second time is the same scan. Null when a limit forbids it. */
async function start(
  runner: ScheduleRunner,
  scope: TenantScope,
  row: Row,
  at: number,
): Promise<string | null> {
  try {
    const call = { scope, deps: runner.deps, hub: runner.hub };
    return await createScan(call, row.scan, { idempotencyKey: `schedule:${row.id}:${at}` });
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

export function scopeOf(
  { tenantId, db, deps }: Pick<ScheduleRunner, "tenantId" | "db" | "deps">,
  id: string,
  memberId: string,
): TenantScope {
  return new TenantScope(db, { kind: "schedule", id, tenantId, memberId }, deps, db);
}

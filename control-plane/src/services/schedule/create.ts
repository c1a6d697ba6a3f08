import { count } from "drizzle-orm";
import type { ScheduleRequest, ScheduleView } from "@dataguardian/shared/api";
import { createId } from "@dataguardian/shared/domain";
import { actorName } from "../../auth/actor.ts";
import { schedules } from "../../db/schema/index.ts";
import { MAX_SCHEDULES } from "../../platform-limits.ts";
import { type Call, requireRole } from "../call.ts";
import { refuse } from "../fault.ts";
import { timingColumns, view } from "./view.ts";

export async function createSchedule(call: Call, request: ScheduleRequest): Promise<ScheduleView> {
  requireRole(call, "admin");
  const { scope, deps, hub } = call;
  const [known] = await scope.pick(schedules, { n: count() });
  if ((known?.n ?? 0) >= MAX_SCHEDULES)
    throw refuse({ tag: "too_many", what: "schedules", limit: MAX_SCHEDULES });
  const now = deps.now();
  const id = createId("schedule", now, deps.random);
  const { actor } = scope;
  const row = {
    id,
    tenantId: scope.tenantId,
    ...request,
    ...timingColumns(id, request, now),
    memberId: "id" in actor ? actor.id : actorName(actor),
    createdAt: now,
    lastRunAt: null,
    lastScanId: null,
    missed: 0,
  };
  await scope.commit({ action: "schedule.create", subject: id }, [scope.insert(schedules, row)]);
  await hub.schedulesChanged();
  return view(row);
}

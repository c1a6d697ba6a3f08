import { eq } from "drizzle-orm";
import type { ScheduleRequest, ScheduleView } from "@dataguardian/shared/api";
import { schedules } from "../../db/schema/index.ts";
import { type Call, requireRole } from "../call.ts";
import { readSchedule } from "./list.ts";
import { timingColumns } from "./view.ts";

/** Takes the place of what was there; what ran and was missed stays counted. Runs are worked out anew from now on. */
export async function changeSchedule(
  call: Call,
  id: string,
  request: ScheduleRequest,
): Promise<ScheduleView> {
  requireRole(call, "admin");
  await readSchedule(call, id);
  const set = { ...request, ...timingColumns(id, request, call.deps.now()) };
  await call.scope.commit({ action: "schedule.change", subject: id }, [
    call.scope.update(schedules, set, eq(schedules.id, id)),
  ]);
  await call.hub.schedulesChanged();
  return readSchedule(call, id);
}

import { eq } from "drizzle-orm";
import { schedules } from "../../db/schema/index.ts";
import { type Call, requireRole } from "../call.ts";
import { readSchedule } from "./list.ts";

/** Scans that it has started go on. */
export async function removeSchedule(call: Call, id: string): Promise<void> {
  requireRole(call, "admin");
  await readSchedule(call, id);
  await call.scope.commit({ action: "schedule.remove", subject: id }, [
    call.scope.remove(schedules, eq(schedules.id, id)),
  ]);
  await call.hub.schedulesChanged();
}

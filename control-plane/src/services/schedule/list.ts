import { desc, eq } from "drizzle-orm";
import type { ScheduleView } from "@dataguardian/shared/api";
import { schedules } from "../../db/schema/index.ts";
import type { Call } from "../call.ts";
import { refuse } from "../fault.ts";
import { view } from "./view.ts";

/** Newest first. */
export async function listSchedules(call: Call): Promise<ScheduleView[]> {
  return (await call.scope.rows(schedules, { orderBy: [desc(schedules.createdAt)] })).map(view);
}

export async function readSchedule(call: Call, id: string): Promise<ScheduleView> {
  const row = await call.scope.row(schedules, eq(schedules.id, id));
  if (row === null) throw refuse({ tag: "not_found", what: "schedule" });
  return view(row);
}

import { and, eq, isNull } from "drizzle-orm";
import type { AlertView } from "@dataguardian/shared/api";
import { actorName } from "../../auth/actor.ts";
import { alerts } from "../../db/schema/index.ts";
import { type Call, requireRole } from "../call.ts";
import { refuse } from "../fault.ts";
import { namesOf } from "./list.ts";
import { view } from "./view.ts";

/** Says that a person has seen it. The first one stays on record; a second time is no fault. */
export async function acknowledgeAlert(call: Call, id: string): Promise<AlertView> {
  requireRole(call, "member");
  const { scope, deps, hub } = call;
  const alert = await scope.row(alerts, eq(alerts.id, id));
  if (alert === null) throw refuse({ tag: "not_found", what: "alert" });
  if (alert.acknowledgedAt === null) {
    const { actor } = scope;
    const by = "id" in actor ? actor.id : actorName(actor);
    const set = { acknowledgedAt: deps.now(), acknowledgedBy: by };
    await scope.commit({ action: "alert.acknowledge", subject: id }, [
      scope.update(alerts, set, and(eq(alerts.id, id), isNull(alerts.acknowledgedAt))),
    ]);
    await hub.alertAcknowledged(id);
  }
  const now = await scope.row(alerts, eq(alerts.id, id));
  return view(now ?? alert, await namesOf(call));
}

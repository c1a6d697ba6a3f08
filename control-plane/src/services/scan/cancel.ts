import { and, eq, inArray } from "drizzle-orm";
import { scans } from "../../db/schema/index.ts";
import { type Call, requireRole } from "../call.ts";
import { refuse } from "../fault.ts";

/** L10. The hub changes the jobs, since it must reach the agents too; a scan that is cancelled already stays so. */
export async function cancelScan(call: Call, scanId: string): Promise<void> {
  requireRole(call, "member");
  const scan = await call.scope.row(scans, and(inArray(scans.open, [true, false]), eq(scans.id, scanId)));
  if (scan === null) throw refuse({ tag: "not_found", what: "scan" });
  if (scan.state === "cancelled") return;
  if (scan.state === "done" || scan.state === "failed") throw refuse({ tag: "scan_ended" });
  await call.scope.commit({ action: "scan.cancel", subject: scanId }, []);
  await call.hub.cancelScan(scanId);
}

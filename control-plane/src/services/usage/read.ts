import { count, isNull } from "drizzle-orm";
import type { UsageReply } from "@dataguardian/shared/api";
import { agents } from "../../db/schema/index.ts";
import type { Call } from "../call.ts";
import { countScansSince, monthOf, readPlan } from "./plan.ts";

export async function readUsage(call: Call): Promise<UsageReply> {
  const month = monthOf(call.deps.now());
  const [plan, [fleet], scans, live] = await Promise.all([
    readPlan(call),
    call.scope.pick(agents, { n: count() }, { where: isNull(agents.revokedAt) }),
    countScansSince(call, month.fromMs),
    call.hub.capacity(),
  ]);
  return {
    month,
    agents: { used: fleet?.n ?? 0, limit: plan.agents },
    concurrentScans: { used: live.activeScans, limit: plan.concurrentScans },
    scansThisMonth: { used: scans, limit: plan.scansPerMonth },
  };
}

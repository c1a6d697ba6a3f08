import { count, isNull } from "drizzle-orm";
import type { UsageReply } from "@dataguardian/shared/api";
import { agents, planLimits, scans } from "../../db/schema/index.ts";
import type { Call } from "../call.ts";
import { limitsOf, madeSince, monthOf } from "./plan.ts";

export async function readUsage(call: Call): Promise<UsageReply> {
  const month = monthOf(call.deps.now());
  const { scope } = call;
  const [[plans, [fleet], [made]], live] = await Promise.all([
    scope.together([
      scope.readingRows(planLimits),
      scope.reading(agents, { n: count() }, { where: isNull(agents.revokedAt) }),
      scope.reading(scans, { n: count() }, { where: madeSince(month.fromMs) }),
    ]),
    call.hub.capacity(),
  ]);
  const plan = limitsOf(plans[0]);
  return {
    month,
    agents: { used: fleet?.n ?? 0, limit: plan.agents },
    concurrentScans: { used: live.activeScans, limit: plan.concurrentScans },
    scansThisMonth: { used: made?.n ?? 0, limit: plan.scansPerMonth },
  };
}

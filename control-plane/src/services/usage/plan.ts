/** What a tenant's plan allows, and the month it is counted in. */
import { type SQL, sql } from "drizzle-orm";
import type { PlanLimits } from "@dataguardian/shared/api";
import { firstId } from "@dataguardian/shared/domain";
import { planLimits, scans } from "../../db/schema/index.ts";
import { IN_SCANS } from "../../db/scan-jobs.ts";
import type { Call } from "../call.ts";
import { type Refused, refuse } from "../fault.ts";

const NO_LIMITS: PlanLimits = { agents: null, concurrentScans: null, scansPerMonth: null };

export const limitsOf = (row: typeof planLimits.$inferSelect | undefined): PlanLimits =>
  row === undefined
    ? NO_LIMITS
    : { agents: row.agents, concurrentScans: row.concurrentScans, scansPerMonth: row.scansPerMonth };

/** Calendar months, by UTC. */
export function monthOf(now: number): { fromMs: number; toMs: number } {
  const date = new Date(now);
  const start = (offset: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + offset, 1);
  return { fromMs: start(0), toMs: start(1) };
}

/** Scans from then on. The key has their ids, which begin with when they were made. */
export const madeSince = (fromMs: number): SQL =>
  sql`${sql.raw(IN_SCANS)} and ${scans.id} >= ${firstId("scan", fromMs)}`;

/**
 * Whether the plan has room for one scan more this month, as the condition of its insert: D1 decides, so that requests of the same
 * moment cannot go over together.
 */
export function roomForScan({ scope, deps }: Pick<Call, "scope" | "deps">): SQL {
  const limit = sql`(select ${planLimits.scansPerMonth} from ${planLimits} where ${planLimits.tenantId} = ${scope.tenantId})`;
  const since = madeSince(monthOf(deps.now()).fromMs);
  const made = sql`(select count(*) from ${scans} where ${scans.tenantId} = ${scope.tenantId} and ${since})`;
  // Nothing is counted where nothing limits.
  return sql`case when ${limit} is null then 1 else ${made} < ${limit} end`;
}

export async function planLimitReached({ scope, deps }: Pick<Call, "scope" | "deps">): Promise<Refused> {
  const { scansPerMonth } = limitsOf((await scope.row(planLimits, undefined)) ?? undefined);
  return refuse({ tag: "plan_limit", limit: scansPerMonth ?? 0, resetsAt: monthOf(deps.now()).toMs });
}

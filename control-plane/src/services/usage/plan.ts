/** What a tenant's plan allows, and the month it is counted in. */
import { count, gte } from "drizzle-orm";
import type { PlanLimits } from "@dataguardian/shared/api";
import { planLimits, scans } from "../../db/schema/index.ts";
import type { Call } from "../call.ts";
import { refuse } from "../fault.ts";

type Reader = Pick<Call, "scope">;

const NO_LIMITS: PlanLimits = { agents: null, concurrentScans: null, scansPerMonth: null };

export async function readPlan({ scope }: Reader): Promise<PlanLimits> {
  const row = await scope.row(planLimits, undefined);
  return row === null
    ? NO_LIMITS
    : { agents: row.agents, concurrentScans: row.concurrentScans, scansPerMonth: row.scansPerMonth };
}

/** Calendar months, by UTC. */
export function monthOf(now: number): { fromMs: number; toMs: number } {
  const date = new Date(now);
  const start = (offset: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + offset, 1);
  return { fromMs: start(0), toMs: start(1) };
}

export async function countScansSince({ scope }: Reader, since: number): Promise<number> {
  const [row] = await scope.pick(scans, { n: count() }, { where: gte(scans.createdAt, since) });
  return row?.n ?? 0;
}

/** Refuses a scan that the plan has no room for this month. Requests that come at the same moment may go over by their number. */
export async function requireRoomForScan(call: Pick<Call, "scope" | "deps">): Promise<void> {
  const { scansPerMonth } = await readPlan(call);
  if (scansPerMonth === null) return;
  const { fromMs, toMs } = monthOf(call.deps.now());
  if ((await countScansSince(call, fromMs)) >= scansPerMonth) {
    throw refuse({ tag: "plan_limit", limit: scansPerMonth, resetsAt: toMs });
  }
}

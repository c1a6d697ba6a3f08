import type { OperatorCapacityReply } from "@dataguardian/shared/api";
import type { ScanKind } from "@dataguardian/shared/domain";
import { TESTED_CAPACITY } from "@dataguardian/shared/capacity";
import { busyTenants, countTenants } from "../../db/all-tenants.ts";
import type { Env } from "../../env.ts";
import type { HubCapacity } from "../../hub/hub-capacity.ts";
import { hubOf } from "../../hub-client.ts";

type TenantCapacity = OperatorCapacityReply["byTenant"][number];
type KindFigures = OperatorCapacityReply["byKind"][number];
type Figures = Omit<TenantCapacity, "tenantId" | "name" | "shard">;

/** A Worker keeps six connections open at once; hubs beyond this many are asked in the next call's turn. */
const AT_ONCE = 6;

/** The tenants with open jobs, each asked for its figures. A hub without open jobs is left asleep. */
export async function readOperatorCapacity(env: Env, now: number): Promise<OperatorCapacityReply> {
  const busy = await busyTenants(env);
  const byTenant: TenantCapacity[] = [];
  const kinds = new Map<ScanKind, KindFigures>();
  for (let from = 0; from < busy.length; from += AT_ONCE) {
    const part = busy.slice(from, from + AT_ONCE);
    byTenant.push(
      ...(await Promise.all(
        part.map(async (tenant) => {
          const capacity = await hubOf(env, tenant.tenantId).capacity();
          for (const of of capacity.byKind) kinds.set(of.kind, addKind(kinds.get(of.kind), of));
          return { ...tenant, ...figuresOf(capacity) };
        }),
      )),
    );
  }
  const tenants = await countTenants(env.DB);
  const total = byTenant.reduce<Figures>(add, NOTHING);
  return {
    at: now,
    ...total,
    tenants,
    testedCapacity: TESTED_CAPACITY,
    byKind: [...kinds.values()],
    byTenant,
  };
}

const NOTHING: Figures = {
  wantedSlots: 0,
  busySlots: 0,
  freeSlots: 0,
  totalSlots: 0,
  running: 0,
  waiting: 0,
  oldestWaitMs: 0,
  activeScans: 0,
  agentsOnline: 0,
};

const figuresOf = (capacity: HubCapacity): Figures => ({
  wantedSlots: capacity.wantedSlots,
  busySlots: capacity.busySlots,
  freeSlots: capacity.freeSlots,
  totalSlots: capacity.totalSlots,
  running: capacity.running,
  waiting: capacity.waiting,
  oldestWaitMs: capacity.oldestWaitMs,
  activeScans: capacity.activeScans,
  agentsOnline: capacity.agentsOnline,
});

const addKind = (a: KindFigures | undefined, b: KindFigures): KindFigures => ({
  kind: b.kind,
  running: (a?.running ?? 0) + b.running,
  waiting: (a?.waiting ?? 0) + b.waiting,
  oldestWaitMs: Math.max(a?.oldestWaitMs ?? 0, b.oldestWaitMs),
});

function add(a: Figures, b: Figures): Figures {
  const sum = { ...a };
  for (const key of Object.keys(NOTHING) as (keyof Figures)[]) sum[key] = a[key] + b[key];
  sum.oldestWaitMs = Math.max(a.oldestWaitMs, b.oldestWaitMs);
  return sum;
}

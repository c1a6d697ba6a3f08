/** What whoever runs the service asks over all tenants and shards. Figures only, and never a row of anybody's work. */
import type { CapacitySample } from "@dataguardian/shared/api";
import type { Deps } from "../deps.ts";
import { findShard } from "./directory.ts";
import { HOME, openShard, shardBinding, shardNames } from "./open.ts";
import { TenantScope } from "./tenant-scope.ts";

const MAX_TENANTS = 500;

/** A tenant as the operator may change it; null for one that is none. */
export async function operatorScope(env: object, tenantId: string, deps: Deps): Promise<TenantScope | null> {
  const home = openShard(env, HOME);
  const shard = await findShard(home, tenantId);
  if (shard === null) return null;
  return new TenantScope(openShard(env, shard), { kind: "operator", tenantId }, deps, home);
}

export async function countTenants(home: D1Database): Promise<number> {
  return (await home.prepare("select count(*) as n from tenants").first<number>("n")) ?? 0;
}

/** The tenants that have open jobs, those with most first. */
export async function busyTenants(
  env: object & { DB: D1Database },
): Promise<{ tenantId: string; name: string; shard: string }[]> {
  const counts = await Promise.all(
    shardNames(env).map(async (shard) => {
      const { results } = await shardBinding(env, shard)
        .prepare(
          `select tenant_id, count(*) as n from jobs where state in ('ready', 'leased') group by tenant_id order by n desc limit ${MAX_TENANTS}`,
        )
        .all<{ tenant_id: string; n: number }>();
      return results.map((row) => ({ tenantId: row.tenant_id, n: row.n, shard }));
    }),
  );
  const busy = counts
    .flat()
    .sort((a, b) => b.n - a.n)
    .slice(0, MAX_TENANTS);
  const { results: names } = await env.DB.prepare(
    "select id, name from tenants where id in (select value from json_each(?1))",
  )
    .bind(JSON.stringify(busy.map((tenant) => tenant.tenantId)))
    .all<{ id: string; name: string }>();
  const nameOf = new Map(names.map((row) => [row.id, row.name]));
  return busy.map(({ tenantId, shard }) => ({ tenantId, name: nameOf.get(tenantId) ?? tenantId, shard }));
}

/** What each tenant has ever counted, as its newest sample has it. */
export async function newestTotals(env: object): Promise<CapacitySample[]> {
  const all = await Promise.all(
    shardNames(env).map(async (shard) => {
      // SQLite takes the other columns from the row that has the maximum.
      const { results } = await shardBinding(env, shard)
        .prepare("select totals, max(at) from capacity_samples group by tenant_id")
        .all<{ totals: string }>();
      return results.map((row) => JSON.parse(row.totals) as CapacitySample);
    }),
  );
  return all.flat();
}

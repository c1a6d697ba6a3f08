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

/** The tenants that have open scans, those with most first. */
export async function busyTenants(
  env: object & { DB: D1Database },
): Promise<{ tenantId: string; name: string; shard: string }[]> {
  const { results: all } = await env.DB.prepare("select id, name, shard from tenants").all<{
    id: string;
    name: string;
    shard: string;
  }>();
  const counts = await Promise.all(
    shardNames(env).map(async (shard) => {
      const ids = all.filter((tenant) => tenant.shard === shard).map((tenant) => tenant.id);
      // A look into the key for each: without it, every scan there ever was would be read.
      const { results } = await shardBinding(env, shard)
        .prepare(
          `select value as id, (select count(*) from scans where tenant_id = value and open = 1) as n from json_each(?1) order by n desc limit ${MAX_TENANTS}`,
        )
        .bind(JSON.stringify(ids))
        .all<{ id: string; n: number }>();
      return results.filter((row) => row.n > 0);
    }),
  );
  const nOf = new Map(counts.flat().map((row) => [row.id, row.n]));
  return all
    .filter((tenant) => nOf.has(tenant.id))
    .sort((a, b) => (nOf.get(b.id) ?? 0) - (nOf.get(a.id) ?? 0))
    .slice(0, MAX_TENANTS)
    .map(({ id, name, shard }) => ({ tenantId: id, name, shard }));
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

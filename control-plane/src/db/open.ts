import { drizzle } from "drizzle-orm/d1";
import * as schema from "./schema/index.ts";

/** The whole database. Only `db/` and `auth/` hold one; everything else works through a `TenantScope`. */
export type Database = ReturnType<typeof openDatabase>;

export function openDatabase(binding: D1Database) {
  return drizzle(binding, { schema });
}

/** The database of a tenant's shard. `tenants.shard` names a binding; one that this Worker lacks is a deployment fault. */
export function openShard(env: object, shard: string): Database {
  const binding = (env as Record<string, unknown>)[shard];
  if (typeof binding !== "object" || binding === null) throw new Error(`no D1 binding named ${shard}`);
  return openDatabase(binding as D1Database);
}

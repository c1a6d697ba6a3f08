import { drizzle } from "drizzle-orm/d1";

/** The whole database. Only `db/` and `auth/` hold one; everything else works through a `TenantScope`. */
export type Database = ReturnType<typeof openDatabase>;

/** Without the schema, whose relations Drizzle would work out anew for every request: nothing here asks by relation. */
export function openDatabase(binding: D1Database) {
  return drizzle(binding);
}

/**
 * Where a tenant's rows are. `DB` is home: people, tenants and their memberships, and the first tenants' work. Further shards are
 * bindings `DB_1`, `DB_2` …, each with the same tables, and hold the work of the tenants whose `shard` names them.
 */
export const HOME = "DB";
const SHARD = /^DB(_\d{1,4})?$/;

export const isShard = (env: object, name: string): boolean => SHARD.test(name) && name in env;

export const shardNames = (env: object): string[] =>
  Object.keys(env)
    .filter((name) => SHARD.test(name))
    .sort();

/** The binding itself. One that this Worker lacks is a deployment fault. */
export function shardBinding(env: object, shard: string): D1Database {
  if (!isShard(env, shard)) throw new Error(`no D1 binding named ${shard}`);
  return (env as Record<string, D1Database>)[shard] as D1Database;
}

export const openShard = (env: object, shard: string): Database => openDatabase(shardBinding(env, shard));

/** Asks every shard at once for something that lives in one of them, such as a token by its hash. */
export async function findInShards<T>(
  env: object,
  find: (db: Database) => Promise<T | null>,
): Promise<{ found: T; shard: string; db: Database } | null> {
  const answers = await Promise.all(
    shardNames(env).map(async (shard) => {
      const db = openShard(env, shard);
      return { found: await find(db), shard, db };
    }),
  );
  for (const { found, shard, db } of answers) if (found !== null) return { found, shard, db };
  return null;
}

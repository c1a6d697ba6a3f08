/** Making a tenant with its owner: the one place that writes rows before there is a tenant to scope by. */
import { eq } from "drizzle-orm";
import { HOME, isShard, openShard } from "./open.ts";
import {
  accounts,
  apiTokens,
  auditLog,
  enrolmentTokens,
  memberships,
  tenants,
  users,
} from "./schema/index.ts";

export interface NewTenant {
  tenant: typeof tenants.$inferInsert;
  owner: typeof users.$inferInsert;
  account: typeof accounts.$inferInsert;
  membership: typeof memberships.$inferInsert;
  apiToken: typeof apiTokens.$inferInsert;
  enrolmentToken: typeof enrolmentTokens.$inferInsert;
  audit: typeof auditLog.$inferInsert;
}

/**
 * All of it or nothing where the tenant works at home. Elsewhere its tokens come first: should the second batch fail, they are two
 * rows whose secrets nobody was told.
 */
export async function insertTenant(env: object, name: string, rows: NewTenant): Promise<void> {
  const [home, shard] = [openShard(env, HOME), openShard(env, name)];
  const work = [
    shard.insert(apiTokens).values(rows.apiToken),
    shard.insert(enrolmentTokens).values(rows.enrolmentToken),
    shard.insert(auditLog).values(rows.audit),
  ] as const;
  const people = [
    home.insert(tenants).values(rows.tenant),
    home.insert(users).values(rows.owner),
    home.insert(accounts).values(rows.account),
    home.insert(memberships).values(rows.membership),
  ] as const;
  if (name === HOME) {
    await home.batch([...people, ...work]);
    return;
  }
  await shard.batch(work);
  await home.batch(people);
}

/** The shard for a new tenant: the one asked for, or home; null for one that this Worker does not have. */
export function shardFor(env: object, asked: string | undefined): string | null {
  const shard = asked ?? HOME;
  return isShard(env, shard) ? shard : null;
}

export async function emailTaken(env: object, email: string): Promise<boolean> {
  const db = openShard(env, HOME);
  return (await db.select({ id: users.id }).from(users).where(eq(users.email, email))).length > 0;
}

/** The questions that come before the tenant is known: whose token, whose agent, whose session is this? */
import { and, asc, eq } from "drizzle-orm";
import type { Role } from "../auth/actor.ts";
import type { Database } from "./open.ts";
import { agents, apiTokens, memberships, tenants, users } from "./schema/index.ts";

/** What a shard holds is asked for there (`findInShards`), what is about people at home. */
export interface KnownToken {
  id: string;
  tenantId: string;
  role: Role;
  expiresAt: number;
  revokedAt: number | null;
  lastUsedAt: number | null;
}

export async function findApiToken(db: Database, hash: string): Promise<KnownToken | null> {
  const [row] = await db
    .select({
      id: apiTokens.id,
      tenantId: apiTokens.tenantId,
      role: apiTokens.role,
      expiresAt: apiTokens.expiresAt,
      revokedAt: apiTokens.revokedAt,
      lastUsedAt: apiTokens.lastUsedAt,
    })
    .from(apiTokens)
    .where(eq(apiTokens.hash, hash));
  return row ?? null;
}

export async function touchApiToken(db: Database, id: string, now: number): Promise<void> {
  await db.update(apiTokens).set({ lastUsedAt: now }).where(eq(apiTokens.id, id));
}

export interface KnownMember {
  tenantId: string;
  role: Role;
  shard: string;
}

/** The person's membership of this tenant; of the first one they joined when no tenant is chosen. */
export async function findMembership(
  db: Database,
  userId: string,
  tenantId: string | null,
): Promise<KnownMember | null> {
  const chosen = tenantId === null ? undefined : eq(memberships.organizationId, tenantId);
  const [row] = await db
    .select({ tenantId: memberships.organizationId, role: memberships.role, shard: tenants.shard })
    .from(memberships)
    .innerJoin(tenants, eq(tenants.id, memberships.organizationId))
    .where(and(eq(memberships.userId, userId), chosen))
    .orderBy(asc(memberships.createdAt))
    .limit(1);
  return row ?? null;
}

export interface KnownAgent {
  id: string;
  tenantId: string;
  publicKey: string;
  revokedAt: number | null;
}

export async function findAgent(db: Database, agentId: string): Promise<KnownAgent | null> {
  const [row] = await db
    .select({
      id: agents.id,
      tenantId: agents.tenantId,
      publicKey: agents.publicKey,
      revokedAt: agents.revokedAt,
    })
    .from(agents)
    .where(eq(agents.id, agentId));
  return row ?? null;
}

/** The binding that holds a tenant's work; null for a tenant that is not known. */
export async function findShard(db: Database, tenantId: string): Promise<string | null> {
  const [row] = await db.select({ shard: tenants.shard }).from(tenants).where(eq(tenants.id, tenantId));
  return row?.shard ?? null;
}

/** Names of the tenant and, for a person, of the person: what `/v1/me` shows. */
export async function readNames(db: Database, tenantId: string, userId: string | null) {
  const [tenant] = await db.select().from(tenants).where(eq(tenants.id, tenantId));
  if (tenant === undefined || userId === null) return { tenant, user: undefined };
  const [user] = await db.select().from(users).where(eq(users.id, userId));
  return { tenant, user };
}

/** Names of members by id, for lists that say who asked. */
export async function memberNames(db: Database, tenantId: string): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.organizationId, tenantId));
  return new Map(rows.map((row) => [row.id, row.name]));
}

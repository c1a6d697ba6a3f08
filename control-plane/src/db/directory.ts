/** The questions that come before the tenant is known: whose token, whose agent, whose session is this? */
import { and, asc, eq, sql } from "drizzle-orm";
import type { Role } from "../auth/actor.ts";
import type { Database } from "./open.ts";
import { agents, apiTokens, memberships, sessions, tenants, users } from "./schema/index.ts";

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

export interface KnownSession {
  userId: string;
  expiresAt: Date;
  /** Of the tenant that the session has chosen, or of the first one the person joined; null when they belong to none. */
  member: { tenantId: string; role: Role; shard: string } | null;
}

/** The session of this token with its person's membership, whether it has ended or not. */
export async function findSession(db: Database, token: string): Promise<KnownSession | null> {
  const ofTheirs = eq(memberships.userId, sessions.userId);
  const chosen = sql`${memberships.organizationId} = coalesce(${sessions.activeOrganizationId}, ${memberships.organizationId})`;
  const [row] = await db
    .select({
      userId: sessions.userId,
      expiresAt: sessions.expiresAt,
      tenantId: memberships.organizationId,
      role: memberships.role,
      shard: tenants.shard,
    })
    .from(sessions)
    .leftJoin(memberships, and(ofTheirs, chosen))
    .leftJoin(tenants, eq(tenants.id, memberships.organizationId))
    .where(eq(sessions.token, token))
    .orderBy(asc(memberships.createdAt))
    .limit(1);
  if (row === undefined) return null;
  const { userId, expiresAt, tenantId, role, shard } = row;
  const member = tenantId === null || role === null || shard === null ? null : { tenantId, role, shard };
  return { userId, expiresAt, member };
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

/** The tenant, and the person when there is one: what `/v1/me` shows. */
export async function readNames(db: Database, tenantId: string, userId: string | null) {
  const [[tenant], [user]] = await db.batch([
    db.select().from(tenants).where(eq(tenants.id, tenantId)),
    db
      .select()
      .from(users)
      .where(eq(users.id, userId ?? "")),
  ]);
  return { tenant, user };
}

/** A read of the names of members by id, for lists that say who asked. */
export function memberNames(db: Database, tenantId: string) {
  return db
    .select({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.organizationId, tenantId));
}

/** Turning an enrolment token into an agent, before anything but the token is known. */
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { ScanKind } from "@dataguardian/shared/domain";
import { readNames } from "./directory.ts";
import { type Database, findInShards, HOME, openShard } from "./open.ts";
import { agents, auditLog, enrolmentTokens } from "./schema/index.ts";

/**
 * Whether the plan of the token's tenant allows one agent more; those that were revoked do not count.
 */
const roomForAgent = sql`(select count(*) from agents where agents.tenant_id = enrolment_tokens.tenant_id and agents.revoked_at is null)
  < coalesce((select plan_limits.agents from plan_limits where plan_limits.tenant_id = enrolment_tokens.tenant_id), 1000000)`;

export interface NewAgent {
  id: string;
  auditId: string;
  name: string;
  labels: string[];
  publicKey: string;
}

/**
 * The agent's row, the token's use and the audit row in one transaction, each on the condition that the token is good:
 * two agents that race for its last use cannot both have it. Returns the tenant; null when the token was not good, or
 * when the plan allows no further agent.
 */
export async function enrolWithToken(
  db: Database,
  tokenHash: string,
  agent: NewAgent,
  now: number,
): Promise<string | null> {
  const good = and(
    eq(enrolmentTokens.hash, tokenHash),
    isNull(enrolmentTokens.revokedAt),
    gt(enrolmentTokens.expiresAt, now),
    gt(enrolmentTokens.usesLeft, 0),
    roomForAgent,
  );
  await db.batch([
    // An insert from a select names every column of the table, in the table's order.
    db.insert(agents).select(
      db
        .select({
          id: sql<string>`${agent.id}`.as("id"),
          tenantId: enrolmentTokens.tenantId,
          name: sql<string>`${agent.name}`.as("name"),
          publicKey: sql<string>`${agent.publicKey}`.as("public_key"),
          labels: sql<string[]>`${JSON.stringify(agent.labels)}`.as("labels"),
          kinds: sql<ScanKind[]>`'[]'`.as("kinds"),
          slots: sql<number>`0`.as("slots"),
          engineVersion: sql<null>`null`.as("engine_version"),
          createdAt: sql<number>`${now}`.as("created_at"),
          lastSeenAt: sql<null>`null`.as("last_seen_at"),
          revokedAt: sql<null>`null`.as("revoked_at"),
        })
        .from(enrolmentTokens)
        .where(good),
    ),
    db
      .update(enrolmentTokens)
      .set({ usesLeft: sql`${enrolmentTokens.usesLeft} - 1`, lastUsedAt: now })
      // Together with the agent, and never without it.
      .where(
        and(
          eq(enrolmentTokens.hash, tokenHash),
          sql`exists (select 1 from agents where agents.id = ${agent.id})`,
        ),
      ),
    db.insert(auditLog).select(
      db
        .select({
          id: sql<string>`${agent.auditId}`.as("id"),
          tenantId: agents.tenantId,
          at: sql<number>`${now}`.as("at"),
          actor: sql<string>`${`agent:${agent.id}`}`.as("actor"),
          action: sql<string>`'agent.enrol'`.as("action"),
          subject: agents.id,
        })
        .from(agents)
        .where(eq(agents.id, agent.id)),
    ),
  ]);
  const [enrolled] = await db
    .select({ tenantId: agents.tenantId })
    .from(agents)
    .where(eq(agents.id, agent.id));
  return enrolled?.tenantId ?? null;
}

/** The shard that holds this token, good or not; null when none does. */
export async function shardOfToken(env: object, tokenHash: string): Promise<Database | null> {
  const holder = await findInShards(env, async (db) => {
    const [row] = await db
      .select({ id: enrolmentTokens.id })
      .from(enrolmentTokens)
      .where(eq(enrolmentTokens.hash, tokenHash));
    return row ?? null;
  });
  return holder?.db ?? null;
}

/** As an agent's owner reads it after enrolling. */
export async function tenantName(env: object, tenantId: string): Promise<string> {
  const { tenant } = await readNames(openShard(env, HOME), tenantId, null);
  return tenant?.name ?? tenantId;
}

/** Why a token was refused. Whoever asks holds the token, so the answer tells nobody else anything. */
export async function whyRefused(
  db: Database,
  tokenHash: string,
  now: number,
): Promise<"unknown" | "expired" | "revoked" | "used_up" | "plan_limit"> {
  const [token] = await db.select().from(enrolmentTokens).where(eq(enrolmentTokens.hash, tokenHash));
  if (token === undefined) return "unknown";
  if (token.revokedAt !== null) return "revoked";
  if (token.expiresAt <= now) return "expired";
  return token.usesLeft > 0 ? "plan_limit" : "used_up";
}

/** Turning an enrolment token into an agent, before anything but the token is known. */
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { ScanKind } from "@dataguardian/shared/domain";
import type { Database } from "./open.ts";
import { agents, auditLog, enrolmentTokens, tenants } from "./schema/index.ts";

export interface NewAgent {
  id: string;
  auditId: string;
  name: string;
  labels: string[];
  publicKey: string;
}

/**
 * The agent's row, the token's use and the audit row in one transaction, each on the condition that the token is good:
 * two agents that race for its last use cannot both have it. Null when the token was not good.
 */
export async function enrolWithToken(
  db: Database,
  tokenHash: string,
  agent: NewAgent,
  now: number,
): Promise<{ tenantId: string; tenantName: string } | null> {
  const good = and(
    eq(enrolmentTokens.hash, tokenHash),
    isNull(enrolmentTokens.revokedAt),
    gt(enrolmentTokens.expiresAt, now),
    gt(enrolmentTokens.usesLeft, 0),
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
      .where(good),
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
    .select({ tenantId: tenants.id, tenantName: tenants.name })
    .from(agents)
    .innerJoin(tenants, eq(tenants.id, agents.tenantId))
    .where(eq(agents.id, agent.id));
  return enrolled ?? null;
}

/** Why a token was refused. Whoever asks holds the token, so the answer tells nobody else anything. */
export async function whyRefused(
  db: Database,
  tokenHash: string,
  now: number,
): Promise<"unknown" | "expired" | "revoked" | "used_up"> {
  const [token] = await db.select().from(enrolmentTokens).where(eq(enrolmentTokens.hash, tokenHash));
  if (token === undefined) return "unknown";
  if (token.revokedAt !== null) return "revoked";
  return token.expiresAt <= now ? "expired" : "used_up";
}

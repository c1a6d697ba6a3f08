/** Agents and how they and programs sign in. Secrets are stored as SHA-256 of 256 random bits, never themselves. */
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ScanKind } from "@dataguardian/shared/domain";

export const agents = sqliteTable(
  "agents",
  {
    id: text().primaryKey(),
    tenantId: text("tenant_id").notNull(),
    name: text().notNull(),
    /** Raw Ed25519 key, base64. */
    publicKey: text("public_key").notNull(),
    labels: text({ mode: "json" }).$type<string[]>().notNull(),
    /** As last said in `hello`. */
    kinds: text({ mode: "json" }).$type<ScanKind[]>().notNull(),
    slots: integer().notNull(),
    engineVersion: text("engine_version"),
    createdAt: integer("created_at").notNull(),
    lastSeenAt: integer("last_seen_at"),
    revokedAt: integer("revoked_at"),
  },
  (t) => [index("agents_by_tenant").on(t.tenantId)],
);

/** A source as an agent last advertised it: name, kind and labels, nothing else (P4). */
export const sources = sqliteTable(
  "sources",
  {
    tenantId: text("tenant_id").notNull(),
    name: text().notNull(),
    agentId: text("agent_id").notNull(),
    kind: text().$type<ScanKind>().notNull(),
    labels: text({ mode: "json" }).$type<string[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.name, t.agentId] })],
);

export const enrolmentTokens = sqliteTable(
  "enrolment_tokens",
  {
    id: text().primaryKey(),
    tenantId: text("tenant_id").notNull(),
    name: text().notNull(),
    hash: text().notNull().unique(),
    createdBy: text("created_by").notNull(),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    usesLeft: integer("uses_left").notNull(),
    lastUsedAt: integer("last_used_at"),
    revokedAt: integer("revoked_at"),
  },
  (t) => [index("enrolment_tokens_by_tenant").on(t.tenantId)],
);

export const apiTokens = sqliteTable(
  "api_tokens",
  {
    id: text().primaryKey(),
    tenantId: text("tenant_id").notNull(),
    name: text().notNull(),
    hash: text().notNull().unique(),
    role: text().$type<"owner" | "admin" | "member">().notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    lastUsedAt: integer("last_used_at"),
    revokedAt: integer("revoked_at"),
  },
  (t) => [index("api_tokens_by_tenant").on(t.tenantId)],
);

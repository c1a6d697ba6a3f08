import type { apiTokens } from "../../db/schema/index.ts";

type Row = typeof apiTokens.$inferSelect;

/** Everything but the hash. */
export const view = (row: Row) => ({
  id: row.id,
  name: row.name,
  role: row.role,
  createdAt: row.createdAt,
  expiresAt: row.expiresAt,
  lastUsedAt: row.lastUsedAt,
  revokedAt: row.revokedAt,
});

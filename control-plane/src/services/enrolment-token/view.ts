import type { enrolmentTokens } from "../../db/schema/index.ts";

type Row = typeof enrolmentTokens.$inferSelect;

/** Everything but the hash. */
export const view = (row: Row) => ({
  id: row.id,
  name: row.name,
  usesLeft: row.usesLeft,
  createdAt: row.createdAt,
  expiresAt: row.expiresAt,
  lastUsedAt: row.lastUsedAt,
  revokedAt: row.revokedAt,
});

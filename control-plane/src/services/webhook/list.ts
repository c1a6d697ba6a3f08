import { desc } from "drizzle-orm";
import type { WebhookView } from "@dataguardian/shared/api";
import { webhooks } from "../../db/schema/index.ts";
import { type Call, requireRole } from "../call.ts";

export async function listWebhooks(call: Call): Promise<WebhookView[]> {
  requireRole(call, "admin");
  return (await call.scope.rows(webhooks, { orderBy: [desc(webhooks.createdAt)] })).map(view);
}

export const view = (row: typeof webhooks.$inferSelect): WebhookView => ({
  id: row.id,
  name: row.name,
  url: row.url,
  createdAt: row.createdAt,
  lastDeliveredAt: row.lastDeliveredAt,
  lastFailedAt: row.lastFailedAt,
  dead: row.dead,
});

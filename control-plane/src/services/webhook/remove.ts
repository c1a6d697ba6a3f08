import { eq } from "drizzle-orm";
import { webhooks } from "../../db/schema/index.ts";
import { type Call, requireRole } from "../call.ts";
import { refuse } from "../fault.ts";

/** Deliveries on their way are dropped when their turn comes. */
export async function removeWebhook(call: Call, id: string): Promise<void> {
  requireRole(call, "admin");
  if ((await call.scope.row(webhooks, eq(webhooks.id, id))) === null)
    throw refuse({ tag: "not_found", what: "webhook" });
  await call.scope.commit({ action: "webhook.remove", subject: id }, [
    call.scope.remove(webhooks, eq(webhooks.id, id)),
  ]);
}

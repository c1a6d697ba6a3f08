import { count } from "drizzle-orm";
import type { z } from "zod";
import type { webhookRequest } from "@dataguardian/shared/api";
import { createId } from "@dataguardian/shared/domain";
import { actorName } from "../../auth/actor.ts";
import { webhooks } from "../../db/schema/index.ts";
import { MAX_WEBHOOKS } from "../../platform-limits.ts";
import { addressFault } from "../../webhooks/address.ts";
import { webhookSecret } from "../../webhooks/sign.ts";
import { type Call, requireRole } from "../call.ts";
import { refuse } from "../fault.ts";
import { view } from "./list.ts";

/** The secret is in this reply and nowhere else. */
export async function createWebhook(call: Call, authSecret: string, request: z.infer<typeof webhookRequest>) {
  requireRole(call, "admin");
  const { scope, deps } = call;
  const why = addressFault(request.url);
  if (why !== null) throw refuse({ tag: "webhook_address", why });
  const [known] = await scope.pick(webhooks, { n: count() });
  if ((known?.n ?? 0) >= MAX_WEBHOOKS)
    throw refuse({ tag: "too_many", what: "webhooks", limit: MAX_WEBHOOKS });
  const now = deps.now();
  const row = {
    id: createId("webhook", now, deps.random),
    tenantId: scope.tenantId,
    ...request,
    createdBy: actorName(scope.actor),
    createdAt: now,
    lastDeliveredAt: null,
    lastFailedAt: null,
    dead: 0,
  };
  await scope.commit({ action: "webhook.create", subject: row.id }, [scope.insert(webhooks, row)]);
  return { ...view(row), secret: await webhookSecret(authSecret, row.id) };
}

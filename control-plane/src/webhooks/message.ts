import type { AlertView, WebhookDelivery } from "@dataguardian/shared/api";

/** What goes through the queue: one delivery to one webhook. Its address and its secret are looked up at delivery. */
export interface WebhookMessage {
  webhookId: string;
  tenantId: string;
  event: WebhookDelivery["event"];
  alert: AlertView;
}

/** What needs a person's eye, and where it is sent. */
import { z } from "zod";

const timeMs = z.int().describe("milliseconds since 1970, UTC");

export const ALERT_KINDS = [
  "agent_memory",
  "pool_use",
  "concurrent_scans",
  "run_time",
  "queue_wait",
  "agent_lost",
  "dead_letter",
  "schedule_missed",
] as const;
export const alertKind = z.enum(ALERT_KINDS);
export type AlertKind = z.infer<typeof alertKind>;

export const ALERT_LEVELS = ["warning", "critical"] as const;

export const alertView = z.object({
  id: z.string(),
  kind: alertKind,
  /** What it is about: an agent's id, a kind of scan, a source, a schedule's id; empty for the whole queue. */
  subject: z.string(),
  /** As people know it. */
  subjectName: z.string(),
  level: z.enum(ALERT_LEVELS),
  /** Percent, milliseconds or a count, as the kind has it; at its worst so far. */
  value: z.number(),
  threshold: z.number(),
  raisedAt: timeMs,
  /** Null while it lasts. */
  clearedAt: timeMs.nullable(),
  acknowledgedAt: timeMs.nullable(),
  acknowledgedBy: z.string().nullable(),
});
export type AlertView = z.infer<typeof alertView>;

/** `GET /v1/alerts?state=open|all`, newest first. `POST /v1/alerts/{id}/acknowledge` answers one alert. */
export const alertPage = z.object({ alerts: z.array(alertView), next: z.string().nullable() });
export type AlertPage = z.infer<typeof alertPage>;

/** `GET|POST /v1/webhooks`, `DELETE /v1/webhooks/{id}`. */
export const webhookRequest = z.strictObject({
  name: z.string().trim().min(1).max(80),
  url: z.string().max(500).describe("https, with a public host name"),
});
export const webhookView = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  createdAt: timeMs,
  lastDeliveredAt: timeMs.nullable(),
  lastFailedAt: timeMs.nullable(),
  /** Deliveries given up after all retries. */
  dead: z.int(),
});
export type WebhookView = z.infer<typeof webhookView>;
/** The only time the secret is shown. Deliveries carry `DataGuardian-Signature: t=<seconds>,v1=<hex HMAC-SHA-256 of "t.body">`. */
export const webhookCreated = webhookView.extend({ secret: z.string() });
export const webhookList = z.object({ webhooks: z.array(webhookView) });

/** The body of a delivery. */
export const webhookDelivery = z.object({
  event: z.enum(["alert.raised", "alert.cleared"]),
  tenantId: z.string(),
  alert: alertView,
});
export type WebhookDelivery = z.infer<typeof webhookDelivery>;

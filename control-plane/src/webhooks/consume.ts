/** The Worker's end of the queue: delivers, tries again later, and counts what was given up. */
import { HOME, openShard, shardBinding } from "../db/open.ts";
import { findShard } from "../db/directory.ts";
import type { Env } from "../env.ts";
import { deliver, type DeliveryDeps } from "./deliver.ts";
import type { WebhookMessage } from "./message.ts";
import { webhookSecret } from "./sign.ts";

export const DEAD_LETTERS = "dataguardian-webhooks-dead";

const FIRST_DELAY_S = 10;
const MAX_DELAY_S = 3_600;

/** Doubles from 10 s to an hour; the queue's own limit of tries (wrangler.toml) ends it. */
export const retryDelayS = (attempts: number): number =>
  Math.min(MAX_DELAY_S, FIRST_DELAY_S * 2 ** Math.max(0, attempts - 1));

export async function consume(
  batch: MessageBatch<WebhookMessage>,
  env: Env,
  deps: DeliveryDeps,
): Promise<void> {
  const dead = batch.queue === DEAD_LETTERS;
  await Promise.all(
    batch.messages.map(async (message) => {
      const { webhookId, tenantId } = message.body;
      const shard = (await findShard(openShard(env, HOME), tenantId)) ?? HOME;
      const db = shardBinding(env, shard);
      const now = deps.now();
      if (dead) {
        await note(db, message.body, "dead = dead + 1, last_failed_at = ?3", now);
        return message.ack();
      }
      const row = await db
        .prepare("select url from webhooks where tenant_id = ?1 and id = ?2")
        .bind(tenantId, webhookId)
        .first<{ url: string }>();
      // Removed meanwhile: nobody wants to hear of it any more.
      if (row === null) return message.ack();
      const secret = await webhookSecret(env.AUTH_SECRET, webhookId);
      const outcome = await deliver({ url: row.url, secret }, message.body, deps);
      if (outcome === "delivered") {
        await note(db, message.body, "last_delivered_at = ?3", now);
        return message.ack();
      }
      console.warn(
        JSON.stringify({ event: "webhook_failed", webhookId, outcome, attempts: message.attempts }),
      );
      await note(db, message.body, "last_failed_at = ?3", now);
      message.retry({ delaySeconds: retryDelayS(message.attempts) });
    }),
  );
}

async function note(db: D1Database, message: WebhookMessage, set: string, now: number): Promise<void> {
  await db
    .prepare(`update webhooks set ${set} where tenant_id = ?1 and id = ?2`)
    .bind(message.tenantId, message.webhookId, now)
    .run();
}

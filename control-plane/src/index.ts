import { createApp } from "./app.ts";
import { systemDeps } from "./deps.ts";
import type { Env } from "./env.ts";
import { keepHouse } from "./housekeeping.ts";
import { consume } from "./webhooks/consume.ts";
import { resolveOverHttps } from "./webhooks/deliver.ts";
import type { WebhookMessage } from "./webhooks/message.ts";

export { TenantHub } from "./hub/tenant-hub.ts";

const app = createApp(systemDeps);
const delivery = {
  now: systemDeps.now,
  resolve: resolveOverHttps,
  fetch: (url: string, init: RequestInit) => fetch(url, init),
};

export default {
  fetch: app.fetch,
  queue: (batch, env) => consume(batch, env, delivery),
  scheduled: (_event, env) => keepHouse(env, systemDeps.now()),
} satisfies ExportedHandler<Env, WebhookMessage>;

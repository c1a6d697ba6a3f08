import type { TenantHub } from "./hub/tenant-hub.ts";
import type { WebhookMessage } from "./webhooks/message.ts";

/** The bindings of wrangler.toml, and the secrets set beside it. */
export interface Env {
  DB: D1Database;
  RESULTS: R2Bucket;
  ASSETS: Fetcher;
  TENANT_HUB: DurableObjectNamespace<TenantHub>;
  /** Deliveries to webhooks. Without it alerts stay in the console. */
  WEBHOOKS?: Queue<WebhookMessage>;
  /** Opens the operator's routes, which see all tenants. Leave it unset and they are closed. */
  OPERATOR_TOKEN?: string;
  /** Signs session cookies: 32 or more random characters. */
  AUTH_SECRET: string;
  /** Lets whoever holds it create a tenant with its owner. Leave it unset and `POST /v1/setup` is closed. */
  SETUP_TOKEN?: string;
  /** Any value makes hubs log each time they are woken (`npm run bench:idle` counts the lines). */
  HUB_TRACE?: string;
  /** Where traces go, as OTLP over HTTP with JSON: the address of a collector, without `/v1/traces`. Unset: none are made. */
  OTLP_ENDPOINT?: string;
}

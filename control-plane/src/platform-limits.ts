/**
 * What the platform allows, and what we allow ourselves below it, so that our code refuses with a sentence before the platform does with
 * an error. Read in Cloudflare's documentation (developers.cloudflare.com) in November 2026; the page is named with each group.
 */

/** d1/platform/limits */
export const D1_LIMITS = {
  databaseBytes: 10_000_000_000,
  rowBytes: 2_000_000,
  boundParameters: 100,
  queriesPerInvocation: 1_000,
  statementBytes: 100_000,
} as const;

/** durable-objects/platform/limits and durable-objects/api/state */
export const DURABLE_OBJECT_LIMITS = {
  socketsPerObject: 32_768,
  attachmentBytes: 16_384,
  requestsPerSecond: 1_000,
} as const;

/** queues/platform/limits */
export const QUEUE_LIMITS = { messageBytes: 128_000, messagesPerBatch: 100 } as const;

/** r2/platform/limits. One write a second to one key is its other limit: every chunk has a key of its own, written once. */
export const R2_LIMITS = { objectBytes: 5_497_558_138_880 } as const;

/** Connections of one tenant's hub: room is left for consoles and for connections that are still shaking hands. */
export const MAX_AGENT_SOCKETS = 30_000;
export const MAX_LIVE_SOCKETS = 2_000;

/** The alerts of one moment go out in one batch of the queue. */
export const MAX_WEBHOOKS = 20;
export const MAX_SCHEDULES = 500;
/** Of the hub's writes: half a row's size, since a commit brings a manifest of up to a megabyte. */
export const MAX_ITEMS_JSON_BYTES = 1_000_000;

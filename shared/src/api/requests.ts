/** Bodies of the API's requests, beside `scanRequest` and `setupRequest`. Durations are milliseconds. */
import { z } from "zod";
import { shortName } from "../domain/index.ts";
import type { setupRequest } from "./resources.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const name = z.string().trim().min(1).max(80);

export type SetupRequest = z.infer<typeof setupRequest>;

export const enrolmentTokenRequest = z.strictObject({
  name,
  uses: z.int().min(1).max(1_000).default(1),
  lifetimeMs: z
    .int()
    .min(60_000)
    .max(30 * DAY_MS)
    .default(DAY_MS),
});

export const apiTokenRequest = z.strictObject({
  name,
  role: z.enum(["owner", "admin", "member"]).default("member"),
  lifetimeMs: z
    .int()
    .min(60_000)
    .max(365 * DAY_MS)
    .default(90 * DAY_MS),
});

/** Without a deadline the agent finishes what it runs, however long that takes (L11). */
export const drainRequest = z.strictObject({ deadlineMs: z.int().min(0).max(DAY_MS).optional() });

/** Which of the agent's databases is to be tried (W11). */
export const sourceCheckRequest = z.strictObject({ source: shortName });

export const queueSettingsRequest = z.strictObject({
  paused: z.boolean(),
  maxRunning: z.int().min(1).max(100_000).nullable(),
});

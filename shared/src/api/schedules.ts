/** Scans that start by themselves: `GET|POST /v1/schedules`, `GET|PUT|DELETE /v1/schedules/{id}`. */
import { z } from "zod";
import { scanRequest } from "../domain/index.ts";

const timeMs = z.int().describe("milliseconds since 1970, UTC");
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "use a time such as 07:30");
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "use a date such as 2026-12-24");

/** No run starts in a blackout window; times are the schedule's own zone. */
export const blackout = z.union([
  /** On these days (0 is Sunday), from a time until another; over midnight when `until` is earlier. */
  z.strictObject({ days: z.array(z.int().min(0).max(6)).min(1).max(7), from: clock, until: clock }),
  /** From the start of one date to the end of another. */
  z.strictObject({ fromDate: date, untilDate: date }),
]);
export type Blackout = z.infer<typeof blackout>;

export const CATCH_UP = ["skip", "one"] as const;

export const scheduleRequest = z.strictObject({
  name: z.string().trim().min(1).max(80),
  /** Five fields: minute, hour, day of the month, month, day of the week. */
  cron: z.string().min(9).max(120),
  timeZone: z.string().max(64).default("Europe/Amsterdam"),
  blackouts: z.array(blackout).max(20).default([]),
  /** A run starts up to this much later, always the same for one run: many schedules at one hour spread out. */
  jitterMs: z.int().min(0).max(3_600_000).default(0),
  /** What to do with runs whose time passed unattended: leave them out, or make up for them with one. */
  catchUp: z.enum(CATCH_UP).default("skip"),
  enabled: z.boolean().default(true),
  // Search terms are not kept for later (P9).
  scan: scanRequest.refine(({ options }) => options.subject === undefined, "a search for a person runs once"),
});
export type ScheduleRequest = z.infer<typeof scheduleRequest>;

export const scheduleView = z.object({
  id: z.string(),
  name: z.string(),
  cron: z.string(),
  timeZone: z.string(),
  blackouts: z.array(blackout),
  jitterMs: z.int(),
  catchUp: z.enum(CATCH_UP),
  enabled: z.boolean(),
  scan: scanRequest,
  createdAt: timeMs,
  /** Null while disabled, or when the expression has no run in the next years. */
  nextRunAt: timeMs.nullable(),
  lastRunAt: timeMs.nullable(),
  lastScanId: z.string().nullable(),
  /** Runs left out since it was made: their time passed while nobody could start them, or a limit was reached. */
  missed: z.int(),
});
export type ScheduleView = z.infer<typeof scheduleView>;
export const scheduleList = z.object({ schedules: z.array(scheduleView) });

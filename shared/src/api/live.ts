/** Frames of the console's live socket (`GET /v1/live`): small numbers as they are, everything else as "look again". */
import { z } from "zod";
import { progress } from "../domain/index.ts";
import { alertView } from "./alerts.ts";
import { waitReason } from "./resources.ts";

export const liveEvent = z.discriminatedUnion("t", [
  z.object({
    t: z.literal("progress"),
    jobs: z.array(z.object({ jobId: z.string(), scanId: z.string(), agentId: z.string(), progress })),
  }),
  z.object({
    t: z.literal("changed"),
    scans: z.array(z.string()),
    agents: z.array(z.string()),
    queue: z.boolean(),
    /** With `queue`: why the first jobs of the queue wait now, in their order, with position and start estimate. */
    waits: z.array(z.object({ jobId: z.string(), scanId: z.string(), wait: waitReason })).optional(),
    /** Alerts that were raised, got worse, cleared or were acknowledged. */
    alerts: z.array(alertView).optional(),
  }),
]);
export type LiveEvent = z.infer<typeof liveEvent>;

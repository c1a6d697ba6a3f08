/** Frames of the console's live socket (`GET /v1/live`): small numbers as they are, everything else as "look again". */
import { z } from "zod";
import { progress } from "../domain/index.ts";

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
  }),
]);
export type LiveEvent = z.infer<typeof liveEvent>;

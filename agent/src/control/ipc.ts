/** What the agent and a job's process say to each other. The child opens files of strangers: its words are checked. */
import { checkpoint, progress, scanKind, scanOptions } from "@dataguardian/shared/domain";
import { failureCode } from "@dataguardian/shared/protocol";
import { z } from "zod";

export const jobStart = z.object({
  t: z.literal("start"),
  job: z.object({
    kind: scanKind,
    target: z.string(),
    options: scanOptions,
    shard: z.object({ index: z.int(), count: z.int() }),
  }),
  /** Base64; it comes over the pipe and never through the environment or the command line. */
  fingerprintKey: z.string(),
  spoolDir: z.string(),
  maxSpoolBytes: z.int().nonnegative(),
  maxFileBytes: z.int().positive(),
  timeoutMs: z.int().positive(),
  /** Files that this job scans at the same time. */
  threads: z.int().positive(),
  /** website: hosts that may be visited, as the agent's policy lists them. */
  websiteHosts: z.array(z.string()).optional(),
  /** database: where it is, with the password that the agent has read from its configuration (P4). */
  database: z.object({ dsn: z.string(), password: z.string().optional() }).optional(),
  /** What an earlier lease of this job had done, and how often to say how far this one is (L15). */
  earlier: checkpoint.optional(),
  checkpointEveryMs: z.int().positive(),
  /** Own detectors, lists and what is allowed: a file of the agent's. */
  detectionFile: z.string().optional(),
});
export type JobStart = z.infer<typeof jobStart>;

export const fromJob = z.discriminatedUnion("t", [
  z.object({ t: z.literal("progress"), progress }),
  z.object({ t: z.literal("checkpoint"), checkpoint }),
  /** It goes on from `earlier`. */
  z.object({ t: z.literal("resumed"), units: z.int().positive() }),
  z.object({ t: z.literal("done") }),
  z.object({ t: z.literal("failed"), code: failureCode, reason: z.string().max(300) }),
]);
export type FromJob = z.infer<typeof fromJob>;

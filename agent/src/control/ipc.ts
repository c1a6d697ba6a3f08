/** What the agent and a job's process say to each other. The child opens files of strangers: its words are checked. */
import { checkpoint, progress, scanKind, scanOptions } from "@dataguardian/shared/domain";
import { failureCode } from "@dataguardian/shared/protocol";
import { z } from "zod";
import { loginStep } from "../config/login-steps.ts";
import { sourceLimits } from "../config/source-limits.ts";
import { canary } from "../scanners/ai-model/probe/canaries.ts";

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
  /** website: hosts that may be visited, as the agent's policy lists them, and what its source says. */
  website: z
    .object({
      hosts: z.array(z.string()),
      login: z.array(loginStep).optional(),
      evidenceDir: z.string().optional(),
      filterLists: z.array(z.string()).optional(),
    })
    .optional(),
  /** database: where it is, with the password that the agent has read from its configuration (P4). */
  database: z
    .object({
      dsn: z.string(),
      password: z.string().optional(),
      limits: sourceLimits.optional(),
      retention: z.string().optional(),
      /** The record of processing: a file of the agent's. */
      ropaFile: z.string().optional(),
    })
    .optional(),
  /** A search for a person: the sealed terms, and what opens this box and no other (P9). */
  subject: z.object({ box: z.string(), boxKey: z.string(), files: z.boolean() }).optional(),
  /** What an earlier lease of this job had done, and how often to say how far this one is (L15). */
  earlier: checkpoint.optional(),
  checkpointEveryMs: z.int().positive(),
  /** ai-model: a model to ask, with the key and the texts that the agent has read (P4). */
  model: z
    .object({ url: z.string(), model: z.string(), apiKey: z.string().optional(), canaries: z.array(canary) })
    .optional(),
  /** Own detectors, lists and what is allowed: a file of the agent's. */
  detectionFile: z.string().optional(),
});
export type JobStart = z.infer<typeof jobStart>;

export const fromJob = z.discriminatedUnion("t", [
  z.object({ t: z.literal("progress"), progress }),
  z.object({ t: z.literal("checkpoint"), checkpoint }),
  /** It goes on from `earlier`. */
  z.object({ t: z.literal("resumed"), units: z.int().positive() }),
  /** It asks for a connection with its database, and gives one back. */
  z.object({ t: z.literal("connect"), n: z.int() }),
  z.object({ t: z.literal("disconnected"), n: z.int() }),
  z.object({ t: z.literal("done") }),
  z.object({ t: z.literal("failed"), code: failureCode, reason: z.string().max(300) }),
]);
export type FromJob = z.infer<typeof fromJob>;

/** What the agent says after the start. */
export const toJob = z.discriminatedUnion("t", [
  z.object({ t: z.literal("connection"), n: z.int(), isGranted: z.boolean() }),
  /** How the connections of its database are shared now. */
  z.object({ t: z.literal("pool"), isWanted: z.boolean(), used: z.int() }),
]);
export type ToJob = z.infer<typeof toJob>;

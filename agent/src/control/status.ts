import { progress } from "@dataguardian/shared/domain";
import { agentHealth } from "@dataguardian/shared/protocol";
import { z } from "zod";

/** What the local socket answers to `GET /status`. */
export const agentStatus = z.object({
  agentId: z.string(),
  name: z.string(),
  tenantId: z.string(),
  tenantName: z.string(),
  controlPlane: z.string(),
  pid: z.int(),
  engineVersion: z.string(),
  rulesVersion: z.string(),
  policyHash: z.string(),
  /** Of the key to which search terms are sealed; null where the policy allows no search for a person. */
  sealFingerprint: z.string().nullable(),
  state: z.enum(["idle", "busy", "draining"]),
  /** Null: not connected at the moment. */
  connectedBy: z.enum(["websocket", "poll"]).nullable(),
  uptimeMs: z.int(),
  slots: z.int(),
  health: agentHealth,
  /** The most that a job of each kind took since the agent started. */
  peakMemoryBytes: z.record(z.string(), z.number()),
  /** Connections with each database that has been read since the agent started, by the source's name. */
  pools: z.record(
    z.string(),
    z.object({
      used: z.int(),
      size: z.int(),
      peak: z.int(),
      waits: z.int(),
      waitMs: z.number(),
      exhausted: z.int(),
    }),
  ),
  jobs: z.array(
    z.object({
      jobId: z.string(),
      epoch: z.int(),
      /** Null for a result from before a restart. */
      scanId: z.string().nullable(),
      state: z.enum(["running", "uploading", "ending"]),
      runningMs: z.int().nullable(),
      /** How long ago the hub was last known to hear from this agent. */
      contactAgeMs: z.int(),
      progress: progress.nullable(),
    }),
  ),
});
export type AgentStatus = z.infer<typeof agentStatus>;

export const drainRequest = z.strictObject({ deadlineMs: z.int().nonnegative().optional() });

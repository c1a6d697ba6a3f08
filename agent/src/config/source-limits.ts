/** How gently a database is read. Its own file: the schema of `agent.yaml` names it, and a job's process takes it. */
import { z } from "zod";

export const sourceLimits = z.strictObject({
  /** At once, of all jobs together; `policy.limits.maxConnections` may allow fewer. */
  connections: z.int().min(1).max(64).default(4),
  /** How long a job waits for one that is free, before it ends to be tried again later. */
  waitMs: z.int().min(100).max(100_000).default(60_000),
  rowsPerSecond: z.int().min(1).optional(),
  megabytesPerSecond: z.number().min(0.01).optional(),
  /** While more sessions than this are at work on the server, nothing is asked of it. It takes the role pg_read_all_stats, or with MySQL the privilege PROCESS. */
  busySessions: z.int().min(0).max(100_000).optional(),
  statementTimeoutMs: z.int().min(100).max(3_600_000).optional(),
  lockTimeoutMs: z.int().min(1).max(600_000).optional(),
});
export type SourceLimits = z.infer<typeof sourceLimits>;

/** Where a result chunk lies in R2. The epoch is in the key, so a stale holder cannot overwrite what a newer one uploads. */
export const resultKey = (tenantId: string, jobId: string, epoch: number, n: number): string =>
  `${tenantId}/${jobId}/${epoch}/${String(n).padStart(6, "0")}.ndjson.gz`;

export const resultPrefix = (tenantId: string, jobId: string): string => `${tenantId}/${jobId}/`;

/** Where a job's last checkpoint lies (L15). */
export const checkpointKey = (tenantId: string, jobId: string): string =>
  `${resultPrefix(tenantId, jobId)}checkpoint.json`;

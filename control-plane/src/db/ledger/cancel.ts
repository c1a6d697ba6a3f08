import { LEASE_TIMES } from "@dataguardian/shared/lease";

/** L10 for all jobs of a scan in one transaction: waiting ones end now, running ones get the grace period. */
export async function cancelScanJobs(
  db: D1Database,
  tenantId: string,
  scanId: string,
  now: number,
): Promise<void> {
  await db.batch([
    db
      .prepare(
        `update jobs set state = 'cancelled', epoch = epoch + 1, cancel_requested = 1, ended_at = ?3
         where tenant_id = ?1 and scan_id = ?2 and state = 'ready'`,
      )
      .bind(tenantId, scanId, now),
    db
      .prepare(
        `update jobs set cancel_requested = 1, expires_at = min(expires_at, ?3)
         where tenant_id = ?1 and scan_id = ?2 and state = 'leased' and cancel_requested = 0`,
      )
      .bind(tenantId, scanId, now + LEASE_TIMES.cancelGraceMs),
    db
      .prepare(
        `update scans set state = 'cancelled', ended_at = ?3 where tenant_id = ?1 and id = ?2 and state in ('queued', 'running')
         and not exists (select 1 from jobs where jobs.tenant_id = ?1 and jobs.scan_id = ?2 and jobs.state in ('ready', 'leased'))`,
      )
      .bind(tenantId, scanId, now),
  ]);
}

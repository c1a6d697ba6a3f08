import { LEASE_TIMES } from "@dataguardian/shared/lease";
import { ERASE_SEALED, OF_SCAN } from "../scan-jobs.ts";

const MINE = `tenant_id = ?1 and id in (select jobs.id from scans cross join jobs on ${OF_SCAN}
  where scans.tenant_id = ?1 and scans.open = 1 and scans.id = ?2)`;

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
         where ${MINE} and state = 'ready'`,
      )
      .bind(tenantId, scanId, now),
    db
      .prepare(
        `update jobs set cancel_requested = 1, expires_at = min(expires_at, ?3)
         where ${MINE} and state = 'leased' and cancel_requested = 0`,
      )
      .bind(tenantId, scanId, now + LEASE_TIMES.cancelGraceMs),
    db
      .prepare(
        `update scans set open = 0, state = 'cancelled', ended_at = ?3, started_at = (select min(jobs.started_at) from jobs where ${OF_SCAN}),
           ${ERASE_SEALED}
         where tenant_id = ?1 and open = 1 and id = ?2
         and not exists (select 1 from jobs where ${OF_SCAN} and jobs.state in ('ready', 'leased'))`,
      )
      .bind(tenantId, scanId, now),
  ]);
}

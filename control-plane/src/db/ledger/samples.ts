/** Capacity samples as the hub writes and reads them, and how long the tenant's last jobs took. */
import type { CapacitySample } from "@dataguardian/shared/api";
import { mergeSamples } from "@dataguardian/shared/capacity";
import type { ScanKind } from "@dataguardian/shared/domain";
import { OF_SCAN } from "../scan-jobs.ts";

export async function readTotals(db: D1Database, tenantId: string): Promise<CapacitySample | null> {
  const row = await db
    .prepare("select totals from capacity_samples where tenant_id = ?1 order by at desc limit 1")
    .bind(tenantId)
    .first<{ totals: string }>();
  return row === null ? null : (JSON.parse(row.totals) as CapacitySample);
}

/** One row. If another life of the hub has written this very minute already, both are one row. */
export async function writeSample(
  db: D1Database,
  tenantId: string,
  sample: CapacitySample,
  totals: CapacitySample,
): Promise<void> {
  const known = await db
    .prepare("select sample from capacity_samples where tenant_id = ?1 and span = 'minute' and at = ?2")
    .bind(tenantId, sample.at)
    .first<{ sample: string }>();
  const whole = known === null ? sample : mergeSamples(JSON.parse(known.sample) as CapacitySample, sample);
  await db
    .prepare(
      `insert into capacity_samples (tenant_id, span, at, sample, totals) values (?1, 'minute', ?2, ?3, ?4)
       on conflict do update set sample = excluded.sample, totals = excluded.totals`,
    )
    .bind(tenantId, sample.at, JSON.stringify(whole), JSON.stringify(totals))
    .run();
}

export interface FinishedRun {
  kind: ScanKind;
  source: string | null;
  runMs: number;
}

const RECENT_SCANS = 200;
const RECENT_RUNS = 2_000;

const newest = (open: 0 | 1) =>
  `select tenant_id, id, kind, source, job_prefix from scans where tenant_id = ?1 and open = ${open} order by id desc limit ${RECENT_SCANS}`;

/** Of the newest scans, open and ended, oldest first. */
export async function readFinishedRuns(db: D1Database, tenantId: string): Promise<FinishedRun[]> {
  const { results } = await db
    .prepare(
      `select scans.kind, scans.source, jobs.ended_at - jobs.granted_at as run_ms
       from (select * from (${newest(1)}) union all select * from (${newest(0)})) scans
       cross join jobs on ${OF_SCAN}
       where jobs.state = 'done' and jobs.granted_at is not null order by jobs.ended_at desc limit ${RECENT_RUNS}`,
    )
    .bind(tenantId)
    .all<{ kind: ScanKind; source: string | null; run_ms: number }>();
  return results.reverse().map((row) => ({ kind: row.kind, source: row.source, runMs: row.run_ms }));
}

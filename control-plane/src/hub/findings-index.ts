/** Brings accepted results into the `findings` table: a projection of the chunks, safe to repeat at any time. */
import { finding, type ChunkEntry, type Finding } from "@dataguardian/shared/domain";
import { resultKey } from "../db/result-key.ts";
import { IN_SCANS } from "../db/scan-jobs.ts";

export interface UnindexedResult {
  jobId: string;
  scanId: string;
  epoch: number;
  scope: string;
  chunks: ChunkEntry[];
}

export async function readUnindexed(
  db: D1Database,
  tenantId: string,
  limit: number,
): Promise<UnindexedResult[]> {
  const { results } = await db
    .prepare(
      `select jobs.id as job_id, jobs.scan_id, jobs.result_epoch as epoch, jobs.chunks, coalesce(scans.source, scans.target) as scope
       from jobs join scans on scans.tenant_id = ?1 and ${IN_SCANS} and scans.id = jobs.scan_id
       where jobs.tenant_id = ?1 and jobs.accepted_at is not null and jobs.indexed_at is null limit ?2`,
    )
    .bind(tenantId, limit)
    .all<{ job_id: string; scan_id: string; epoch: number; chunks: string; scope: string }>();
  return results.map((row) => ({
    jobId: row.job_id,
    scanId: row.scan_id,
    epoch: row.epoch,
    scope: row.scope,
    chunks: JSON.parse(row.chunks) as ChunkEntry[],
  }));
}

/** One chunk at a time, so that the hub never holds more than one in memory. */
export async function indexResult(
  env: { DB: D1Database; RESULTS: R2Bucket },
  tenantId: string,
  result: UnindexedResult,
  now: number,
): Promise<void> {
  for (const chunk of result.chunks) {
    if (chunk.holds !== undefined) continue;
    const object = await env.RESULTS.get(
      resultKey(tenantId, result.jobId, chunk.epoch ?? result.epoch, chunk.n),
    );
    if (object === null) continue;
    const rows = distinct(await readChunk(object.body));
    if (rows.length > 0) await upsert(env.DB, tenantId, result, rows, now);
  }
  await env.DB.prepare(
    "update jobs set indexed_at = ?3 where tenant_id = ?1 and id = ?2 and accepted_at is not null",
  )
    .bind(tenantId, result.jobId, now)
    .run();
}

/** The findings of one stored chunk. */
async function readChunk(body: ReadableStream): Promise<Finding[]> {
  const text = await new Response(body.pipeThrough(new DecompressionStream("gzip"))).text();
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => finding.parse(JSON.parse(line)));
}

function distinct(findings: readonly Finding[]): Finding[] {
  const byValue = new Map<string, Finding>();
  for (const entry of findings) {
    const key = `${entry.rule}\n${entry.fingerprint}`;
    const known = byValue.get(key);
    if (known === undefined || entry.confidence > known.confidence) byValue.set(key, entry);
  }
  return [...byValue.values()];
}

async function upsert(
  db: D1Database,
  tenantId: string,
  result: UnindexedResult,
  rows: Finding[],
  now: number,
): Promise<void> {
  await db
    .prepare(
      `insert into findings (tenant_id, scope, rule, fingerprint, entity_type, severity, confidence, preview, location,
         first_scan_id, first_seen_at, changed_scan_id, changed_at)
       select ?1, ?2, value ->> '$.rule', value ->> '$.fingerprint', value ->> '$.entityType', value ->> '$.severity',
         value ->> '$.confidence', value ->> '$.preview', value -> '$.location', ?3, ?4, ?3, ?4
       from json_each(?5) where true
       on conflict do update set severity = excluded.severity, confidence = excluded.confidence,
         location = excluded.location, changed_scan_id = ?3, changed_at = ?4
       where findings.severity <> excluded.severity or findings.confidence <> excluded.confidence`,
    )
    .bind(tenantId, result.scope, result.scanId, now, JSON.stringify(rows))
    .run();
}

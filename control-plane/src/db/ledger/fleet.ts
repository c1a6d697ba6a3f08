/** What the hub keeps about agents: their last `hello`, and the sources they offer. */
import type { Hello } from "@dataguardian/shared/protocol";

export interface FleetRow {
  agentId: string;
  name: string;
  sources: string[];
}

export async function readFleet(db: D1Database, tenantId: string): Promise<FleetRow[]> {
  const { results } = await db
    .prepare(
      `select agents.id, agents.name, (select json_group_array(sources.name) from sources
         where sources.tenant_id = ?1 and sources.agent_id = agents.id) as sources
       from agents where agents.tenant_id = ?1 and agents.revoked_at is null`,
    )
    .bind(tenantId)
    .all<{ id: string; name: string; sources: string }>();
  return results.map((row) => ({
    agentId: row.id,
    name: row.name,
    sources: JSON.parse(row.sources) as string[],
  }));
}

/** False when the agent has been revoked meanwhile. */
export async function recordHello(
  db: D1Database,
  tenantId: string,
  hello: Hello,
  now: number,
): Promise<boolean> {
  const sources = JSON.stringify(hello.sources);
  const agentId = hello.agentId;
  const [touched] = await db.batch([
    db
      .prepare(
        `update agents set labels = ?3, kinds = ?4, slots = ?5, engine_version = ?6, last_seen_at = ?7
         where tenant_id = ?1 and id = ?2 and revoked_at is null`,
      )
      .bind(
        tenantId,
        agentId,
        JSON.stringify(hello.labels),
        JSON.stringify(hello.kinds),
        hello.slots,
        hello.engineVersion,
        now,
      ),
    db
      .prepare(
        `delete from sources where tenant_id = ?1 and agent_id = ?2
         and name not in (select value ->> '$.name' from json_each(?3))`,
      )
      .bind(tenantId, agentId, sources),
    db
      .prepare(
        `insert into sources (tenant_id, name, agent_id, kind, labels)
         select ?1, value ->> '$.name', ?2, value ->> '$.kind', value -> '$.labels' from json_each(?3) where true
         on conflict do update set kind = excluded.kind, labels = excluded.labels
         where kind <> excluded.kind or labels <> excluded.labels`,
      )
      .bind(tenantId, agentId, sources),
  ]);
  return (touched?.meta.changes ?? 0) > 0;
}

export async function recordLastSeen(
  db: D1Database,
  tenantId: string,
  agentId: string,
  now: number,
): Promise<void> {
  await db
    .prepare("update agents set last_seen_at = ?3 where tenant_id = ?1 and id = ?2")
    .bind(tenantId, agentId, now)
    .run();
}

export interface QueueLimits {
  paused: boolean;
  /** Jobs at once, as the tenant's people set it. */
  maxRunning: number | null;
  /** Scans at once, as the plan has it. */
  maxScans: number | null;
}

export async function readQueueSettings(db: D1Database, tenantId: string): Promise<QueueLimits> {
  const row = await db
    .prepare(
      `select (select paused from queue_settings where tenant_id = ?1) as paused,
         (select max_running from queue_settings where tenant_id = ?1) as max_running,
         (select concurrent_scans from plan_limits where tenant_id = ?1) as max_scans`,
    )
    .bind(tenantId)
    .first<{ paused: number | null; max_running: number | null; max_scans: number | null }>();
  return {
    paused: row?.paused === 1,
    maxRunning: row?.max_running ?? null,
    maxScans: row?.max_scans ?? null,
  };
}

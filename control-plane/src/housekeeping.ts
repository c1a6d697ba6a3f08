/** What the cron does, in every shard: rolls minutes up into hours, deletes what is past its time, and catches schedules that nobody ran. */
import { byHour, HOUR_MS, mergeSamples } from "@dataguardian/shared/capacity";
import type { CapacitySample } from "@dataguardian/shared/api";
import { shardBinding, shardNames } from "./db/open.ts";
import type { Env } from "./env.ts";
import { hubOf } from "./hub-client.ts";
import { KEPT_MS } from "./services/capacity/history.ts";
import { KEY_LIFETIME_MS } from "./services/scan/create.ts";

/** The hub's own alarm is first by this much; what is due for longer, it has slept through. */
const LATE_MS = 60_000;
const TENANTS_AT_ONCE = 500;
const ALERTS_KEPT_MS = 365 * 24 * HOUR_MS;

export async function keepHouse(env: Env, now: number): Promise<void> {
  for (const shard of shardNames(env)) {
    const db = shardBinding(env, shard);
    await rollUp(db, now);
    await prune(db, now);
    await wakeForSchedules(env, db, now);
  }
}

/** Safe to repeat: an hour that is there already is left as it is. */
async function rollUp(db: D1Database, now: number): Promise<void> {
  const thisHour = Math.floor(now / HOUR_MS) * HOUR_MS;
  const { results } = await db
    .prepare(
      `select distinct minutes.tenant_id as tenant_id, minutes.at / ${HOUR_MS} * ${HOUR_MS} as hour from capacity_samples minutes
       where minutes.span = 'minute' and minutes.at < ?1 and not exists (select 1 from capacity_samples hours
         where hours.tenant_id = minutes.tenant_id and hours.span = 'hour' and hours.at = minutes.at / ${HOUR_MS} * ${HOUR_MS})
       limit ${TENANTS_AT_ONCE}`,
    )
    .bind(thisHour)
    .all<{ tenant_id: string; hour: number }>();
  for (const { tenant_id: tenantId, hour } of results) {
    const minutes = await db
      .prepare(
        `select sample, totals from capacity_samples where tenant_id = ?1 and span = 'minute' and at >= ?2 and at < ?3 order by at`,
      )
      .bind(tenantId, hour, hour + HOUR_MS)
      .all<{ sample: string; totals: string }>();
    const samples = minutes.results.map((row) => JSON.parse(row.sample) as CapacitySample);
    const whole = byHour(samples).reduce(mergeSamples);
    await db
      .prepare(
        "insert into capacity_samples (tenant_id, span, at, sample, totals) values (?1, 'hour', ?2, ?3, ?4) on conflict do nothing",
      )
      .bind(tenantId, hour, JSON.stringify(whole), minutes.results.at(-1)?.totals ?? "{}")
      .run();
  }
}

/** The newest row of a tenant stays whatever its age: it carries the counts that go on. */
async function prune(db: D1Database, now: number): Promise<void> {
  await db.batch([
    db
      .prepare(
        `delete from capacity_samples where at < case span when 'minute' then ?1 else ?2 end and exists
           (select 1 from capacity_samples newer where newer.tenant_id = capacity_samples.tenant_id and newer.at > capacity_samples.at)`,
      )
      .bind(now - KEPT_MS.minute - HOUR_MS, now - KEPT_MS.hour),
    db.prepare("delete from idempotency_keys where created_at < ?1").bind(now - KEY_LIFETIME_MS),
    db.prepare("delete from alerts where cleared_at < ?1").bind(now - ALERTS_KEPT_MS),
  ]);
}

async function wakeForSchedules(env: Env, db: D1Database, now: number): Promise<void> {
  const { results } = await db
    .prepare(`select distinct tenant_id from schedules where due_at <= ?1 limit ${TENANTS_AT_ONCE}`)
    .bind(now - LATE_MS)
    .all<{ tenant_id: string }>();
  for (const { tenant_id: tenantId } of results) {
    // One tenant's trouble must not keep the others' schedules from running.
    await hubOf(env, tenantId)
      .runSchedules()
      .catch(() => console.error(JSON.stringify({ event: "schedules_failed", tenantId })));
  }
}

/** The alerts as the hub keeps them: raised once, updated in place, ended once. */
import type { AlertKind, AlertView } from "@dataguardian/shared/api";
import type { AlertLevel } from "@dataguardian/shared/alerts";

interface Raw {
  id: string;
  kind: AlertKind;
  subject: string;
  subject_name: string;
  level: AlertLevel;
  value: number;
  threshold: number;
  raised_at: number;
  cleared_at: number | null;
  acknowledged_at: number | null;
  acknowledged_by: string | null;
}

/** A flood of alerts is no news; beyond this the oldest are left to the page of the console. */
const MAX_OPEN = 500;

export async function readOpenAlerts(db: D1Database, tenantId: string): Promise<AlertView[]> {
  const { results } = await db
    .prepare(
      "select * from alerts where tenant_id = ?1 and cleared_at is null order by raised_at desc limit ?2",
    )
    .bind(tenantId, MAX_OPEN)
    .all<Raw>();
  return results.map(toView);
}

export async function readAlert(db: D1Database, tenantId: string, id: string): Promise<AlertView | null> {
  const row = await db
    .prepare("select * from alerts where tenant_id = ?1 and id = ?2")
    .bind(tenantId, id)
    .first<Raw>();
  return row === null ? null : toView(row);
}

/** Inserted or brought up to date; what a person did to it stays. */
export async function putAlert(db: D1Database, tenantId: string, alert: AlertView): Promise<void> {
  await db
    .prepare(
      `insert into alerts (id, tenant_id, kind, subject, subject_name, level, value, threshold, raised_at, cleared_at)
       values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
       on conflict do update set level = excluded.level, value = excluded.value, cleared_at = excluded.cleared_at`,
    )
    .bind(
      alert.id,
      tenantId,
      alert.kind,
      alert.subject,
      alert.subjectName,
      alert.level,
      alert.value,
      alert.threshold,
      alert.raisedAt,
      alert.clearedAt,
    )
    .run();
}

function toView(row: Raw): AlertView {
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    subjectName: row.subject_name,
    level: row.level,
    value: row.value,
    threshold: row.threshold,
    raisedAt: row.raised_at,
    clearedAt: row.cleared_at,
    acknowledgedAt: row.acknowledged_at,
    acknowledgedBy: row.acknowledged_by,
  };
}
